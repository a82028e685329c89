// Makes the files of an empty embedded database in the given folder: `postgres`, and the same as one file, `postgres.tar`.
import { PGlite } from '@electric-sql/pglite';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = process.argv[2] ?? '';
await mkdir(folder, { recursive: true });
const engine = await PGlite.create(join(folder, 'postgres'));
const files = await engine.dumpDataDir('none');
await writeFile(join(folder, 'postgres.tar'), Buffer.from(await files.arrayBuffer()));
await engine.close();
