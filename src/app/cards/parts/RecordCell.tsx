import type { ReactNode } from 'react';
import { Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { ChosenRecord } from '../panel/selection';
import { useNamed } from '../records/useKnownRecords';
import { detailText } from './detail';
import { RecordLink } from './RecordLink';

interface RecordCellProps {
  record: ChosenRecord;
  objectType: string;
  /** More about the record, below its name. */
  children?: ReactNode;
}

/** A record's name as a link; below it, what tells it apart from others of its name, and by what it was found. */
export function RecordCell({ record, objectType, children }: RecordCellProps) {
  const translator = useTranslator();
  const named = useNamed(objectType, record);
  const about = [
    detailText(translator, objectType, named),
    record.by && translator.t(`foundBy_${record.by}`),
  ].filter(Boolean);
  return (
    <Flex direction="column">
      <RecordLink record={named} objectType={objectType} />
      {about.length > 0 && <Text variant="microcopy">{about.join(' · ')}</Text>}
      {children}
    </Flex>
  );
}
