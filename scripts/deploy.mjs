// `npm run deploy`: all checks that need no browser, then `hs project upload` with the parameters of the command.
import { ensureInstalled, run, top } from './ensure-installed.mjs';

ensureInstalled();
run('npm', ['run', '--silent', 'prepare'], 'The app functions could not be built.');
run('npm', ['run', '--silent', 'typecheck'], 'The types do not fit. Nothing was uploaded.');
run('npm', ['run', '--silent', 'lint'], 'The lint rules are not kept. Nothing was uploaded.');
run('npx', ['jest', '--testPathIgnorePatterns', 'end-to-end'], 'A test failed. Nothing was uploaded.');

// HubSpot's CLI looks for the project in the folder that npm was called in.
process.env.INIT_CWD = top;
run('npx', ['hs', 'project', 'upload', ...process.argv.slice(2)], 'The upload failed.');
