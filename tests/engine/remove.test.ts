import { apiVersions, associate, remove, type ApiVersion } from '@bulk-associate/engine';
import { json, ScriptedHubSpot } from '@bulk-associate/engine/testing';
import { createCrm, landmarks, seededId } from 'hubspot-local/crm';
import { answerOf, payloadOf, unlink } from './crm-environment';

const crm = createCrm();
afterEach(() => {
  unlink(crm, pairs(contacts));
  crm.faults.reset();
  crm.calls.length = 0;
});

const contacts = Array.from({ length: 250 }, (_, n) => seededId('contact', 100 + n));
const pairs = (tos: string[]) => ({
  fromObjectType: '0-2',
  toObjectType: '0-1',
  inputs: tos.map((to) => ({ from: { id: landmarks.company }, to: { id: to } })),
});
const isLinked = (to: string) => crm.isAssociated('0-2', landmarks.company, '0-1', to);

async function link(version: ApiVersion, tos: string[]) {
  await payloadOf(crm, version, (hubspot) => associate(hubspot, pairs(tos)));
  crm.calls.length = 0;
}

async function statuses(version: ApiVersion, tos: string[]) {
  const { outcomes } = await payloadOf(crm, version, (hubspot) => remove(hubspot, pairs(tos)));
  return outcomes.map(({ status }) => status);
}

