import { useRef, useState } from 'react';
import { Alert, Button, Flex, LoadingSpinner, Select, Text, Tile } from '@hubspot/ui-extensions';
import {
  filterIssue,
  type FilterGroup,
  type FilterIssue,
  type FilterOperator,
  type FilterProperty,
  type SearchFilter,
} from '@bulk-associate/contract';
import type { Translate } from '../../../locales/messages';
import { useTranslator } from '../../../locales/TranslatorProvider';
import { useSession } from '../../../panel/SessionProvider';
import { searchOf, type Draft } from '../../../panel/state';
import { Problem } from '../../../parts/Problem';
import { useSdk } from '../../../sdk/SdkProvider';
import { propertyOptions } from '../property-options';
import { withFilter, withoutFilter, type FilterPlace } from '../settings';
import type { Properties } from '../useProperties';
import { operatorText } from './condition-text';
import { newCondition, operatorsFor, withOperator } from './conditions';
import { withWholeDays } from './days';
import { FilterValue } from './FilterValue';

interface FilterFormProps {
  draft: Draft;
  properties: Properties;
  /** The filter to change; a place without a filter for a new one. */
  place: FilterPlace;
  onClose: () => void;
}

/** The fields of one filter: a property, an operator, and what the property is compared with. */
export function FilterForm({
  draft,
  properties: { properties, error, retry },
  place,
  onClose,
}: FilterFormProps) {
  const { t } = useTranslator();
  if (error) return <Problem error={error} onRetry={retry} />;
  if (!properties) return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  return <Fields draft={draft} properties={properties} place={place} onClose={onClose} />;
}

type FieldsProps = Omit<FilterFormProps, 'properties'> & { properties: readonly FilterProperty[] };

function Fields({ draft, properties, place, onClose }: FieldsProps) {
  const session = useSession();
  const { timeZone } = useSdk();
  const { t } = useTranslator();
  const { query, filterGroups, unfinished } = searchOf(draft);
  const before = filterGroups[place.group]?.filters[place.filter];
  const filter = unfinished ?? before;
  const [fault, setFault] = useState<string>();
  // HubSpot may report the end of typing and the press of the button before the fields are drawn again.
  const latest = useRef(filter);
  const change = (next: SearchFilter) => {
    latest.current = next;
    session.search({ unfinished: next });
    setFault(undefined);
  };
  const property = properties.find(({ name }) => name === filter?.propertyName);

  const apply = (groups: FilterGroup[]) => {
    session.search({ filterGroups: groups });
    onClose();
  };
  const save = () => {
    const { current } = latest;
    const of = properties.find(({ name }) => name === current?.propertyName);
    if (!current || !of) return setFault(t('filter_no_property'));
    const groups = withFilter(filterGroups, place, withWholeDays(current, of.type, timeZone));
    const issue = filterIssue({ query, filterGroups: groups });
    if (issue) return setFault(issueText(t, issue));
    if (Number(current.value) > Number(current.highValue)) return setFault(t('filterRange'));
    apply(groups);
  };

  return (
    <Tile compact>
      <Flex direction="column" gap="small">
        <Select
          name="filter-property"
          label={t('filterProperty')}
          placeholder={t('filterPropertyHint')}
          {...(property && { value: property.name })}
          options={propertyOptions(t, properties, true)}
          onChange={(name) => {
            const chosen = properties.find((each) => each.name === name);
            if (chosen) change(newCondition(chosen));
          }}
        />
        {filter && property && (
          <>
            <Select
              name="filter-operator"
              label={t('filterOperator')}
              value={filter.operator}
              options={operatorsFor(property).map((each) => ({
                value: each,
                label: operatorText(t, each, property.type),
              }))}
              onChange={(next) => change(withOperator(latest.current ?? filter, next as FilterOperator))}
            />
            <FilterValue
              // The fields of another property or operator start empty.
              key={`${property.name} ${filter.operator}`}
              property={property}
              filter={filter}
              onChange={change}
            />
            {filter.operator.endsWith('CONTAINS_TOKEN') && (
              <Text variant="microcopy">{t('filterTokenHint')}</Text>
            )}
          </>
        )}
        {fault && <Alert variant="warning" title={fault} />}
        <Flex gap="small" wrap>
          <Button size="sm" variant="secondary" onClick={save}>
            {t(before ? 'filterSave' : 'filterApply')}
          </Button>
          {before && (
            <Button size="sm" onClick={() => apply(withoutFilter(filterGroups, place))}>
              {t('filterRemove')}
            </Button>
          )}
          <Button size="sm" variant="transparent" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Flex>
      </Flex>
    </Tile>
  );
}

/** Why a search with a new filter cannot be sent. */
function issueText(t: Translate, issue: FilterIssue): string {
  switch (issue.kind) {
    case 'too_many_groups':
    case 'too_many_in_group':
    case 'too_many_filters':
      return t(`filter_${issue.kind}`, { max: issue.max });
    case 'too_long':
      return t('filter_too_long', { over: issue.over });
    case 'no_value':
    case 'no_values':
    case 'no_high_value':
      return t('filter_no_value');
    default:
      return t('filter_no_property');
  }
}
