export * from './associations';
export * from './calls';
export * from './checks';
export * from './errors';
export * from './ids';
export * from './limits';
export * from './records';
