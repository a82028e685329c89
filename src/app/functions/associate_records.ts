import { associate } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** Creates default associations and returns the outcome of each pair: `AssociateParameters` to `AssociateAnswer`. */
export const main = appFunction('associate_records', associate);
