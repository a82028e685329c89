import { readRecords } from './records';
import { Run } from './run';
import { json, ScriptedHubSpot, type Script } from './testing';

/** Contacts as HubSpot would answer for them: what was asked for -> the record that comes back. */
function contacts(known: Record<string, { id: string; email: string }>): Script {
  return ({ path, inputs }) => {
    if (!path.includes('/objects/')) return undefined;
    const asked = (inputs as unknown as { id: string }[]).map(({ id }) => id);
    const results = asked.flatMap((value) => {
      const record = known[value];
      return record ? [{ id: record.id, properties: { email: record.email } }] : [];
    });
    const missing = asked.filter((value) => !known[value]);
    const error = { category: 'OBJECT_NOT_FOUND', message: 'gone', context: { ids: missing } };
    return json(207, { status: 'COMPLETE', results, ...(missing.length > 0 && { errors: [error] }) });
  };
}

const ada = { id: '1', email: 'ada@example.com' };

async function read(script: Script, values: string[], idProperty?: string) {
  const fake = new ScriptedHubSpot(script);
  const states = await fake.run((hubspot) =>
    readRecords(new Run(hubspot), '0-1', values, idProperty === undefined ? {} : { idProperty }),
  );
  const found = values.map((value) => {
    const state = states.get(value);
    return typeof state === 'object' ? state.ref.id : state;
  });
  return { found, calls: fake.seen.length };
}

describe('reading records', () => {
  it('tells those that are there from those that HubSpot names as missing, in one call', async () => {
    const script = contacts({ 'ada@example.com': ada });
    expect(await read(script, ['ada@example.com', 'bob@example.com'], 'email')).toEqual({
      found: ['1', 'not_found'],
      calls: 1,
    });
  });

  it('asks alone for what comes back under another name: a second address, a merged record', async () => {
    const second = contacts({ 'ada@old.example': ada, 'ada@example.com': ada });
    expect(await read(second, ['ada@old.example', 'ada@example.com'], 'email')).toEqual({
      found: ['1', '1'],
      calls: 2,
    });
    expect(await read(contacts({ '7': ada }), ['7', '8'])).toEqual({ found: ['1', 'not_found'], calls: 2 });
  });

  it('takes what HubSpot says nothing of for unknown', async () => {
    const silent: Script = () => json(200, { status: 'COMPLETE', results: [] });
    expect(await read(silent, ['7'])).toEqual({ found: ['unknown'], calls: 1 });
  });

  it('takes a record for what stands in its own list of other values, without another call', async () => {
    const merged: Script = () =>
      json(200, {
        results: [
          { id: '1', properties: { email: 'ada@example.com', hs_merged_object_ids: '7;8', hs_additional_emails: 'ada@old.example; a@b.example' } },
        ],
      }); // prettier-ignore
    expect(await read(merged, ['7', '8', '1'])).toEqual({ found: ['1', '1', '1'], calls: 1 });
    expect(await read(merged, ['A@b.example', 'ada@example.com'], 'email')).toEqual({
      found: ['1', '1'],
      calls: 1,
    });
  });

  it('asks for a hundred at a time, and for every other value alone while there is time', async () => {
    const silent: Script = () => json(200, { status: 'COMPLETE', results: [] });
    const { calls } = await read(silent, Array.from({ length: 250 }, (_, n) => String(n + 1))); // prettier-ignore
    expect(calls).toBe(3 + 250);
  });

  it('asks for nothing alone after nine seconds', async () => {
    const slow: Script = async (_, { time }) => {
      await time.sleep(3_100);
      return json(200, { status: 'COMPLETE', results: [] });
    };
    const { calls } = await read(slow, Array.from({ length: 250 }, (_, n) => String(n + 1))); // prettier-ignore
    // Three reads at once in each of three rounds of 3.1 seconds.
    expect(calls).toBe(3 + 3 + 3);
  });

  it('halves a refused read until the refused record is alone', async () => {
    const known = contacts(Object.fromEntries(['1', '2', '3', '4'].map((id) => [id, { id, email: '' }])));
    const refuses3: Script = (request, hubspot) => {
      const asked = (request.inputs as unknown as { id: string }[]).map(({ id }) => id);
      return asked.includes('3')
        ? json(400, { category: 'VALIDATION_ERROR', message: 'no' })
        : known(request, hubspot);
    };
    const { found } = await read(refuses3, ['1', '2', '3', '4']);
    expect(found).toEqual(['1', '2', 'unknown', '4']);
  });

  it('finds each of many refused records, as long as HubSpot answers for others in between', async () => {
    const ids = Array.from({ length: 100 }, (_, n) => String(n + 1));
    const isRefused = (id: string) => Number(id) % 3 === 0;
    const known = contacts(Object.fromEntries(ids.map((id) => [id, { id, email: '' }])));
    const refusesSome: Script = (request, hubspot) => {
      const asked = (request.inputs as unknown as { id: string }[]).map(({ id }) => id);
      return asked.some(isRefused)
        ? json(400, { category: 'VALIDATION_ERROR', message: 'no' })
        : known(request, hubspot);
    };
    const { found } = await read(refusesSome, ids);
    expect(found).toEqual(ids.map((id) => (isRefused(id) ? 'unknown' : id)));
  });

  it('gives up a read that HubSpot refuses for every record', async () => {
    const refused: Script = () => json(400, { category: 'VALIDATION_ERROR', message: 'no' });
    const { found, calls } = await read(refused, Array.from({ length: 100 }, (_, n) => String(n + 1))); // prettier-ignore
    expect([new Set(found), calls]).toEqual([new Set(['unknown']), 32]);
  });
});
