export * from './api-version';
export * from './associate';
export * from './environment';
export * from './hubspot';
