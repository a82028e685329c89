import { onPostgres } from '../../server/testing/on-databases';
import { withBuiltServer } from './hosted-process';
import { survivesKill } from './survives-kill';

const parts = withBuiltServer();

onPostgres((postgres) => {
  let databaseUrl = '';
  beforeAll(() => (databaseUrl = postgres().newDatabase()));
  survivesKill(parts, () => ({ databaseUrl }), ['asked', 0, 2, 4, 8, 16, 32]);
});
