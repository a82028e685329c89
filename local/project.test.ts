import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProject } from './project';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'project-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function writeApp(source: string, config: object): void {
  mkdirSync(join(folder, source, 'app'), { recursive: true });
  writeFileSync(join(folder, source, 'app/app-hsmeta.json'), JSON.stringify({ config }));
}

describe('readProject', () => {
  it('reads the app’s name and what its cards may fetch', () => {
    writeApp('src', { name: 'Sample', permittedUrls: { fetch: ['https://app.example.com'] } });
    expect(readProject(folder)).toEqual({
      appName: 'Sample',
      permittedUrls: ['https://app.example.com'],
      sourceFolder: join(folder, 'src'),
      cardsFolder: join(folder, 'src/app/cards'),
      actionsFolder: join(folder, 'src/app/actions'),
      functionsFolder: join(folder, 'src/app/functions'),
    });
  });

  it('permits nothing where the app names nothing', () => {
    writeApp('src', { name: 'Sample' });
    expect(readProject(folder).permittedUrls).toEqual([]);
  });

  it('looks in the source folder that hsproject.json names', () => {
    writeFileSync(join(folder, 'hsproject.json'), JSON.stringify({ srcDir: 'sources' }));
    writeApp('sources', { name: 'Sample' });
    expect(readProject(folder)).toMatchObject({
      sourceFolder: join(folder, 'sources'),
      cardsFolder: join(folder, 'sources/app/cards'),
    });
  });

  it('names the file that is missing in a folder without an app', () => {
    expect(() => readProject(folder)).toThrow(`${join(folder, 'src/app/app-hsmeta.json')} is missing.`);
  });
});
