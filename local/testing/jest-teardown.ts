import { closeWorkerResources } from './worker-resources';

/** For `jest --runInBand`, where the worker is the main process. Another worker's server and browser end with it. */
export default closeWorkerResources;
