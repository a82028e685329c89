import { TestEnvironment } from 'jest-environment-node';
import { seedCrm } from '../crm/seed';
import { workerResources, type WorkerResources } from './worker-resources';

declare global {
  /** Present in test files. */
  var sharedByWorker: WorkerResources | undefined;
}

/** Node, with what the test files of one worker share. */
export default class SharingEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global.sharedByWorker = workerResources;
    this.global.seedCrmInWorker = seedCrm;
  }
}
