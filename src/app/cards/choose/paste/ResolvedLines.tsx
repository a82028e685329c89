import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { ProblemAlert } from '../../parts/ProblemAlert';
import { LineGroups } from './LineGroups';
import type { Pasting } from './pasting';

/** The result of the look-up, with every value that was not found. */
export function ResolvedLines({ pasting }: { pasting: Extract<Pasting, { name: 'resolved' }> }) {
  const { t, list } = useTranslator();
  const { paste } = useSession();
  const { lines, unused, lookingUp, error } = pasting;
  const found = lines.flatMap(({ status, records, picked }) =>
    status === 'found' ? records : picked ? [picked] : [],
  );
  // Two lines may identify the same record, for example by id and by email.
  const n = new Set(found.map(({ id }) => id)).size;
  return (
    <Flex direction="column" gap="small" align="stretch">
      <Alert title={t('pasteFound', { n })} variant={n > 0 ? 'success' : 'warning'} />
      {unused.length > 0 && (
        <Flex gap="small" align="center" wrap>
          <Text variant="microcopy">{t('pasteUnused', { lines: list([...unused]) })}</Text>
          <Button size="xs" disabled={lookingUp !== undefined} onClick={() => void paste.readUnused()}>
            {t(lookingUp === undefined ? 'pasteUnusedLookUp' : 'pasteLooking')}
          </Button>
        </Flex>
      )}
      {error && <ProblemAlert error={error} />}
      <LineGroups lines={lines} />
    </Flex>
  );
}
