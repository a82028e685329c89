import { checkSegments } from '@bulk-associate/contract';
import { findSegments } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** Finds segments by name: `SegmentsParameters` to `SegmentsAnswer`. */
export const main = appFunction('find_segments', checkSegments, findSegments);
