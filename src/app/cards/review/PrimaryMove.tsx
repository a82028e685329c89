import { Text } from '@hubspot/ui-extensions';
import type { Pair } from '@bulk-associate/contract';
import { useTranslator } from '../locales/TranslatorProvider';
import { useNamed } from '../records/useKnownRecords';
import type { RecordKey } from '../sdk/sdk';
import { useSdk } from '../sdk/SdkProvider';

interface PrimaryMoveProps {
  message: 'reviewMovesFrom' | 'primaryMoved' | 'primaryKept';
  /** The selected record. */
  objectType: string;
  id: string;
  /** The pair that has Primary before the run. */
  pair: Pair;
  /** The name of the label in the account. */
  label: string;
}

/** A sentence about the record that Primary moves away from, with its name. */
export function PrimaryMove({ message, objectType, id, pair, label }: PrimaryMoveProps) {
  const { t } = useTranslator();
  const { record: anchor } = useSdk();
  const other = otherRecordOf(pair, anchor?.objectType ?? '', { objectType, id });
  const named = useNamed(other.objectType, { id: other.id, label: other.id });
  return <Text variant="microcopy">{t(message, { label, record: named.label })}</Text>;
}

/** Of the pair that has Primary: the record that is not of the selected pair. */
function otherRecordOf({ from, to }: Pair, anchorType: string, { objectType, id }: RecordKey): RecordKey {
  return to.id === id ? { objectType: anchorType, id: from.id } : { objectType, id: to.id };
}
