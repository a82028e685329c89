import { Button, Flex, LoadingSpinner, MultiSelect, Select, Tile } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { searchOf, type Draft } from '../../panel/state';
import { Problem } from '../../parts/Problem';
import { mostColumns, usualColumns } from './columns';
import { propertyOptions } from './property-options';
import type { Properties } from './useProperties';

interface ViewChoiceProps {
  draft: Draft;
  properties: Properties;
  onClose: () => void;
}

/** What the search table shows beside the name, and in which order. */
export function ViewChoice({ draft, properties: { properties, error, retry }, onClose }: ViewChoiceProps) {
  const session = useSession();
  const { t } = useTranslator();
  if (error) return <Problem error={error} onRetry={retry} />;
  if (!properties) return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  const shown = properties.filter(({ type }) => type !== 'association');
  const options = propertyOptions(t, shown);
  const { sort } = searchOf(draft);
  const selected = draft.columns[draft.type.id] ?? usualColumns(draft.type);
  const hasTooMany = selected.length > mostColumns;
  return (
    <Tile compact>
      <Flex direction="column" gap="small">
        <MultiSelect
          name="columns"
          label={t('columnsLabel')}
          value={[...selected]}
          options={options}
          error={hasTooMany}
          {...(hasTooMany && { validationMessage: t('columnsMost', { max: mostColumns }) })}
          onChange={(names) => session.chooseColumns(names.map(String))}
        />
        <Select
          name="sort-property"
          label={t('sortLabel')}
          value={sort?.property ?? ''}
          options={[{ value: '', label: t('sortNone') }, ...options]}
          onChange={(name) =>
            session.search({
              sort:
                name === '' ? undefined : { property: String(name), descending: sort?.descending ?? false },
            })
          }
        />
        {sort && (
          <Select
            name="sort-direction"
            label={t('sortDirection')}
            value={sort.descending}
            options={[
              { value: false, label: t('sortAscending') },
              { value: true, label: t('sortDescending') },
            ]}
            onChange={(descending) => session.search({ sort: { ...sort, descending: descending === true } })}
          />
        )}
        <Flex>
          <Button size="sm" onClick={onClose}>
            {t('done')}
          </Button>
        </Flex>
      </Flex>
    </Tile>
  );
}
