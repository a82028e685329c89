import { checkPreview } from '@bulk-associate/contract';
import { preview } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** Returns the expected outcome of associating each pair: `PreviewParameters` to `PreviewAnswer`. */
export const main = appFunction('preview_associations', checkPreview, preview);
