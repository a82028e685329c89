import { DateInput, Flex, Input, MultiSelect, NumberInput, Select, TextArea } from '@hubspot/ui-extensions';
import type { FilterProperty, SearchFilter } from '@bulk-associate/contract';
import { useTranslator } from '../../../locales/TranslatorProvider';
import { useSdk } from '../../../sdk/SdkProvider';
import { operandOf } from './conditions';
import { dayOf, dayValue, zoneOf } from './days';

interface FilterValueProps {
  property: FilterProperty;
  filter: SearchFilter;
  onChange: (filter: SearchFilter) => void;
}

/** The fields for what a property is compared with. */
export function FilterValue({ property, filter, onChange }: FilterValueProps) {
  const { t } = useTranslator();
  const { operator, value, highValue } = filter;
  const { type } = property;
  const one = (label: string, end: 'value' | 'highValue') => (
    <OneValue
      key={end}
      property={property}
      name={`filter-${end}`}
      label={label}
      value={end === 'value' ? value : highValue}
      onChange={(next) => onChange({ ...filter, [end]: next })}
    />
  );
  switch (operandOf(operator)) {
    case 'none':
      return null;
    case 'one':
      return one(t('filterValue'), 'value');
    case 'range':
      return (
        <Flex direction="column" gap="small">
          {one(t('filterFrom'), 'value')}
          {one(t('filterTo'), 'highValue')}
        </Flex>
      );
    case 'list':
      return type === 'enumeration' ? (
        <OptionList property={property} filter={filter} onChange={onChange} />
      ) : (
        <TextList filter={filter} onChange={onChange} />
      );
  }
}

interface OneValueProps {
  property: FilterProperty;
  name: string;
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
}

function OneValue({ property: { type }, name, label, value, onChange }: OneValueProps) {
  const { t } = useTranslator();
  const { timeZone } = useSdk();
  switch (type) {
    case 'number':
      return (
        <NumberInput
          name={name}
          label={label}
          {...(value !== undefined && { value: Number(value) })}
          onChange={(next) => onChange(Number.isFinite(next) ? String(next) : '')}
        />
      );
    case 'date':
    case 'datetime':
      return (
        <DateInput
          name={name}
          label={label}
          timezone="portalTz"
          {...(value && { value: dayOf(Number(value), zoneOf(type, timeZone)) })}
          onChange={(day) => onChange(day ? dayValue(day, type, timeZone) : '')}
        />
      );
    case 'bool':
      return (
        <Select
          name={name}
          label={label}
          value={value ?? ''}
          options={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          onChange={(next) => onChange(String(next))}
        />
      );
    default:
      return <Input name={name} label={label} value={value ?? ''} onInput={onChange} onChange={onChange} />;
  }
}

type ListProps = Pick<FilterValueProps, 'filter' | 'onChange'>;

function OptionList({ property: { options = [] }, filter, onChange }: FilterValueProps) {
  const { t } = useTranslator();
  const known = new Set(options.map(({ value }) => value));
  return (
    <MultiSelect
      name="filter-options"
      label={t('filterOptions')}
      // An option that was removed in the account could not be deselected.
      value={filter.values?.filter((each) => known.has(each)) ?? []}
      options={options}
      onChange={(values) => onChange({ ...filter, values: values.map(String) })}
    />
  );
}

/** HubSpot compares a list with text in lower case only. Source: search guide. */
function TextList({ filter, onChange }: ListProps) {
  const { t } = useTranslator();
  const take = (text: string) => {
    const lines = text.split('\n').map((line) => line.trim().toLowerCase());
    onChange({ ...filter, values: [...new Set(lines.filter(Boolean))] });
  };
  return (
    <TextArea
      name="filter-lines"
      label={t('filterLines')}
      defaultValue={filter.values?.join('\n') ?? ''}
      rows={3}
      onInput={take}
      onChange={take}
    />
  );
}
