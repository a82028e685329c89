import {
  Button,
  Panel,
  PanelBody,
  Text,
  hubspot,
  useCrmSearch,
  type ExtensionPointApi,
} from '@hubspot/ui-extensions';
import { useAssociations, useCrmProperties } from '@hubspot/ui-extensions/crm';
import { useEffect, useState } from 'react';

type Api = ExtensionPointApi<'crm.record.tab'>;

const version = 'first edition';

/** One button for each thing a card can ask of its host, and a line for each thing the host's hooks answer. */
function Probe({ actions, context }: Pick<Api, 'actions' | 'context'>) {
  const [said, say] = useState('');
  const [isBroken, setBroken] = useState(false);
  const [updated, setUpdated] = useState('');
  useEffect(() => actions.onCrmPropertiesUpdate(['city'], ({ city }) => setUpdated(city ?? '')), [actions]);
  if (isBroken) throw new Error('thrown while drawing');
  const call = (uid: string) =>
    hubspot.serverless(uid, { parameters: { n: 1 } }).then(
      (answer) => say(`answered ${JSON.stringify(answer)}`),
      (error: Error) => say(`rejected ${error.message}`),
    );
  return (
    <>
      <Text>{`This is the ${version}`}</Text>
      <Text>{`Looked at by ${context.user.email} in ${context.portal.id}`}</Text>
      <Text>{`Said: ${said}`}</Text>
      <Text>{`Updated: ${updated}`}</Text>
      <Hooks />
      <Button onClick={() => call('echo')}>call a function</Button>
      <Button onClick={() => call('broken')}>call a broken function</Button>
      <Button onClick={() => actions.addAlert({ type: 'success', message: 'an alert' })}>alert</Button>
      <Button onClick={() => actions.copyTextToClipboard('copied text')}>copy</Button>
      <Button onClick={() => actions.refreshObjectProperties()}>refresh</Button>
      <Button
        onClick={() => {
          throw new Error('thrown by a handler');
        }}
      >
        throw
      </Button>
      <Button onClick={() => void Promise.reject(new Error('rejected by nobody'))}>reject</Button>
      <Button onClick={() => setBroken(true)}>break</Button>
      <Button onClick={(_, reactions) => reactions?.openPanel('probe-panel')}>open by reaction</Button>
      <Button
        overlay={
          <Panel id="probe-panel" title="Probe panel">
            <PanelBody>
              <Button onClick={() => actions.closeOverlay('probe-panel')}>close by action</Button>
            </PanelBody>
          </Panel>
        }
      >
        open by overlay
      </Button>
    </>
  );
}

/** What the SDK's own data hooks make of the host's answers. */
function Hooks() {
  const { properties } = useCrmProperties(['name', 'city']);
  const search = useCrmSearch({
    objectType: '0-1',
    query: 'hargreaves',
    properties: ['lastname'],
    pageLength: 2,
  });
  const filtered = useCrmSearch({
    objectType: '0-3',
    filterGroups: [
      {
        filters: [
          { propertyName: 'associations.contact', operator: 'NOT_HAS_PROPERTY' },
          { propertyName: 'amount', operator: 'GTE', value: 50_000 },
        ],
      },
    ],
    sorts: [{ propertyName: 'amount', direction: 'DESCENDING' }],
    properties: ['amount'],
    pageLength: 3,
  });
  const refused = useCrmSearch({
    objectType: '0-3',
    filterGroups: [{ filters: [{ propertyName: 'amount', operator: 'CONTAINS_TOKEN', value: 'much' }] }],
  });
  const linked = useAssociations({ toObjectType: '0-1', properties: ['lastname'], pageLength: 400 });
  const errors = [search.error, linked.error].map((error) => error?.message ?? 'none').join();
  return (
    <>
      <Text>{`Properties: ${JSON.stringify(properties)}`}</Text>
      <Text>{`Search: ${search.results.length} of ${search.total}, page ${search.pagination.currentPage}`}</Text>
      <Text>{`Filtered: ${filtered.results.map((result) => result.properties['amount']).join(', ')}`}</Text>
      <Text>{`Refused: ${refused.error?.message ?? 'not yet'}`}</Text>
      <Text>{`Linked: ${linked.results.length}, page ${linked.pagination.currentPage}, more ${linked.pagination.hasNextPage}${linked.isLoading ? ', loading' : ''}`}</Text>
      <Text>{`Errors: ${errors}`}</Text>
      <Button onClick={() => search.pagination.nextPage()}>next found</Button>
      <Button onClick={() => linked.pagination.nextPage()}>next linked</Button>
    </>
  );
}

hubspot.extend<'crm.record.tab'>(({ actions, context }) => <Probe actions={actions} context={context} />);
