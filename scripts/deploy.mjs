// `npm run deploy`: all checks that need no browser, then `hs project upload` with the parameters of the command.
// With `--with-bulk-action` the upload is a copy of the project that has the bulk action as well.
import { join } from 'node:path';
import { ensureInstalled, run, top } from './ensure-installed.mjs';

ensureInstalled();
run('npm', ['run', '--silent', 'prepare'], 'The app functions could not be built.');
run('npm', ['run', '--silent', 'typecheck'], 'The types do not fit. Nothing was uploaded.');
run('npm', ['run', '--silent', 'lint'], 'The lint rules are not kept. Nothing was uploaded.');
run('npx', ['jest', '--testPathIgnorePatterns', 'end-to-end'], 'A test failed. Nothing was uploaded.');

const own = '--with-bulk-action';
const parameters = process.argv.slice(2);
const isWithAction = parameters.includes(own);
if (isWithAction)
  run('npx', ['tsx', 'bulk-action/build.ts'], 'The project with the bulk action could not be written.');

const theirs = parameters.filter((parameter) => parameter !== own);
// HubSpot's CLI looks for the project in `INIT_CWD`. npx sets it to the folder that it is called in, whatever it was.
const project = isWithAction ? join(top, 'dist/with-bulk-action') : top;
run('npx', ['hs', 'project', 'upload', ...theirs], 'The upload failed.', project);
