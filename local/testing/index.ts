/** A browser and a local server in a process of its own, for tests in a browser. */
export { connectToBrowser, launchBrowser, openPage } from './browser';
export { controlsOf, startServer, type LocalServer, type ServerControls } from './server';
