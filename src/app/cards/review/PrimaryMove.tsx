import { Text } from '@hubspot/ui-extensions';
import type { Pair } from '@bulk-associate/contract';
import { useTranslator } from '../locales/TranslatorProvider';
import { useNamed } from '../records/useKnownRecords';
import type { AnchoredRecord } from '../run/pairs';
import type { RecordKey } from '../sdk/sdk';
import { useSdk } from '../sdk/SdkProvider';

interface PrimaryMoveProps {
  message: 'reviewMovesFrom' | 'primaryMoved' | 'primaryKept';
  /** The selected record, its object type, and its anchor. */
  of: AnchoredRecord;
  objectType: string;
  /** The pair that has Primary before the run. */
  pair: Pair;
  /** The name of the label in the account. */
  label: string;
}

/** A sentence about the record that Primary moves away from, with its name. */
export function PrimaryMove({ message, of, objectType, pair, label }: PrimaryMoveProps) {
  const { t } = useTranslator();
  const { record: viewed } = useSdk();
  const anchorType = (of.anchor ?? viewed)?.objectType ?? '';
  const other = otherRecordOf(pair, anchorType, { objectType, id: of.record.id });
  const named = useNamed(other.objectType, { id: other.id, label: other.id });
  return <Text variant="microcopy">{t(message, { label, record: named.label })}</Text>;
}

/** Of the pair that has Primary: the record that is not of the selected pair. */
function otherRecordOf({ from, to }: Pair, anchorType: string, { objectType, id }: RecordKey): RecordKey {
  return to.id === id ? { objectType: anchorType, id: from.id } : { objectType, id: to.id };
}
