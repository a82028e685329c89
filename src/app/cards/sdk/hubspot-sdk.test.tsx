import { Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { hubSpotSdk } from './hubspot-sdk';

/** The record of the SDK on a company with this id, as HubSpot gives it. */
function recordWith(objectId: unknown) {
  const context = {
    crm: { objectId, objectTypeId: '0-2' },
    portal: { id: 1, timezone: 'UTC' },
    user: { language: 'en' },
  };
  return hubSpotSdk({ context, actions: {} } as never).record;
}

describe('the record being viewed', () => {
  it.each([55, '55'])('has the id %j as text', (id) => {
    expect(recordWith(id)).toEqual({ objectType: '0-2', id: '55' });
  });

  it.each([2 ** 53, 1.5, -1, 'abc', undefined])('is unknown with the id %j, which is not exact', (id) => {
    expect(recordWith(id)).toBeUndefined();
  });
});

describe('the domain of the user’s email', () => {
  it.each([
    ['ada@Alder.example', { ownDomains: ['alder.example'] }],
    [undefined, {}],
  ])('of %s is %j', (email, own) => {
    const context = { crm: {}, portal: {}, user: { email } };
    expect(hubSpotSdk({ context, actions: {} } as never).own).toEqual(own);
  });
});

/** What HubSpot's worker offers to the hook. */
const worker = globalThis as { self?: object };
afterEach(() => delete worker.self);

describe('a search', () => {
  it('takes the ids of records from their text property, and leaves out ids that are not exact', async () => {
    const exact = { objectId: 9007199254740992, properties: { hs_object_id: '9007199254740993' } };
    const rounded = { objectId: 9007199254740992, properties: {} };
    const data = { results: [exact, rounded], total: 2, hasMore: false };
    const fetchCrmSearch = () => Promise.resolve({ json: () => Promise.resolve({ data }) });
    worker.self = { __HUBSPOT_EXTENSION_WORKER__: true, hsWorkerAPI: { fetchCrmSearch } };
    const sdk = hubSpotSdk({ context: { crm: {}, portal: {}, user: {} }, actions: {} } as never);
    const { useSearch } = sdk;
    function Ids() {
      const { records } = useSearch({ objectType: '0-1', properties: [], query: '', pageLength: 10 });
      return <Text>{records.map(({ id }) => id).join()}</Text>;
    }
    const renderer = createRenderer('crm.record.tab');
    renderer.render(<Ids />);
    await renderer.waitFor(() => expect(renderer.find(Text).text).toBe('9007199254740993'));
  });
});
