import {
  Button,
  Flex,
  Modal,
  ModalBody,
  Panel,
  PanelBody,
  Text,
  hubspot,
  useCrmSearch,
  type ExtensionPointApi,
} from '@hubspot/ui-extensions';
import { useAssociations, useCrmProperties } from '@hubspot/ui-extensions/crm';
import { useState } from 'react';

type Api = ExtensionPointApi<'crm.bulkActions'>;

const version = 'first action';

/** Shows what a bulk action is given, and has a button for each thing that it may ask of its host. */
function Gather({ actions, context }: Pick<Api, 'actions' | 'context'>) {
  const [said, say] = useState('');
  const { objectTypeId, objectIds } = context.crm;
  const kinds = [...new Set(objectIds.map((id) => typeof id))].join();
  const call = () =>
    hubspot.serverless('echo', { parameters: { objectIds } }).then(
      (answer) => say(`answered ${JSON.stringify(answer).length} characters`),
      (error: Error) => say(`rejected ${error.message}`),
    );
  return (
    <Flex direction="column" gap="sm">
      <Text>{`This is the ${version}`}</Text>
      <Text>{`Location ${context.location}, title ${context.extension?.cardTitle}, user ${context.user.email}, ${context.user.language}`}</Text>
      <Text>{`Given ${objectIds.length} of ${objectTypeId} as ${kinds}: ${objectIds.slice(0, 3).join()}`}</Text>
      <Text>{`Actions: ${Object.keys(actions).sort().join()}`}</Text>
      <Text>{`Said: ${said}`}</Text>
      <Hooks />
      <Button onClick={call}>call a function</Button>
      <Button onClick={() => actions.addAlert({ type: 'success', message: 'an alert' })}>alert</Button>
      <Button onClick={() => actions.reloadPage()}>reload</Button>
      <Button
        onClick={() => (actions as unknown as { refreshObjectProperties(): void }).refreshObjectProperties()}
      >
        refresh
      </Button>
      <Button onClick={(_, reactions) => reactions?.openModal('apart')}>open a dialog</Button>
      <Modal id="apart" title="Dialog apart">
        <ModalBody>
          <Text>It belongs to no button.</Text>
        </ModalBody>
      </Modal>
      <Button
        overlay={
          <Panel id="inner" title="Inner panel">
            <PanelBody>
              <Button onClick={() => actions.closeOverlay('inner')}>close by action</Button>
            </PanelBody>
          </Panel>
        }
      >
        open a panel
      </Button>
    </Flex>
  );
}

/** The data hooks: one that every location has, and two of records. */
function Hooks() {
  const search = useCrmSearch({ objectType: '0-2', query: 'alder', properties: ['name'], pageLength: 2 });
  const linked = useAssociations({ toObjectType: '0-1' });
  const { error } = useCrmProperties(['name']);
  return (
    <>
      <Text>{`Search: ${search.results.length}, error ${search.error?.message ?? 'none'}`}</Text>
      <Text>{`Associations: error ${linked.error?.message ?? 'none'}`}</Text>
      <Text>{`Properties: error ${error?.message ?? 'none'}`}</Text>
    </>
  );
}

hubspot.extend<'crm.bulkActions'>(({ actions, context }) => <Gather actions={actions} context={context} />);
