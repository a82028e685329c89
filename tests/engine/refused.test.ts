import { apiVersions, associate, preview, type ApiVersion } from '@bulk-associate/engine';
import type { AssociationInput, PairsParameters } from '@bulk-associate/contract';
import { createCrm, type Fault, type FaultName, landmarks, seededId } from 'hubspot-local/crm';
import { payloadOf, unlink } from './crm-environment';

const crm = createCrm();
/** Pairs that a test sent and that were not linked before it. */
const sent: PairsParameters[] = [];
afterEach(() => {
  for (const parameters of sent.splice(0)) unlink(crm, parameters);
  crm.faults.reset();
  crm.calls.length = 0;
});

const contacts = Array.from({ length: 5 }, (_, n) => seededId('contact', 100 + n));
const companies = Array.from({ length: 5 }, (_, n) => seededId('company', 100 + n));

function pairs(fromObjectType: string, from: string, toObjectType: string, tos: string[]): PairsParameters {
  return { fromObjectType, toObjectType, inputs: tos.map((to) => ({ from: { id: from }, to: { id: to } })) };
}
const contactsOfCompany = pairs('0-2', landmarks.company, '0-1', contacts);
const companiesOfContact = pairs('0-1', landmarks.contact, '0-2', companies);
const companiesOfCompany = pairs('0-2', landmarks.company, '0-2', companies);

const isLinked = ({ fromObjectType, toObjectType }: PairsParameters, { from, to }: AssociationInput) =>
  crm.isAssociated(fromObjectType, from.id, toObjectType, to.id);

function send(version: ApiVersion, parameters: PairsParameters) {
  const inputs = parameters.inputs.filter((input) => !isLinked(parameters, input));
  sent.push({ ...parameters, inputs });
  return payloadOf(crm, version, (hubspot) => associate(hubspot, parameters));
}

/** Sends the pairs, and HubSpot links them, but all answers are lost. */
async function lose(version: ApiVersion, parameters: PairsParameters): Promise<void> {
  crm.faults.add({ name: 'silence-done', on: 'associate' });
  crm.faults.add({ name: 'html-502', on: 'readAssociations' });
  const { outcomes } = await send(version, parameters);
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['unconfirmed']));
  crm.faults.clear();
  crm.calls.length = 0;
}

async function sendAgain(version: ApiVersion, parameters: PairsParameters, ...faults: Fault[]) {
  for (const fault of faults) crm.faults.add(fault);
  const answer = await send(version, parameters);
  return { ...answer, statuses: answer.outcomes.map(({ status }) => status) };
}

describe.each(apiVersions)(
  'a link that an earlier call made, whose answer was lost, refused when sent again, on %s',
  (version) => {
    const refusals = [
      'limit-reached-207',
      'all-at-limit-207',
      'pair-refused-207',
      'error-names-one',
      'error-names-one-207',
      'error-names-nobody-207',
      'invalid-ids-400',
      'refused-400',
    ] as const satisfies FaultName[];

    describe.each([
      ['a company with contacts', contactsOfCompany],
      ['a contact with companies', companiesOfContact],
      ['a company with companies', companiesOfCompany],
    ])('%s', (_, parameters) => {
      it.each(refusals)('is associated after the refusal %s', async (name) => {
        await lose(version, parameters);
        const answer = await sendAgain(version, parameters, { name, on: 'associate' });
        expect(answer.statuses).toEqual(parameters.inputs.map(() => 'associated'));
        expect(answer.outcomes.filter(({ error }) => error)).toEqual([]);
      });

      it.each(refusals)('is failed with HubSpot’s error if it was never made: %s', async (name) => {
        const { statuses, outcomes } = await sendAgain(version, parameters, { name, on: 'associate' });
        expect(statuses.at(-1)).toBe('failed');
        expect(outcomes.at(-1)?.error).toMatchObject({ category: 'VALIDATION_ERROR', retryable: false });
        const truth = parameters.inputs.map((input) =>
          isLinked(parameters, input) ? 'associated' : 'failed',
        );
        expect(statuses).toEqual(truth);
      });
    });

    it('costs one more request, however many pairs are refused', async () => {
      const many = Array.from({ length: 900 }, (_, n) => seededId('contact', n));
      const parameters = pairs('0-2', landmarks.company, '0-1', many);
      await send(version, parameters);
      crm.calls.length = 0;
      await sendAgain(version, parameters, { name: 'all-at-limit-207', on: 'associate' });
      expect(crm.calls.map(({ kind }) => kind).filter((kind) => kind !== 'associate')).toEqual([
        'readAssociations',
      ]);
    });

    it('is distinguished from a pair beyond the limit, which the first pairs have used up', async () => {
      const [one = '', two = '', three = '', fourth = ''] = contacts;
      const ofDeal = (...tos: string[]) => pairs('0-3', landmarks.nearlyFullDeal, '0-1', tos);
      const review = await payloadOf(crm, version, (hubspot) =>
        preview(hubspot, ofDeal(one, two, three, fourth)),
      );
      expect(review.outcomes.map(({ status }) => status)).toEqual(['new', 'new', 'new', 'over_limit']);
      await lose(version, ofDeal(one, two, three));
      const { statuses, outcomes } = await sendAgain(version, ofDeal(one, two, three, fourth), {
        name: 'all-at-limit-207',
        on: 'associate',
      });
      expect(statuses).toEqual(['associated', 'associated', 'associated', 'failed']);
      expect(outcomes[3]?.error?.message).toMatch(/limit/);
    });

    it('is failed with HubSpot’s error while no read gets an answer, and associated once one does', async () => {
      await lose(version, contactsOfCompany);
      const refusal: Fault = { name: 'all-at-limit-207', on: 'associate' };
      const unread = await sendAgain(version, contactsOfCompany, refusal, {
        name: 'html-502',
        on: 'readAssociations',
      });
      expect(new Set(unread.statuses)).toEqual(new Set(['failed']));
      expect(unread.stopped).toBeUndefined();
      crm.faults.clear();
      const read = await sendAgain(version, contactsOfCompany, refusal);
      expect(new Set(read.statuses)).toEqual(new Set(['associated']));
    });
  },
);
