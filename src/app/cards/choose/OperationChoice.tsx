import { Flex, Select } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { labelKey, type LabelChoice, type LinkableObjectType } from '@bulk-associate/contract';
import type { Draft } from '../panel/state';
import { typeTitle } from '../parts/type-names';
import { operationNames, type OperationName } from '../run/operation';

interface OperationChoiceProps {
  draft: Draft;
  /** The object types to choose from, and the chosen one. */
  types: readonly LinkableObjectType[];
  type: LinkableObjectType;
  /** Whose names the labels have: HubSpot gives each direction of a paired label its own. */
  labelHint: string;
  on: {
    chooseOperation: (name: OperationName) => void;
    chooseType: (id: string) => void;
    chooseLabel: (label: LabelChoice | undefined) => void;
  };
}

/** The operation, the object type, and the label that is given or removed, where the account has labels. */
export function OperationChoice({ draft, types, type, labelHint, on }: OperationChoiceProps) {
  const { t } = useTranslator();
  const { name, label } = draft.operation;
  const { labels = [] } = draft.type;
  return (
    <Flex gap="small" align="end" wrap>
      <Select
        name="operation"
        label={t('chooseOperation')}
        value={name}
        options={operationNames.map((each) => ({ value: each, label: t(`operation_${each}`) }))}
        onChange={(value) => on.chooseOperation(value === 'remove' ? 'remove' : 'associate')}
      />
      <Select
        name="object-type"
        label={t('chooseType')}
        value={type.id}
        options={types.map((each) => ({ value: each.id, label: typeTitle(t, each) }))}
        onChange={(value) => on.chooseType(String(value))}
      />
      {labels.length > 0 && (
        <Select
          name="label"
          label={t('chooseLabel')}
          tooltip={labelHint}
          value={label ? labelKey(label) : ''}
          options={[
            { value: '', label: t(`label_none_${name}`) },
            ...labels.map((each) => ({ value: labelKey(each), label: each.name })),
          ]}
          onChange={(value) => on.chooseLabel(labels.find((each) => labelKey(each) === value))}
        />
      )}
    </Flex>
  );
}
