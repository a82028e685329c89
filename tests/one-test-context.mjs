// Loaded into each of Jest's processes before Jest.
import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Jest 30 remembers with an `AsyncLocalStorage` of each test file which test or hook runs, so that it knows whose an
 * unhandled error is, and never disables one. Node 20 works on every promise for each one that is enabled: a worker becomes
 * slower with each file that it has run. Here the storage of a file ends with the first test of the next file.
 */
const { run } = AsyncLocalStorage.prototype;
let current;

AsyncLocalStorage.prototype.run = function (store, ...rest) {
  if (isOfJest(store)) disableOthers(this);
  return run.call(this, store, ...rest);
};

/** In jest-circus (testExecutionContext.ts) a store has the test or the hook that runs. */
function isOfJest(store) {
  return typeof store === 'object' && store !== null && ('test' in store || 'hook' in store);
}

function disableOthers(storage) {
  if (storage === current) return;
  current?.disable();
  current = storage;
}
