import { Checkbox } from '@hubspot/ui-extensions';
import type { RecordRef } from '@bulk-associate/contract';
import type { Draft } from '../panel/state';
import { useActionSession } from './ActionSessionProvider';
import { mostAnchors } from './action-session';

/** A check box that chooses a record as an anchor. Its label is the record's name. */
export function AnchorCheckbox({ record, draft }: { record: RecordRef; draft: Draft }) {
  const session = useActionSession();
  const { anchors = [] } = draft;
  const { id, label } = record;
  const isChosen = anchors.some((anchor) => anchor.id === id);
  return (
    <Checkbox
      name={`anchor-${id}`}
      size="sm"
      checked={isChosen}
      readOnly={!isChosen && anchors.length >= mostAnchors}
      onChange={(isChecked) => (isChecked ? session.addAnchor(record) : session.removeAnchor(id))}
    >
      {label}
    </Checkbox>
  );
}
