// `npm start`: installs what is missing, then serves the record page with the embedded CRM.
import { ensureInstalled, fail } from './ensure-installed.mjs';

ensureInstalled();
const { register } = await import('tsx/esm/api');
register();
const { start } = await import('./main.ts');
try {
  await start(process.env, process.argv.slice(2));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
