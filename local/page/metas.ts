import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The components of a type that the `*-hsmeta.json` files of a folder describe; none if there is no such folder. */
export async function readMetas<Meta extends { type: string }>(
  folder: string,
  type: Meta['type'],
): Promise<Meta[]> {
  const files = (await readdir(folder).catch(() => []))
    .filter((file) => file.endsWith('-hsmeta.json'))
    .sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.map((text) => JSON.parse(text) as Meta).filter((meta) => meta.type === type);
}
