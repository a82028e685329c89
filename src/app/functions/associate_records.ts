import { checkAssociate } from '@bulk-associate/contract';
import { associate } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** Links pairs, with a label or without, and returns the outcome of each: `AssociateParameters` to `AssociateAnswer`. */
export const main = appFunction('associate_records', checkAssociate, associate);
