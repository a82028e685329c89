import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionUid } from '@bulk-associate/contract';
import { lintProject, parseProject } from './judges';
import { copyProject } from './project-copy';

const top = join(__dirname, '../..');

describe('HubSpot’s project parser', () => {
  let project: Awaited<ReturnType<typeof parseProject>>;
  beforeAll(async () => {
    project = await parseProject(top);
  });
  const of = (type: string) =>
    Object.values(project.components).filter((node) => node.componentType === type);

  it('accepts the project, having asked for the schemas of its platform version', () => {
    expect(project).toMatchObject({ ok: true, skippedHsMetaFiles: [] });
    expect(project.asked).toEqual([expect.stringContaining('project-schemas/v3/2026.09')]);
  });

  it('finds one app, a card for the tab and one for the sidebar, and every function of the contract', () => {
    const uids: Record<FunctionUid, true> = {
      associate_records: true,
      preview_associations: true,
      remove_associations: true,
      resolve_records: true,
      collect_records: true,
      find_segments: true,
      describe_objects: true,
      list_associations: true,
      suggest_records: true,
      describe_properties: true,
      save_note: true,
      read_messages: true,
      read_pasted_text: true,
    };
    expect(of('APPLICATION')).toHaveLength(1);
    const locations = of('CARD').map(({ config }) => config.location);
    expect(locations.sort()).toEqual(['crm.record.sidebar', 'crm.record.tab']);
    const functions = of('APP_FUNCTION').map(({ uid }) => uid);
    expect(functions.sort()).toEqual(Object.keys(uids).sort());
  });

  it('is told of entrypoints that exist, which it does not check itself', () => {
    const nodes = [...of('CARD'), ...of('APP_FUNCTION')];
    const missing = nodes.filter(({ config }) => !existsSync(join(top, 'src', config.entrypoint ?? 'none')));
    expect(missing).toEqual([]);
  });

  it('refuses the project once a card names no location', async () => {
    const { folder, remove } = copyProject();
    try {
      const meta = join(folder, 'src/app/cards/record-tab-hsmeta.json');
      writeFileSync(meta, readFileSync(meta, 'utf8').replace('"location"', '"place"'));
      expect(await parseProject(folder)).toMatchObject({
        ok: false,
        message: expect.stringContaining('location'),
      });
    } finally {
      remove();
    }
  });
});

describe('hs project lint', () => {
  it('passes the cards with HubSpot’s rules, finding its packages where npm install put them', () => {
    const { folder, remove } = copyProject();
    try {
      const { output, status } = lintProject(folder);
      expect(output).toMatch(/Linting passed in 1 directory/);
      expect(output).toMatch(/src\/app\/cards/);
      expect(status).toBe(0);
    } finally {
      remove();
    }
  }, 120_000);
});
