// Asks the registry for known vulnerabilities of what runs in production: the card, the app functions, the back end. Fails at "high"; a registry without that service
// is said, and does not fail: nothing can be told then.
import { spawnSync } from 'node:child_process';

const workspaces = ['src/app/cards', 'src/app/functions', 'server'].map((path) => `--workspace=${path}`);
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', ...workspaces], { encoding: 'utf8' });
const { metadata, message, error } = readJson(stdout);
const found = metadata?.vulnerabilities;
if (!found) {
  const reason = String(message ?? (error?.summary || 'no answer')).split(' - ')[0];
  console.log(`NOT CHECKED: the registry answers no audit (${reason}).`);
} else {
  console.log(
    `critical: ${found.critical}, high: ${found.high}, moderate: ${found.moderate}, low: ${found.low}`,
  );
  process.exitCode = found.critical + found.high > 0 ? 1 : 0;
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
