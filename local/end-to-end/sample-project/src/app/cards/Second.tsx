import { Text, hubspot } from '@hubspot/ui-extensions';

hubspot.extend<'crm.record.tab'>(({ context }) => (
  <Text>{`The title is ${context.extension?.cardTitle}`}</Text>
));
