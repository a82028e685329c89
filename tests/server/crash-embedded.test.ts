import { withBuiltServer } from './hosted-process';
import { survivesKill } from './survives-kill';

const parts = withBuiltServer();

describe('on the embedded database', () => {
  let dataDir = '';
  beforeAll(() => (dataDir = parts.newDataDir({ keptFor: 'file', isMade: true })));
  survivesKill(parts, () => ({ dataDir }), ['asked', 0, 5]);
});