describe.each(apiVersions)('removing on %s', (version) => {
  it('removes the given pairs, and no other', async () => {
    await link(version, contacts);
    const before = crm.linkCount('0-2', '0-1');
    expect(new Set(await statuses(version, contacts.slice(0, 200)))).toEqual(new Set(['removed']));
    expect(before - crm.linkCount('0-2', '0-1')).toBe(200);
    expect(contacts.map(isLinked).indexOf(true)).toBe(200);
  });

  it('reads, archives a hundred pairs and then all the others at once, and reads again', async () => {
    await link(version, contacts);
    await statuses(version, contacts);
    expect(crm.calls.map(({ kind }) => kind)).toEqual(['readAssociations', 'archive', 'archive', 'readAssociations']); // prettier-ignore
  });

  it('archives at most a hundred pairs at once where each has another from record: HubSpot accepts no more', async () => {
    const inputs = contacts.map((id) => ({ from: { id }, to: { id: landmarks.company } }));
    const parameters = { fromObjectType: '0-1', toObjectType: '0-2', inputs };
    await payloadOf(crm, version, (hubspot) => associate(hubspot, parameters));
    crm.calls.length = 0;
    const { outcomes } = await payloadOf(crm, version, (hubspot) => remove(hubspot, parameters));
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['removed']));
    const archives = crm.calls.filter(({ kind }) => kind === 'archive');
    expect(archives.map(({ status }) => Number(status) < 300)).toEqual([true, true, true]);
  });

  it('keeps a pair that has a label beside the unlabelled link, and its label', async () => {
    const [labelled = '', plain = ''] = contacts;
    await link(version, [labelled, plain]);
    const reply = await crm.fetch(
      new Request(`http://crm.test/crm/v4/objects/0-2/${landmarks.company}/associations/0-1/${labelled}`, {
        method: 'PUT',
        headers: { authorization: 'Bearer sandbox' },
        body: JSON.stringify([{ associationCategory: 'USER_DEFINED', associationTypeId: 932 }]),
      }),
    );
    expect(reply.ok).toBe(true);
    expect(await statuses(version, [labelled, plain])).toEqual(['kept', 'removed']);
    expect([labelled, plain].map(isLinked)).toEqual([true, false]);
  });

  it('is removed without a request for a pair that is not linked any more', async () => {
    expect(await statuses(version, contacts.slice(0, 2))).toEqual(['removed', 'removed']);
    expect(crm.calls.filter(({ kind }) => kind === 'archive')).toEqual([]);
  });

  it('removes all pairs when HubSpot refuses a batch as a whole once', async () => {
    await link(version, contacts);
    crm.faults.add({ name: 'refused-400', on: 'archive', times: 1 });
    expect(new Set(await statuses(version, contacts))).toEqual(new Set(['removed']));
    expect(contacts.filter(isLinked)).toEqual([]);
  });

  it.each(['html-502', 'html-502-done', 'reset-before', 'reset-after', 'empty-503-done'] as const)(
    'is removed, and the links are gone, after %s',
    async (name) => {
      await link(version, contacts);
      crm.faults.add({ name, on: 'archive', times: 1 });
      expect(new Set(await statuses(version, contacts))).toEqual(new Set(['removed']));
      expect(contacts.filter(isLinked)).toEqual([]);
    },
  );

  it('is removed for a pair that an earlier call removed, whose answer was lost, though HubSpot refuses it now', async () => {
    await link(version, contacts.slice(0, 3));
    crm.faults.add({ name: 'reset-after', on: 'archive', times: 1 });
    crm.faults.add({ name: 'html-502', on: 'readAssociations', after: 1 });
    expect(await statuses(version, contacts.slice(0, 3))).toEqual(['unconfirmed', 'unconfirmed', 'unconfirmed']); // prettier-ignore
    crm.faults.clear();
    crm.faults.add({ name: 'refused-400', on: 'archive' });
    expect(await statuses(version, contacts.slice(0, 3))).toEqual(['removed', 'removed', 'removed']);
  });

  it.each([
    ['refuses a batch that is too large', true],
    ['ignores the rest of a batch that is too large', false],
  ])('removes all, and uses the smaller size from then on, when HubSpot %s', async (_, refuses) => {
    const inputs = Array.from({ length: 1_000 }, (__, n) => ({
      from: { id: '9' },
      to: { id: String(1_000 + n) },
    }));
    const sizes: number[] = [];
    const fake = new ScriptedHubSpot(({ path, inputs: asked }, { links }) => {
      if (!path.endsWith('/batch/archive')) return undefined;
      const to = (asked as unknown as { to: { id: string }[] }[]).flatMap((input) => input.to);
      sizes.push(to.length);
      if (refuses && to.length > 100) return json(400, { message: 'No.', category: 'VALIDATION_ERROR' });
      for (const { id } of to.slice(0, 100)) links.delete(`9>${id}`);
      return json(200, { status: 'COMPLETE' });
    }, version);
    const removeAll = async () => {
      fake.link(inputs);
      const answer = await fake.run((hubspot) => remove(hubspot, { fromObjectType: '0-2', toObjectType: '0-1', inputs })); // prettier-ignore
      return answer.ok ? [...new Set(answer.outcomes.map(({ status }) => status))] : [];
    };
    expect(await removeAll()).toEqual(['removed']);
    expect(Math.max(...sizes.splice(0))).toBeGreaterThan(100);
    expect(await removeAll()).toEqual(['removed']);
    expect(Math.max(...sizes)).toBe(100);
  });

  describe('a thousand links', () => {
    const manyLinks = (froms: number, tos: number) =>
      Array.from({ length: froms * tos }, (_, n) => ({
        from: { id: String(9 + (n % froms)) },
        to: { id: String(100_000 + Math.floor(n / froms)) },
      }));
    type Archived = { from: { id: string }; to: { id: string }[] }[];

    /** Removes the links, unless `answer` answers the archive instead. */
    function scripted(answer: (nth: number) => ReturnType<typeof json> | undefined) {
      const sizes: number[] = [];
      const fake = new ScriptedHubSpot(({ path, inputs }, { links }) => {
        if (!path.endsWith('/batch/archive')) return undefined;
        const archived = inputs as unknown as Archived;
        const count = archived.reduce((sum, { to }) => sum + to.length, 0);
        const instead = answer(sizes.push(count));
        if (instead) return instead;
        for (const { from, to } of archived) for (const { id } of to) links.delete(`${from.id}>${id}`);
        return json(200, { status: 'COMPLETE' });
      }, version);
      const removeAll = (inputs: ReturnType<typeof manyLinks>) => {
        sizes.length = 0;
        fake.link(inputs);
        return fake.run((hubspot) => remove(hubspot, { fromObjectType: '0-2', toObjectType: '0-1', inputs }));
      };
      return { fake, sizes, removeAll };
    }

    it.each([
      ['one 502 of HubSpot', 1, 1_000],
      ['a removal among many records that left a link once', 200, 1],
      ['a removal among a few records that left a link once', 1, 3],
    ])('are removed in few batches again after %s', async (_, froms, tos) => {
      let over = false;
      const { fake, sizes, removeAll } = scripted(() => {
        if (over) return undefined;
        over = true;
        return tos === 1_000 ? json(502, {}) : json(200, { status: 'COMPLETE' });
      });
      for (const inputs of [manyLinks(froms, tos), manyLinks(1, 1_000), manyLinks(1, 1_000)]) {
        const answer = await removeAll(inputs);
        expect(answer.ok && new Set(answer.outcomes.map(({ status }) => status))).toEqual(new Set(['removed'])); // prettier-ignore
      }
      expect(over).toBe(true);
      expect(sizes.length).toBeLessThanOrEqual(2);
      // batch/archive has a size of its own: what it learns changes nothing for new links.
      expect(fake.hubspot.batchSize.next).toBe(100);
    });

    it.each([404, 405])('are requested once where there is no such endpoint: %i', async (status) => {
      const { sizes, removeAll } = scripted(() => json(status, { message: 'No such thing.', correlationId: 'c-1' })); // prettier-ignore
      expect(await removeAll(manyLinks(1, 1_000))).toEqual({
        ok: false,
        error: { code: 'HUBSPOT_REJECTED', message: 'No such thing.', correlationId: 'c-1' },
      });
      expect(sizes).toEqual([100]);
    });

    it('go in smaller batches after a batch without a clear answer', async () => {
      const { sizes, removeAll } = scripted((nth) => (nth === 2 ? json(502, {}) : undefined));
      const answer = await removeAll(manyLinks(1, 1_000));
      expect(answer.ok && new Set(answer.outcomes.map(({ status }) => status))).toEqual(new Set(['removed']));
      expect(sizes).toEqual([100, 900, 450, 450]);
    });

    it('are removed or not_attempted where the endpoint disappears in between', async () => {
      const { sizes, removeAll } = scripted((nth) => (nth > 1 ? json(405, { message: 'Gone.' }) : undefined)); // prettier-ignore
      const answer = await removeAll(manyLinks(1, 1_000));
      expect(answer).toMatchObject({ ok: true, stopped: { code: 'HUBSPOT_REJECTED', message: 'Gone.' } });
      const statuses = answer.ok ? answer.outcomes.map((outcome) => outcome.status) : [];
      expect(statuses.filter((status) => status === 'removed')).toHaveLength(100);
      expect(statuses.filter((status) => status === 'not_attempted')).toHaveLength(900);
      expect(sizes).toEqual([100, 900]);
    });

    it('end the run where HubSpot refuses all of them with the same message', async () => {
      const { sizes, removeAll } = scripted(() => json(400, { message: 'No.' }));
      const answer = await removeAll(manyLinks(1, 1_000));
      expect(answer).toMatchObject({ ok: true, stopped: { code: 'HUBSPOT_REJECTED', message: 'No.' } });
      expect(answer.ok && new Set(answer.outcomes.map(({ status }) => status))).toEqual(new Set(['failed', 'not_attempted'])); // prettier-ignore
      expect(sizes.length).toBeLessThan(60);
    });
  });

  it('decides on a refused pair by a read: removed without a link, failed with one', async () => {
    const fake = new ScriptedHubSpot(({ path }, { links }) => {
      if (!path.endsWith('/batch/archive')) return undefined;
      links.delete('9>1001');
      return json(400, { message: 'No.', category: 'VALIDATION_ERROR' });
    }, version);
    const inputs = ['1001', '1002'].map((id) => ({ from: { id: '9' }, to: { id } }));
    fake.link(inputs);
    const answer = await fake.run((hubspot) => remove(hubspot, { fromObjectType: '0-1', toObjectType: '0-2', inputs })); // prettier-ignore
    expect(answer.ok && answer.outcomes.map(({ status, error }) => [status, error?.message])).toEqual([['removed', undefined], ['failed', 'No.']]); // prettier-ignore
  });

  it('is unconfirmed, never removed, where no read gets an answer', async () => {
    await link(version, contacts.slice(0, 3));
    crm.faults.add({ name: 'html-502', on: 'readAssociations', after: 1 });
    expect(await statuses(version, contacts.slice(0, 3))).toEqual(['unconfirmed', 'unconfirmed', 'unconfirmed']); // prettier-ignore
  });

  it('is failed where the link is still there', async () => {
    await link(version, contacts.slice(0, 2));
    crm.faults.add({ name: 'html-502', on: 'archive' });
    const { outcomes } = await payloadOf(crm, version, (hubspot) => remove(hubspot, pairs(contacts.slice(0, 2)))); // prettier-ignore
    expect(outcomes.map(({ status, error }) => [status, error?.retryable])).toEqual([['failed', true], ['failed', true]]); // prettier-ignore
    expect(contacts.slice(0, 2).map(isLinked)).toEqual([true, true]);
  });

  it('removes nothing where it cannot read first: a pair could have a label', async () => {
    await link(version, contacts.slice(0, 2));
    crm.faults.add({ name: 'unauthorized-401', on: 'readAssociations' });
    const removeTwo = () => answerOf(crm, version, (hubspot) => remove(hubspot, pairs(contacts.slice(0, 2))));
    expect(await removeTwo()).toMatchObject({ ok: false, error: { code: 'UNAUTHORIZED' } });
    crm.faults.clear();
    crm.faults.add({ name: 'html-502', on: 'readAssociations' });
    expect(await removeTwo()).toMatchObject({ ok: false, error: { code: 'HUBSPOT_UNAVAILABLE' } });
    expect(crm.calls.filter(({ kind }) => kind === 'archive')).toEqual([]);
  });
});
