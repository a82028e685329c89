import { Accordion, Alert, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { Result } from '../panel/state';
import { RecordTable } from '../parts/RecordTable';
import { useProblemText } from '../parts/useProblemText';
import type { Since } from '../run/changed-since';
import { hasSeveralAnchors } from '../run/pairs';
import { useBackEndWords } from './words';

/** What has changed since a run, before it is undone. */
export function SinceRun({ since, result: { ledger, type } }: { since: Since; result: Result }) {
  const words = useBackEndWords();
  const problemText = useProblemText();
  if (since === 'reading') return <LoadingSpinner label={words('sinceReading')} showLabel />;
  if ('code' in since) {
    return (
      <Alert title={words('sinceUnknown')} variant="warning">
        <Text>{problemText(since).text}</Text>
      </Alert>
    );
  }
  const { groups, read, total } = since;
  return (
    <Flex direction="column" gap="small">
      <Text>{words(groups.length > 0 ? 'sinceSome' : 'sinceNone')}</Text>
      {read < total && <Text>{words('sincePart', { read, total })}</Text>}
      {groups.map(({ change, lines }) => (
        <Accordion key={change} title={words(`since_${change}`, { n: lines.length })} size="sm">
          <RecordTable rows={lines} objectType={type.id} hasAnchors={hasSeveralAnchors(ledger)} />
        </Accordion>
      ))}
    </Flex>
  );
}
