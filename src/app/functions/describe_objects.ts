import { checkDescribe } from '@bulk-associate/contract';
import { describe } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** Returns the object types that can be linked from one: `DescribeParameters` to `DescribeAnswer`. */
export const main = appFunction('describe_objects', checkDescribe, describe);
