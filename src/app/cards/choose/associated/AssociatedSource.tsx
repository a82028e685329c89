import { useState } from 'react';
import { Select } from '@hubspot/ui-extensions';
import { labelKey } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import type { Draft } from '../../panel/state';
import { typeInSentence } from '../../parts/type-names';
import type { RecordKey } from '../../sdk/sdk';
import { useSdk } from '../../sdk/SdkProvider';
import { SearchBox } from '../SearchBox';
import { associatedReader } from './associated-reader';
import { rowOf } from './associated-row';
import { AssociatedResults } from './AssociatedResults';

/** Choosing records among those that the record being viewed is associated with. */
export function AssociatedSource({ draft }: { draft: Draft }) {
  const { record } = useSdk();
  // The key starts a new list for another object type.
  return record && <Associated key={draft.type.id} draft={draft} record={record} />;
}

/** The list is read anew each time that it is mounted: a run may have changed the associations. */
function Associated({ draft, record }: { draft: Draft; record: RecordKey }) {
  const { call, clock } = useSdk();
  const translator = useTranslator();
  const { t } = translator;
  const { type } = draft;
  const [reader] = useState(() =>
    associatedReader({
      call,
      clock,
      parameters: { ...record, toObjectType: type.id },
      rowOf: (linked) => rowOf(translator, type.id, linked),
    }),
  );
  const [label, setLabel] = useState('any');
  const labels = type.labels ?? [];
  return (
    <SearchBox
      name="associated"
      label={t('associatedSearch', { types: typeInSentence(t, type) })}
      placeholder={t('associatedHint')}
    >
      {(query) => (
        <>
          {labels.length > 0 && (
            <Select
              name="associated-label"
              label={t('associatedLabel')}
              value={label}
              options={[
                { value: 'any', label: t('associatedAnyLabel') },
                { value: 'none', label: t('label_none_associate') },
                ...labels.map((each) => ({ value: labelKey(each), label: each.name })),
              ]}
              onChange={(chosen) => setLabel(String(chosen))}
            />
          )}
          <AssociatedResults
            // The key starts each filter at its first page.
            key={JSON.stringify([query, label])}
            draft={draft}
            reader={reader}
            query={query}
            label={label}
          />
        </>
      )}
    </SearchBox>
  );
}
