import { checkProperties } from '@bulk-associate/contract';
import { describeProperties } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** The properties that a search can filter by: `PropertiesParameters` to `PropertiesAnswer`. */
export const main = appFunction('describe_properties', checkProperties, describeProperties);
