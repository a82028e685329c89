import { maxInputs } from '@bulk-associate/contract';
import { idOf, isJsonObject, jsonObjectsIn } from '@bulk-associate/engine';
import { pairsOf, type Account } from '../account';
import { comesTrue } from '../comes-true';
import { doesNotHold, holds, untold, type ConformanceCase, type Writes } from '../findings';
import { isDone, linksIn, refusalIn, type Reply } from '../reply';

const [contact, company] = ['0-1', '0-2'];
const crowdWrites: Writes = { companies: 1, contacts: maxInputs };

interface Crowd {
  from: string;
  contacts: string[];
}

/** A company with as many contacts as a call of the card may have. */
async function crowd(account: Account): Promise<Crowd> {
  const made = await account.once('crowd', async () => {
    const [from = ''] = await account.companies(1);
    return { from, contacts: await account.contacts(maxInputs) };
  });
  await account.link(company, contact, pairsOf(made.from, made.contacts));
  return made;
}

const archiveMany: ConformanceCase = {
  name: 'archive-many',
  writes: {},
  shares: [crowdWrites],
  async run(account) {
    const { from, contacts } = await crowd(account);
    const inputs = [{ from: { id: from }, to: contacts.map((id) => ({ id })) }];
    const reply = await account.call('POST', account.paths.archiveAssociations(company, contact), { inputs });
    if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const { partners, refusal } = await pagesOf(account, from);
    if (refusal !== undefined) return untold(`reading what is left: ${refusal}`);
    const seen = `${reply.status}; of ${maxInputs} links of a record, all to be removed at once, ${partners.size} are left`;
    return partners.size === 0 ? holds(seen) : doesNotHold(seen);
  },
};

/** A case that looks at a record with many links until all of them are seen; `look` tells what it sees. */
function seesAll(
  name: string,
  look: (account: Account, crowd: Crowd) => Promise<{ isWhole: boolean; seen: string }>,
): ConformanceCase {
  return {
    name,
    writes: {},
    shares: [crowdWrites],
    async run(account) {
      const linked = await crowd(account);
      let last = { isWhole: false, seen: '' };
      await comesTrue(account, async () => {
        last = await look(account, linked);
        return last.isWhole;
      });
      return last.isWhole ? holds(last.seen) : doesNotHold(last.seen);
    },
  };
}

const readPages = seesAll('read-pages', async (account, { from, contacts }) => {
  const { partners, sizes, refusal } = await pagesOf(account, from);
  const seen = `a record with ${contacts.length} links shows ${partners.size} on pages of ${sizes.join(', ')}`;
  return { isWhole: contacts.every((id) => partners.has(id)), seen: refusal ?? seen };
});

const readThousand = seesAll('read-thousand', async (account, { from, contacts }) => {
  const reply = await account.readLinks(contact, company, contacts);
  const linked = [...linksIn(reply).values()].filter((partners) => partners.has(from));
  const seen = `of ${contacts.length} linked records, read at once, ${linked.length} show their link`;
  return { isWhole: linked.length === contacts.length, seen: isDone(reply) ? seen : refusalIn(reply) };
});

interface Pages {
  partners: Set<string>;
  sizes: number[];
  refusal?: string;
}

/** All pages of the links of a company with contacts. Ends where a page has nothing new. */
async function pagesOf(account: Account, id: string): Promise<Pages> {
  const partners = new Set<string>();
  const sizes: number[] = [];
  for (let after: string | undefined; ;) {
    const inputs = [{ id, ...(after !== undefined && { after }) }];
    const reply = await account.call('POST', account.paths.readAssociations(company, contact), { inputs });
    if (!isDone(reply)) return { partners, sizes, refusal: refusalIn(reply) };
    const page = [...(linksIn(reply).get(id)?.keys() ?? [])];
    const isNew = page.some((partner) => !partners.has(partner));
    for (const partner of page) partners.add(partner);
    sizes.push(page.length);
    after = cursorIn(reply);
    if (after === undefined || !isNew) return { partners, sizes };
  }
}

/** The cursor of the only record of a read. */
function cursorIn({ body }: Reply): string | undefined {
  const paging = jsonObjectsIn(body['results'])[0]?.['paging'];
  const next = isJsonObject(paging) ? paging['next'] : undefined;
  return isJsonObject(next) ? idOf(next['after']) : undefined;
}

/** Records with many associations: how they are read and removed. */
export const crowdCases: readonly ConformanceCase[] = [readPages, readThousand, archiveMany];
