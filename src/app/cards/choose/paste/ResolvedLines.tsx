import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import { ProblemAlert } from '../../parts/ProblemAlert';
import { LineGroups } from './LineGroups';
import type { Pasting } from './pasting';

/** The result of the look-up, with every value that was not found. */
export function ResolvedLines({ pasting }: { pasting: Extract<Pasting, { name: 'resolved' }> }) {
  const { t, list } = useTranslator();
  const { lines, unused, error } = pasting;
  const found = lines.flatMap(({ status, records, picked }) =>
    status === 'found' ? records : picked ? [picked] : [],
  );
  // Two lines may identify the same record, for example by id and by email.
  const n = new Set(found.map(({ id }) => id)).size;
  return (
    <Flex direction="column" gap="small" align="stretch">
      <Alert title={t('pasteFound', { n })} variant={n > 0 ? 'success' : 'warning'} />
      {unused.length > 0 && <Text variant="microcopy">{t('pasteUnused', { lines: list([...unused]) })}</Text>}
      {error && <ProblemAlert error={error} />}
      <LineGroups lines={lines} />
    </Flex>
  );
}
