import { Checkbox } from '@hubspot/ui-extensions';
import type { RecordRef } from '@bulk-associate/contract';
import { useTranslator } from '../locales/TranslatorProvider';
import type { Draft } from '../panel/state';
import { detailText } from '../parts/detail';
import { useAnchorChoice, useActionSession } from './ActionSessionProvider';
import { mostAnchors } from './action-session';

/** A check box that chooses a record as an anchor. */
export function AnchorCheckbox({ record, draft }: { record: RecordRef; draft: Draft }) {
  const session = useActionSession();
  const translator = useTranslator();
  const { type } = useAnchorChoice();
  const { anchors = [] } = draft;
  const { id, label: what } = record;
  const isChosen = anchors.some((anchor) => anchor.id === id);
  const detail = detailText(translator, type?.id ?? '', record);
  return (
    <Checkbox
      name={`anchor-${id}`}
      size="sm"
      checked={isChosen}
      readOnly={!isChosen && anchors.length >= mostAnchors}
      onChange={(isChecked) => (isChecked ? session.addAnchor(record) : session.removeAnchor(id))}
    >
      {detail === undefined ? what : translator.t('detailed', { what, detail })}
    </Checkbox>
  );
}
