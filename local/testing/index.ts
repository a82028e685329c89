/** A browser and a local server in a process of its own, for tests in a browser. */
export { launchBrowser, openPage } from './browser';
export { startServer, type LocalServer } from './server';
