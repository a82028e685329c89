import { Button, Flex, StatusTag, Text } from '@hubspot/ui-extensions';
import type { SearchFilter } from '@bulk-associate/contract';
import { useTranslator } from '../../../locales/TranslatorProvider';
import { useSession } from '../../../panel/SessionProvider';
import { searchOf, type Draft } from '../../../panel/state';
import type { CallError } from '../../../sdk/sdk';
import { closed, withoutFilter, type FilterPlace } from '../settings';
import type { Properties } from '../useProperties';
import { conditionText } from './condition-text';
import { misfitOf } from './conditions';

interface FilterBarProps {
  draft: Draft;
  properties: Properties;
  /** Why HubSpot refuses the search, where it does. */
  refusal: CallError | undefined;
  /** Opens the fields of a filter, or of a new one. */
  onEdit: (place: FilterPlace) => void;
}

/** The filters of the search: those of a line hold together, and one line is enough. */
export function FilterBar({ draft, properties, refusal, onEdit }: FilterBarProps) {
  const { t } = useTranslator();
  const { filterGroups } = searchOf(draft);
  return filterGroups.map(({ filters }, group) => (
    <Flex key={group} direction="column" gap="extra-small">
      {group > 0 && <Text variant="microcopy">{t('or')}</Text>}
      <Flex gap="small" align="center" wrap>
        {filters.map((filter, index) => (
          <Condition
            key={index}
            draft={draft}
            properties={properties}
            filter={filter}
            place={{ group, filter: index }}
            refusal={refusal}
            onEdit={onEdit}
          />
        ))}
        <Button variant="transparent" size="xs" onClick={() => onEdit({ group, filter: filters.length })}>
          {t('filterAnd')}
        </Button>
        {group === filterGroups.length - 1 && (
          <Button variant="transparent" size="xs" onClick={() => onEdit({ group: group + 1, filter: 0 })}>
            {t('filterOr')}
          </Button>
        )}
      </Flex>
    </Flex>
  ));
}

interface ConditionProps extends FilterBarProps {
  filter: SearchFilter;
  place: FilterPlace;
}

/** A filter in words, which opens its fields; below it, why it does not work. */
function Condition({ draft, properties: { properties }, filter, place, refusal, onEdit }: ConditionProps) {
  const session = useSession();
  const translator = useTranslator();
  const { t } = translator;
  const misfit = properties && misfitOf(filter, properties);
  const refused = refusal?.filter;
  const isRefused = refused?.group === place.group && refused.filter === place.filter;
  const fault = misfit ? t(`misfit_${misfit}`) : isRefused ? refusal?.message : undefined;
  return (
    <Flex direction="column" gap="flush">
      <Flex gap="extra-small" align="center">
        {place.filter > 0 && <Text variant="microcopy">{t('and')}</Text>}
        <StatusTag
          variant={fault === undefined ? 'info' : 'danger'}
          onClick={() => onEdit(place)}
          showRemoveIcon
          // The places of the others change: open fields would be those of another filter.
          onRemoveClick={() =>
            session.search({ ...closed, filterGroups: withoutFilter(searchOf(draft).filterGroups, place) })
          }
        >
          {conditionText(translator, filter, properties ?? [])}
        </StatusTag>
      </Flex>
      {fault !== undefined && <Text variant="microcopy">{fault}</Text>}
    </Flex>
  );
}
