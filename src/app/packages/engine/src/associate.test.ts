import type { Answer, AssociateAnswer, AssociationInput } from '@bulk-associate/contract';
import { apiVersions } from './api-version';
import { associate } from './associate';
import { json, reset, ScriptedHubSpot, silence, text, type Script, type Seen } from './testing';

const types = { fromObjectType: '0-1', toObjectType: '0-2' };

/** So many links of contact 9 with companies 1001, 1002, … */
function links(count: number): AssociationInput[] {
  return Array.from({ length: count }, (_, n) => ({ from: { id: '9' }, to: { id: String(1001 + n) } }));
}

function payload(answer: Answer<AssociateAnswer>): AssociateAnswer {
  if (!answer.ok) throw new Error(answer.error.message);
  return answer;
}

function statuses(answer: Answer<AssociateAnswer>): string[] {
  return payload(answer).outcomes.map(({ status }) => status);
}

function tally(answer: Answer<AssociateAnswer>): Record<string, number> {
  return statuses(answer).reduce<Record<string, number>>((sum, status) => {
    return { ...sum, [status]: (sum[status] ?? 0) + 1 };
  }, {});
}

/** A script that misbehaves at the first write only. */
function once(answer: (request: Seen, hubspot: ScriptedHubSpot) => ReturnType<Script>): Script {
  let done = false;
  return (request, hubspot) => {
    if (request.kind !== 'write' || done) return undefined;
    done = true;
    return answer(request, hubspot);
  };
}

const complete = (results: unknown[], more: object = {}) => ({ status: 'COMPLETE', results, ...more });

