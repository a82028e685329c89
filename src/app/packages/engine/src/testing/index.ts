export * from './scripted-hubspot';
export * from './virtual-time';
