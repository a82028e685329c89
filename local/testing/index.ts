/** A browser and a local server in a process of its own, for tests in a browser, what axe says of a page, and what does not fit. */
export { animationsEnd, barriersOn, violationsOn } from './accessibility';
export { openPage, sharedBrowser } from './browser';
export { misfitsOn } from './layout';
export { PageOfFile } from './page-of-file';
export { controlsOf, startServer, type LocalServer, type ServerControls } from './server';
