import { idOf, jsonObjectsIn } from '@bulk-associate/engine';
import { pairsOf, type Account } from '../account';
import { doesNotHold, holds, untold, type ConformanceCase, type Writes } from '../findings';
import { errorsIn, errorWordsIn, isDone, refusalIn, type Reply } from '../reply';

const [contact, deal] = ['0-1', '0-3'];
/** HubSpot's id of the unlabelled association from deals to contacts. */
const plainType = { category: 'HUBSPOT_DEFINED', typeId: 3 };
const most = 5;
const limitedDealWrites: Writes = { deals: 1, contacts: most + 1, limits: 1 };

interface LimitedDeal {
  id: string;
  contacts: string[];
}

/**
 * A deal in an account whose admin allows a deal five contacts. This is the only setting of the account that the probe
 * changes, and only if it is not set.
 */
function limitedDeal(account: Account): Promise<LimitedDeal | string> {
  return account.once('limited deal', async () => {
    const path = account.paths.associationLimits(deal, contact);
    const present = await account.call('GET', path);
    if (!isDone(present)) return `reading the limits: ${refusalIn(present)}`;
    const ofAccount = jsonObjectsIn(present.body['results']);
    if (
      ofAccount.some(({ category, typeId }) => category === plainType.category && typeId === plainType.typeId)
    )
      return 'the account has a limit of its own here, which is left alone';
    const [id = ''] = await account.deals(1);
    const contacts = await account.contacts(most + 1);
    const refusal = await setLimit(account, path);
    return refusal ?? { id, contacts };
  });
}

/** Sets the limit; returns HubSpot's refusal, if any. Unless HubSpot clearly refused it, the limit is removed afterwards. */
async function setLimit(account: Account, path: string): Promise<string | undefined> {
  const purge = { method: 'POST', path: `${path}/batch/purge`, body: { inputs: [plainType] } } as const;
  const inputs = [{ ...plainType, maxToObjectIds: most }];
  const reply = await account
    .call('POST', `${path}/batch/create`, { inputs })
    .catch((error: unknown) => error);
  const isRefused = isReply(reply) && reply.status >= 400 && reply.status < 500;
  if (!isRefused) account.onCleanUp({ what: `the limit of ${most} contacts a deal`, ...purge });
  if (!isReply(reply)) throw reply;
  if (!isDone(reply)) return `setting a limit: ${refusalIn(reply)}`;
  account.count('limits', 1);
  return undefined;
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'status' in value && 'text' in value;
}

/** The entry of the deal in HubSpot's list of records near their limit. */
async function listed(account: Account, id: string): Promise<string> {
  const reply = await account.call('GET', account.paths.recordsNearLimit(deal, contact));
  if (!isDone(reply)) return refusalIn(reply);
  const has = (name: string) => jsonObjectsIn(reply.body[name]).some(({ objectId }) => idOf(objectId) === id);
  if (has('atLimitFromRecordSamples')) return 'at its limit';
  return has('nearLimitFromRecordSamples') ? 'near its limit' : 'not listed';
}

const nearLimit: ConformanceCase = {
  name: 'near-limit',
  writes: {},
  shares: [limitedDealWrites],
  async run(account) {
    const limited = await limitedDeal(account);
    if (typeof limited === 'string') return untold(limited);
    const { id, contacts } = limited;
    await account.link(deal, contact, pairsOf(id, contacts.slice(0, most - 1)));
    const near = await listed(account, id);
    await account.link(deal, contact, pairsOf(id, contacts.slice(0, most)));
    const full = await listed(account, id);
    const seen = `a deal with ${most - 1} of ${most} contacts: ${near}; with ${most}: ${full}`;
    return near === 'near its limit' && full === 'at its limit' ? holds(seen) : doesNotHold(seen);
  },
};

const limitReached: ConformanceCase = {
  name: 'limit-reached',
  writes: {},
  shares: [limitedDealWrites],
  async run(account) {
    const limited = await limitedDeal(account);
    if (typeof limited === 'string') return untold(limited);
    const { id, contacts } = limited;
    await account.link(deal, contact, pairsOf(id, contacts.slice(0, most - 1)));
    const reply = await account.associate(deal, contact, pairsOf(id, contacts.slice(-2)));
    if (!isDone(reply)) return doesNotHold(`the whole batch: ${refusalIn(reply)}`);
    const seen = `${reply.status}, one of two pairs is over the limit, errors: ${errorWordsIn(reply)}`;
    return errorsIn(reply).length > 0 ? holds(seen) : doesNotHold(seen);
  },
};

/** Records near and at their limit, in an account that allows setting one. */
export const limitCases: readonly ConformanceCase[] = [nearLimit, limitReached];