describe.each(apiVersions)('on %s', (version) => {
  async function run(script: Script | undefined, inputs: AssociationInput[], parameters: object = types) {
    const fake = new ScriptedHubSpot(script, version);
    const answer = await fake.run((hubspot) => associate(hubspot, { ...types, ...parameters, inputs }));
    return { fake, answer };
  }

  describe('associate', () => {
    it('links every pair through the batch endpoint of that version', async () => {
      const fake = new ScriptedHubSpot(undefined, version);
      const answer = await fake.run((hubspot) => associate(hubspot, { ...types, inputs: links(3) }));
      const base = version === 'v4' ? '/crm/v4/associations' : '/crm/associations/2026-09';
      expect(fake.seen.map(({ path }) => path)).toEqual([`${base}/0-1/0-2/batch/associate/default`]);
      expect(statuses(answer)).toEqual(['associated', 'associated', 'associated']);
      expect(payload(answer).usage).toMatchObject({ calls: 1, retries: 0 });
    });
  });

  describe('repeated pairs and pairs of a record with itself', () => {
    it('are skipped, with the reason, and not sent', async () => {
      const inputs = [...links(2), ...links(1)];
      const { fake, answer } = await run(undefined, inputs);
      expect(statuses(answer)).toEqual(['associated', 'associated', 'skipped']);
      expect(payload(answer).outcomes[2]?.error?.message).toMatch(/earlier/);
      expect(fake.seen[0]?.inputs).toHaveLength(2);
    });

    it('include the reverse of a pair within one object type', async () => {
      const pair = (from: string, to: string) => ({ from: { id: from }, to: { id: to } });
      const same = { fromObjectType: '0-1', toObjectType: '0-1' };
      const { answer } = await run(undefined, [pair('1', '2'), pair('2', '1'), pair('3', '3')], same);
      expect(statuses(answer)).toEqual(['associated', 'skipped', 'skipped']);
    });

    it('do not include pairs with equal ids of two object types', async () => {
      const pair = (from: string, to: string) => ({ from: { id: from }, to: { id: to } });
      const { answer } = await run(undefined, [pair('5', '7'), pair('7', '5'), pair('3', '3')]);
      expect(statuses(answer)).toEqual(['associated', 'associated', 'associated']);
    });

    it('make no call if there are no other pairs', async () => {
      const { fake, answer } = await run(undefined, [{ from: { id: '3' }, to: { id: '3' } }], {
        toObjectType: '0-1',
      });
      expect(statuses(answer)).toEqual(['skipped']);
      expect(fake.seen).toEqual([]);
    });
  });

  describe('answers that do not tell what was associated', () => {
    it.each<[string, Script]>([
      [
        'COMPLETE with no results',
        once((request, fake) => (fake.link(request.inputs), json(200, complete([])))),
      ],
      [
        'a 201 with no results',
        once((request, fake) => (fake.link(request.inputs), json(201, complete([])))),
      ],
      [
        'a torn body',
        once((request, fake) => (fake.link(request.inputs), text(200, '{"status":"COMPLETE","resu'))),
      ],
      ['an HTML 502', once((request, fake) => (fake.link(request.inputs), text(502, '<html></html>')))],
      ['an empty 503', once((request, fake) => (fake.link(request.inputs), text(503, '')))],
      ['a reset after the write', once((request, fake) => (fake.link(request.inputs), reset()))],
      ['silence after the write', once((request, fake) => (fake.link(request.inputs), silence()))],
    ])('are followed by a read, which finds the associations: %s', async (_, script) => {
      const { fake, answer } = await run(script, links(40));
      expect(tally(answer)).toEqual({ associated: 40 });
      expect(fake.of('write')).toHaveLength(1);
      expect(fake.of('read')).toHaveLength(1);
    });

    it.each<[string, Script]>([
      ['COMPLETE with no results', once(() => json(200, complete([])))],
      ['a torn body', once(() => text(200, '{"status":"COMPL'))],
      ['an HTML 502', once(() => text(502, '<html></html>'))],
      ['an empty 503', once(() => text(503, ''))],
      ['a reset before the write', once(() => reset())],
      ['silence', once(() => silence())],
    ])('are followed by a second write if a read finds no association: %s', async (_, script) => {
      const { fake, answer } = await run(script, links(40));
      expect(tally(answer)).toEqual({ associated: 40 });
      expect(fake.links.size).toBe(40);
      expect(payload(answer).usage.retries).toBeGreaterThan(0);
    });

    it.each<[string, Script]>([
      ['no clear answer came', once(() => text(502, '<html></html>'))],
      ['the answer left out inputs without an error', once(() => json(200, complete([])))],
    ])('halve the size of the next batches if %s', async (_, script) => {
      const { fake, answer } = await run(script, links(100));
      expect(tally(answer)).toEqual({ associated: 100 });
      expect(fake.of('write').map(({ inputs }) => inputs.length)).toEqual([100, 50, 50]);
    });

    it('end as failed and retryable if HubSpot repeatedly makes no association', async () => {
      const lose: Script = (request, fake) => {
        if (request.kind !== 'write') return undefined;
        const kept = request.inputs.filter(({ to }) => to.id !== '1002');
        fake.link(kept);
        return json(200, complete(kept));
      };
      const { fake, answer } = await run(lose, links(3));
      expect(statuses(answer)).toEqual(['associated', 'failed', 'associated']);
      expect(payload(answer).outcomes[1]?.error).toMatchObject({ retryable: true });
      expect(fake.of('write').map(({ inputs }) => inputs.length)).toEqual([3, 1, 1]);
    });

    it('end as unconfirmed if no read succeeds', async () => {
      const script: Script = ({ kind }) => (kind === 'write' ? json(200, complete([])) : text(500, ''));
      const { answer } = await run(script, links(3));
      expect(tally(answer)).toEqual({ unconfirmed: 3 });
      expect(payload(answer).stopped).toMatchObject({ code: 'HUBSPOT_UNAVAILABLE' });
    });

    it('do not include a 2xx that names every pair: it is followed by no read', async () => {
      const { fake } = await run(undefined, links(100));
      expect(fake.of('read')).toEqual([]);
    });
  });

  describe('refusals', () => {
    const refuse =
      (ids: string[], body: (bad: string[]) => object): Script =>
      (request) => {
        if (request.kind !== 'write') return undefined;
        const bad = request.inputs.map(({ to }) => to.id).filter((id) => ids.includes(id));
        return bad.length > 0
          ? json(400, { status: 'error', category: 'VALIDATION_ERROR', ...body(bad) })
          : undefined;
      };
    const nameless = () => ({ message: 'One or more associations are invalid' });

    it('of a batch that name a record fail only its pair, with one more call for the others', async () => {
      const named = (bad: string[]) => ({
        message: 'One or more associations are invalid',
        correlationId: 'c-1',
        context: { INVALID_OBJECT_IDS: bad.map((id) => `COMPANY=${id} is not valid`), objectId: bad },
      });
      const { fake, answer } = await run(refuse(['1007'], named), links(100));
      expect(tally(answer)).toEqual({ associated: 99, failed: 1 });
      expect(payload(answer).outcomes[6]).toMatchObject({
        status: 'failed',
        error: { correlationId: 'c-1', retryable: false },
      });
      expect(fake.of('write')).toHaveLength(2);
    });

    it.each([1, 2, 4])(
      'of a batch that name no record are narrowed down by halving (%i invalid records)',
      async (offenders) => {
        const bad = Array.from({ length: offenders }, (_, n) => String(1001 + n * 23));
        const { fake, answer } = await run(refuse(bad, nameless), links(100));
        expect(tally(answer)).toEqual({ associated: 100 - offenders, failed: offenders });
        // Two halves a level, log2(100) < 7 levels, for each offender.
        expect(fake.of('write').length).toBeLessThanOrEqual(1 + 2 * 7 * offenders);
      },
    );

    it('because of the batch size reduce it to the stated maximum', async () => {
      const most: Script = ({ kind, inputs }) =>
        kind === 'write' && inputs.length > 250
          ? json(400, {
              message: `Batch size ${inputs.length} exceeds the maximum of 250`,
              category: 'VALIDATION_ERROR',
            })
          : undefined;
      const { fake, answer } = await run(most, links(1000));
      expect(tally(answer)).toEqual({ associated: 1000 });
      expect(fake.of('write').map(({ inputs }) => inputs.length)).toEqual([100, 900, 225, 225, 225, 225]);
      expect(payload(answer).usage.batchSize).toBe(250);
    });

    it('because of the batch size in an unknown wording are handled by halving, and the size is remembered', async () => {
      const most: Script = ({ kind, inputs }) =>
        kind === 'write' && inputs.length > 500 ? json(400, { message: 'No.' }) : undefined;
      const { fake, answer } = await run(most, links(1000));
      expect(tally(answer)).toEqual({ associated: 1000 });
      expect(fake.of('write')).toHaveLength(4);
      await fake.run((hubspot) => associate(hubspot, { ...types, inputs: links(1000) }));
      expect(fake.of('write')).toHaveLength(6);
    });

    it('that mention a size which HubSpot has accepted before are narrowed down to the invalid record', async () => {
      const words = () => ({ message: 'The request exceeds the maximum of 50' });
      const { answer } = await run(refuse(['1007'], words), links(100), { batchSize: 100 });
      expect(tally(answer)).toEqual({ associated: 99, failed: 1 });
      expect(payload(answer).usage.batchSize).toBeGreaterThanOrEqual(100);
    });

    it('of the call itself end the run, such as an unknown object type', async () => {
      const unknown: Script = () =>
        json(400, { message: 'Unable to infer object type from: 2-9', correlationId: 'c-2' });
      const { fake, answer } = await run(unknown, links(500));
      expect(answer).toEqual({
        ok: false,
        error: {
          code: 'HUBSPOT_REJECTED',
          message: 'Unable to infer object type from: 2-9',
          correlationId: 'c-2',
        },
      });
      expect(fake.seen).toHaveLength(1);
    });

    it('of every pair in the same words end the run after a few requests', async () => {
      const { fake, answer } = await run(
        ({ kind }) => (kind === 'write' ? json(400, { message: 'No.' }) : undefined),
        links(1000),
      );
      expect(tally(answer)['associated']).toBeUndefined();
      expect(payload(answer).stopped).toMatchObject({ code: 'HUBSPOT_REJECTED', message: 'No.' });
      expect(fake.seen.length).toBeLessThan(60);
    });

    it('within a 207 fail only the pairs that they name', async () => {
      const script = once((request, fake) => {
        const good = request.inputs.slice(1);
        fake.link(good);
        const error = {
          category: 'OBJECT_NOT_FOUND',
          message: 'No company with ID 1001 exists',
          context: { id: ['1001'] },
        };
        return json(207, complete(good, { errors: [error], numErrors: 1 }));
      });
      const { fake, answer } = await run(script, links(3));
      expect(statuses(answer)).toEqual(['failed', 'associated', 'associated']);
      expect(payload(answer).outcomes[0]?.error).toEqual({
        message: 'No company with ID 1001 exists',
        category: 'OBJECT_NOT_FOUND',
        retryable: false,
      });
      expect(fake.seen).toHaveLength(1);
    });

    it('within a 207 that name no record are narrowed down to their pair', async () => {
      const script: Script = (request, fake) => {
        if (request.kind !== 'write') return undefined;
        const good = request.inputs.filter(({ to }) => !['1003', '1004'].includes(to.id));
        fake.link(good);
        if (good.length === request.inputs.length) return json(200, complete(good));
        return json(
          207,
          complete(good, { errors: [{ category: 'VALIDATION_ERROR', message: 'Refused' }], numErrors: 1 }),
        );
      };
      const { answer } = await run(script, links(10));
      expect(tally(answer)).toEqual({ associated: 8, failed: 2 });
      expect(payload(answer).outcomes[2]?.error?.message).toBe('Refused');
    });

    describe('within a 207 that name no record and have different messages', () => {
      const reasons = new Map([
        ['1001', 'Full'],
        ['1002', 'Locked'],
        ['1101', 'Full'],
        ['1102', 'Locked'],
      ]);
      const script: Script = async (request, fake) => {
        if (request.kind !== 'write') return fake.answer(request);
        await fake.time.sleep(200);
        const good = request.inputs.filter(({ to }) => !reasons.has(to.id));
        fake.link(good);
        const messages = request.inputs.flatMap(({ to }) => reasons.get(to.id) ?? []);
        if (messages.length === 0) return json(200, complete(good));
        const errors = messages.map((message) => ({ category: 'VALIDATION_ERROR', message }));
        return json(207, complete(good, { errors, numErrors: errors.length }));
      };

      it('are narrowed down in every batch that was in flight, with few requests', async () => {
        const { fake, answer } = await run(script, links(200), { batchSize: 100 });
        expect(tally(answer)).toEqual({ associated: 196, failed: 4 });
        const failed = payload(answer).outcomes.filter(({ status }) => status === 'failed');
        expect(failed.map(({ to, error }) => [to.id, error?.message])).toEqual([...reasons]);
        // Two batches, each bad pair alone, and a read after either.
        expect(fake.seen).toHaveLength(8);
      });

      it('do not reduce the batch size, because HubSpot accepted the batch', async () => {
        const { fake, answer } = await run(script, links(100));
        expect(tally(answer)).toEqual({ associated: 98, failed: 2 });
        expect(payload(answer).usage.batchSize).toBe(100);
        expect(fake.of('write').map(({ inputs }) => inputs.length)).toEqual([100, 1, 1]);
      });
    });
  });

  describe('refusals of an association that an earlier call may have made', () => {
    const said = { category: 'VALIDATION_ERROR', message: 'The record has reached its limit' };
    const refused = { status: 'failed', error: { ...said, retryable: false } };
    /** Refuses pairs with these companies, in the words given, and links the rest. */
    const refusing =
      (ids: string[], error: (id: string) => object, read?: Script): Script =>
      (request, fake) => {
        if (request.kind !== 'write') return request.kind === 'read' ? read?.(request, fake) : undefined;
        const bad = request.inputs.filter(({ to }) => ids.includes(to.id));
        const good = request.inputs.filter(({ to }) => !ids.includes(to.id));
        fake.link(good);
        return json(207, complete(good, { errors: bad.map(({ to }) => error(to.id)) }));
      };
    const named = (id: string) => ({ ...said, context: { id: [id] } });

    async function runWith(
      script: Script,
      earlier: AssociationInput[],
      inputs = links(5),
      more: object = {},
    ) {
      const fake = new ScriptedHubSpot(script, version);
      fake.link(earlier);
      const answer = await fake.run((hubspot) => associate(hubspot, { ...types, ...more, inputs }));
      expect(fake.time.now()).toBeLessThan(15_000);
      return { fake, answer };
    }

    it('are read back in one more call: associated if the association exists, else failed', async () => {
      const { fake, answer } = await runWith(refusing(['1001', '1003'], named), links(1));
      expect(statuses(answer)).toEqual(['associated', 'associated', 'failed', 'associated', 'associated']);
      expect(payload(answer).outcomes[0]).not.toHaveProperty('error');
      expect(payload(answer).outcomes[2]).toMatchObject(refused);
      expect(fake.seen.map(({ kind }) => kind)).toEqual(['write', 'read']);
      expect(fake.of('read')[0]?.inputs).toEqual([{ id: '1001' }, { id: '1003' }]);
      expect(payload(answer).usage).toMatchObject({ calls: 2, retries: 0 });
    });

    it('are read back from the record of the card too, and in both directions within one object type', async () => {
      const same = { fromObjectType: '0-2', toObjectType: '0-2' };
      const turned = links(1).map(({ from, to }) => ({ from: to, to: from }));
      const { answer } = await runWith(refusing(['1001', '1002'], named), turned, links(3), same);
      expect(statuses(answer)).toEqual(['associated', 'failed', 'associated']);
      const froms = ['1', '2', '3'].map((id) => ({ from: { id }, to: { id: '1001' } }));
      const other = await runWith(refusing(['1001'], named), froms.slice(0, 2), froms);
      expect(statuses(other.answer)).toEqual(['associated', 'associated', 'failed']);
      expect(other.fake.of('read').map(({ path }) => /0-\d\/0-\d/.exec(path)?.[0])).toEqual(['0-1/0-2']);
    });

    it('count as associated if the read shows only a label', async () => {
      const read: Script = ({ inputs }) =>
        json(200, complete(inputs.map((from) => ({ from, to: [{ toObjectId: 9, associationTypes: [{ typeId: 1, label: 'Buyer' }] }] })))); // prettier-ignore
      const { answer } = await runWith(refusing(['1001'], named, read), []);
      expect(tally(answer)).toEqual({ associated: 5 });
    });

    it('of whole batches are read back too, whether or not they name a record', async () => {
      const whole =
        (context: object): Script =>
        ({ kind, inputs }) =>
          kind === 'write' && inputs.some(({ to }) => to.id === '1002')
            ? json(400, { ...said, context })
            : undefined;
      for (const context of [{ objectId: ['1002'] }, {}]) {
        const { fake, answer } = await runWith(whole(context), links(2));
        expect(tally(answer)).toEqual({ associated: 5 });
        expect(fake.of('read')).toHaveLength(1);
      }
    });

    it('of every pair in the same words are read back before the run ends', async () => {
      const always: Script = ({ kind }) => (kind === 'write' ? json(400, { message: 'No.' }) : undefined);
      const { fake, answer } = await runWith(always, links(100), links(100));
      expect(payload(answer).stopped).toMatchObject({ code: 'HUBSPOT_REJECTED', message: 'No.' });
      expect(Object.keys(tally(answer)).sort()).toEqual(['associated', 'not_attempted']);
      expect(fake.of('read')).toHaveLength(1);
    });

    it('for a temporary reason are read back if the time ends before the next answer', async () => {
      const script: Script = async (request, fake) => {
        if (request.kind !== 'write') return fake.answer(request);
        await fake.time.sleep(5_900);
        return json(207, complete([], { errors: [{ message: 'Busy', context: { id: ['1001'] } }] }));
      };
      const { fake, answer } = await runWith(script, links(1), links(1));
      expect(tally(answer)).toEqual({ associated: 1 });
      expect(fake.seen.map(({ kind }) => kind)).toEqual(['write', 'read']);
    });

    it('for a temporary reason are not read back once HubSpot has made the association', async () => {
      const busy = once((request, fake) => {
        const good = request.inputs.slice(1);
        fake.link(good);
        return json(207, complete(good, { errors: [{ message: 'Busy', context: { id: ['1001'] } }] }));
      });
      const { fake, answer } = await runWith(busy, []);
      expect(tally(answer)).toEqual({ associated: 5 });
      expect(fake.seen.map(({ kind }) => kind)).toEqual(['write', 'write']);
      expect(fake.seen[1]?.at).toBeGreaterThanOrEqual(500);
    });

    it.each(['OBJECT_NOT_FOUND', 'INVALID_IDENTIFIER'])(
      'are not read back if there can be no association: %s',
      async (subCategory) => {
        const error = (id: string) => ({ ...named(id), subCategory: `crm.associations.${subCategory}` });
        const { fake, answer } = await runWith(refusing(['1001'], error), []);
        expect(tally(answer)).toEqual({ failed: 1, associated: 4 });
        expect(fake.of('read')).toEqual([]);
      },
    );

    it('are read in another call than unclear pairs, because the read is refused if a record does not exist', async () => {
      const gone: Script = (request) =>
        JSON.stringify(request.inputs).includes('1001') || request.path.includes('/0-1/0-2/')
          ? json(400, { message: '1001 is gone' })
          : undefined;
      const script = refusing(['1001'], named, gone);
      const losing: Script = async (request, fake) => {
        const answer = script(request, fake);
        if (request.kind !== 'write') return (await answer) ?? fake.answer(request);
        return json(207, complete([], { errors: [named('1001')] }));
      };
      const { answer } = await runWith(losing, [], links(3));
      expect(statuses(answer)).toEqual(['failed', 'associated', 'associated']);
      expect(payload(answer).outcomes[0]).toMatchObject(refused);
    });

    it.each<[string, () => ReturnType<Script>]>([
      ['is refused', () => json(400, { message: 'No.' })],
      ['gets a 502', () => text(502, '<html></html>')],
      ['gets a 401', () => json(401, {})],
      ['lacks a scope', () => json(403, { category: 'MISSING_SCOPES' })],
      ['meets the limit of the day', () => json(429, { policyName: 'DAILY' })],
      ['is told to wait for an hour', () => json(477, {}, { 'retry-after': '3600' })],
      ['is reset', () => reset()],
      ['cannot be sent', () => Promise.reject(new TypeError('', { cause: { code: 'ECONNREFUSED' } }))],
      ['gets no answer', () => silence()],
    ])('end as failed and do not stop the run if the read %s', async (_, answering) => {
      const { answer } = await runWith(refusing(['1001'], named, answering), links(1));
      expect(tally(answer)).toEqual({ failed: 1, associated: 4 });
      expect(payload(answer).outcomes[0]).toMatchObject(refused);
      expect(payload(answer)).not.toHaveProperty('stopped');
    });

    it('do not replace the reason for which the run had ended', async () => {
      const script = refusing(['1001'], named, () => json(401, {}));
      const lastly: Script = (request, fake) =>
        request.kind === 'write' && fake.of('write').length > 1
          ? json(429, { policyName: 'DAILY' })
          : script(request, fake);
      const { fake, answer } = await runWith(lastly, links(1), links(300));
      expect(payload(answer).stopped).toMatchObject({ code: 'DAILY_LIMIT' });
      expect(tally(answer)).toEqual({ failed: 1, associated: 99, not_attempted: 200 });
      expect(fake.of('read')).toEqual([]);
    });
  });

  describe('rate limits and locks', () => {
    const limited = (policyName: string, headers: Record<string, string> = {}) =>
      json(
        429,
        { status: 'error', message: 'You have reached your limit.', errorType: 'RATE_LIMIT', policyName },
        headers,
      );

    it.each<[string, Script, number]>([
      ['429 of the second', once(() => limited('SECONDLY')), 1_000],
      [
        '429 of the ten seconds, which names a time',
        once(() => limited('TEN_SECONDLY_ROLLING', { 'retry-after': '4' })),
        4_000,
      ],
      ['423', once(() => json(423, {})), 2_000],
      ['477, which names a time', once(() => json(477, {}, { 'retry-after': '3' })), 3_000],
    ])('are waited for: %s', async (_, script, ms) => {
      const { fake, answer } = await run(script, links(5));
      const waited = (fake.seen[1]?.at ?? 0) - (fake.seen[0]?.at ?? 0);
      expect(waited).toBeGreaterThanOrEqual(ms);
      expect(tally(answer)).toEqual({ associated: 5 });
      expect(payload(answer).usage).toMatchObject({ calls: 2, retries: 1 });
    });

    it('for ten seconds without a Retry-After end the function call with RATE_LIMITED, so that the card repeats it', async () => {
      const { answer } = await run(() => limited('TEN_SECONDLY_ROLLING'), links(5));
      expect(answer).toMatchObject({ ok: false, error: { code: 'RATE_LIMITED', retryAfterMs: 10_000 } });
    });

    it('for the day end the run at once, and the outcomes so far are returned', async () => {
      const script: Script = ({ kind }, fake) =>
        kind === 'write' && fake.of('write').length > 1 ? limited('DAILY') : undefined;
      const { fake, answer } = await run(script, links(300));
      expect(tally(answer)).toEqual({ associated: 100, not_attempted: 200 });
      expect(payload(answer).stopped).toMatchObject({ code: 'DAILY_LIMIT' });
      expect(fake.seen).toHaveLength(2);
    });

    it('for the day refuse the call if nothing was done yet', async () => {
      const { answer } = await run(() => limited('DAILY'), links(3));
      expect(answer).toMatchObject({ ok: false, error: { code: 'DAILY_LIMIT' } });
    });

    it('longer than the time limit of a function are returned with the time to wait', async () => {
      const { answer } = await run(() => json(477, {}, { 'retry-after': '3600' }), links(3));
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'HUBSPOT_UNAVAILABLE', retryAfterMs: 3_600_000 },
      });
    });

    it('delay the other batch in flight too', async () => {
      const fake = new ScriptedHubSpot(
        (request, hubspot) =>
          request.kind === 'write' && hubspot.of('write').length === 1
            ? limited('SECONDLY', { 'retry-after': '5' })
            : undefined,
        version,
      );
      await fake.run((hubspot) => associate(hubspot, { ...types, inputs: links(300), batchSize: 100 }));
      const later = fake.seen.slice(2).map(({ at }) => at);
      expect(Math.min(...later)).toBeGreaterThanOrEqual(5_000);
    });

    it('delay every batch by the longest time that HubSpot named in any of their answers', async () => {
      const times = ['5', '1'];
      const fake = new ScriptedHubSpot(async (request, hubspot) => {
        const time = request.kind === 'write' ? times.shift() : undefined;
        if (time === undefined) return hubspot.answer(request);
        await hubspot.time.sleep(times.length > 0 ? 100 : 200);
        return limited('SECONDLY', { 'retry-after': time });
      }, version);
      await fake.run((hubspot) => associate(hubspot, { ...types, inputs: links(200), batchSize: 100 }));
      const later = fake.seen.slice(2).map(({ at }) => at);
      expect(later).toHaveLength(2);
      expect(Math.min(...later)).toBeGreaterThanOrEqual(5_100);
    });
  });

  describe('rate limits shared with other processes', () => {
    /** Lets so many requests start, and then tells each to ask again after so many milliseconds. */
    async function sharing(room: number, waitMs: number, count: number) {
      const fake = new ScriptedHubSpot(undefined, version);
      const asked: string[] = [];
      fake.hubspot.environment.admit = async ({ path }) => (
        asked.push(path),
        asked.length <= room ? 0 : waitMs
      );
      const inputs = links(count);
      const answer = await fake.run((hubspot) => associate(hubspot, { ...types, inputs, batchSize: 100 }));
      return { fake, answer, asked };
    }

    it('are asked once for each request that starts', async () => {
      const { fake, asked } = await sharing(Infinity, 0, 300);
      expect(asked).toEqual(fake.seen.map(({ path }) => path));
    });

    it('delay a request until it is admitted, without a call to HubSpot', async () => {
      const fake = new ScriptedHubSpot(undefined, version);
      let refusals = 2;
      fake.hubspot.environment.admit = async () => (refusals-- > 0 ? 700 : 0);
      const answer = await fake.run((hubspot) => associate(hubspot, { ...types, inputs: links(3) }));
      expect(fake.seen).toHaveLength(1);
      expect(fake.seen[0]?.at).toBeGreaterThanOrEqual(1_400);
      expect(payload(answer).usage).toMatchObject({ calls: 1, retries: 0 });
    });

    it('end the run with the reason if the wait is too long, and the other pairs are not attempted', async () => {
      const { fake, answer } = await sharing(1, 60_000, 300);
      expect(fake.seen).toHaveLength(1);
      expect(tally(answer)).toEqual({ associated: 100, not_attempted: 200 });
      expect(payload(answer).stopped).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 60_000 });
    });
  });

  describe('a refused token', () => {
    const missing = json(403, {
      category: 'MISSING_SCOPES',
      context: { requiredGranularScopes: ['crm.objects.deals.write'] },
    });

    it.each([
      ['401', json(401, { category: 'INVALID_AUTHENTICATION' }), 'UNAUTHORIZED'],
      ['403', missing, 'MISSING_SCOPES'],
    ])('before anything was done refuses the call: %s', async (_, response, code) => {
      const { fake, answer } = await run(() => response, links(300));
      expect(answer).toMatchObject({ ok: false, error: { code } });
      expect(fake.seen).toHaveLength(1);
    });

    it('in the middle of a run keeps the outcomes so far', async () => {
      const { answer } = await run((_, fake) => (fake.seen.length > 1 ? missing : undefined), links(300));
      expect(tally(answer)).toEqual({ associated: 100, not_attempted: 200 });
      expect(payload(answer).stopped).toMatchObject({
        code: 'MISSING_SCOPES',
        requiredScopes: ['crm.objects.deals.write'],
      });
    });
  });

  describe('time', () => {
    it('is reported in whole milliseconds', async () => {
      const slow: Script = async (request, fake) => (await fake.time.sleep(10.4), fake.answer(request));
      const { answer } = await run(slow, links(1));
      expect(payload(answer).usage.elapsedMs).toBe(10);
    });

    it('that was spent before the call is taken off its limit', async () => {
      const fake = new ScriptedHubSpot(undefined, version);
      const late = { ...fake.hubspot, spentMs: 10_001 };
      const answer = await fake.run(() => associate(late, { ...types, inputs: links(3) }));
      expect(fake.seen).toEqual([]);
      expect(tally(answer)).toEqual({ not_attempted: 3 });
      expect(payload(answer).usage.elapsedMs).toBe(10_001);
    });

    it('ends after twelve seconds: the other pairs are not attempted, and the answer comes within fifteen', async () => {
      const slow: Script = async (request, fake) => {
        await fake.time.sleep(3_000);
        return fake.answer(request);
      };
      const { fake, answer } = await run(slow, links(1000), { batchSize: 50 });
      const { associated = 0, not_attempted: rest = 0 } = tally(answer);
      expect(associated).toBeGreaterThan(0);
      expect(rest).toBeGreaterThan(0);
      expect(associated + rest).toBe(1000);
      expect(fake.time.now()).toBeLessThan(15_000);
    });

    it('ends in time even if HubSpot never answers', async () => {
      const { fake, answer } = await run(() => silence(), links(1000));
      expect(fake.time.now()).toBeLessThan(15_000);
      expect(tally(answer)['associated']).toBeUndefined();
      expect(tally(answer)['unconfirmed']).toBeGreaterThan(0);
      expect(payload(answer).stopped).toMatchObject({ code: 'HUBSPOT_UNAVAILABLE' });
    });

    it('ends with no request started after the answer', async () => {
      const { fake } = await run(() => text(500, ''), links(1000));
      const calls = fake.seen.length;
      await fake.time.run(() => fake.time.sleep(60_000));
      expect(fake.seen).toHaveLength(calls);
    });
  });

  describe('a failed connection to HubSpot', () => {
    it('refuses the call, because nothing can have been done', async () => {
      const refused = () =>
        Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }));
      const { fake, answer } = await run(refused, links(300));
      expect(answer).toMatchObject({ ok: false, error: { code: 'HUBSPOT_UNAVAILABLE' } });
      expect(fake.seen).toHaveLength(3);
    });
  });

  describe('reading back', () => {
    const lose = once((request, fake) => (fake.link(request.inputs), json(200, complete([]))));

    it('reads from the side whose records have fewer associations', async () => {
      const { fake } = await run(lose, links(100));
      expect(fake.of('read')[0]).toMatchObject({ path: expect.stringContaining('/0-2/0-1/batch/read') });
      const turned = links(100).map(({ from, to }) => ({ from: to, to: from }));
      const other = await run(lose2(), turned);
      expect(other.fake.of('read')[0]).toMatchObject({
        path: expect.stringContaining('/0-1/0-2/batch/read'),
      });
    });

    function lose2(): Script {
      return once((request, fake) => (fake.link(request.inputs), json(200, complete([]))));
    }

    it('counts a pair with a label as associated', async () => {
      const script = once((request, fake) => {
        fake.link(request.inputs);
        fake.labels.add('9>1002');
        return json(200, complete([]));
      });
      const { fake, answer } = await run(script, links(3));
      expect(tally(answer)).toEqual({ associated: 3 });
      expect(fake.of('write')).toHaveLength(1);
    });

    it('reads from the other side if a record has more associations than a page', async () => {
      const script: Script = (request, fake) => {
        if (request.kind === 'write') return lose2()(request, fake);
        if (!request.path.includes('/0-2/0-1/')) return undefined;
        const results = request.inputs.map((input) => ({
          from: input,
          to: [{ toObjectId: 77 }],
          paging: { next: { after: 'x' } },
        }));
        return json(200, complete(results));
      };
      const { fake, answer } = await run(script, links(3));
      expect(tally(answer)).toEqual({ associated: 3 });
      expect(fake.of('read').map(({ path }) => path.includes('/0-2/0-1/'))).toEqual([true, false]);
    });

    it('gives the same outcomes for a repeated run, which changes nothing', async () => {
      const fake = new ScriptedHubSpot(undefined, version);
      const first = await fake.run((hubspot) => associate(hubspot, { ...types, inputs: links(250) }));
      const before = new Set(fake.links);
      const second = await fake.run((hubspot) => associate(hubspot, { ...types, inputs: links(250) }));
      expect(payload(second).outcomes).toEqual(payload(first).outcomes);
      expect(fake.links).toEqual(before);
    });
  });
});
