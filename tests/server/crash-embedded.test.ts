import { withBuiltServer } from './hosted-process';
import { survivesKill } from './survives-kill';

const parts = withBuiltServer();

describe('on the embedded database', () => {
  let dataDir = '';
  beforeEach(() => (dataDir = parts.newDataDir()));
  survivesKill(parts, () => ({ dataDir }), ['asked', 0, 5]);
});
