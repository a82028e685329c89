import { preview } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** Tells beforehand what associating each pair would come to: `PairsParameters` to `PreviewAnswer`. */
export const main = appFunction('preview_associations', preview);
