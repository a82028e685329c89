import { TestEnvironment } from 'jest-environment-node';
import { workerResources, type WorkerResources } from './worker-resources';

declare global {
  /** Present in test files that ask for this environment: `@jest-environment` in their first comment. */
  var sharedByWorker: WorkerResources | undefined;
}

/** Node, with what the test files of one worker share. */
export default class SharingEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global.sharedByWorker = workerResources;
  }
}
