import { Anchor } from '@mantine/core';
import { useEffect, useState } from 'react';
import { recordAddress, type RecordView } from '../../address';
import type { PageType } from '../../object-types';
import { readLinked, type LinkedRecords } from '../links';
import { nameOf, typeOf } from '../object-types';
import { pageSettings } from '../settings';
import { fill, type Messages } from '../messages';

interface ListsProps {
  view: RecordView;
  messages: Messages;
  /** A change reads the lists again. */
  version: number;
}

const fewRows = 4;
const allRows = 100;

/** The record's associations, one list per object type. */
export function AssociationLists({ view, messages, version }: ListsProps) {
  return (
    <>
      {pageSettings.objectTypes.map((type) => (
        <AssociationList key={type.id} to={type} view={view} messages={messages} version={version} />
      ))}
    </>
  );
}

/** The record's associations with one object type; undefined until they are read, and if they cannot be. */
function useLinked(
  { objectType, recordId }: RecordView,
  to: PageType,
  most: number,
  version: number,
): LinkedRecords | undefined {
  const [linked, setLinked] = useState<LinkedRecords>();
  useEffect(() => {
    let isLate = false;
    readLinked(typeOf(objectType), recordId, to, most).then(
      (found) => !isLate && setLinked(found),
      // HubSpot does not associate the two types, or a scope is missing: there is no list.
      () => !isLate && setLinked(undefined),
    );
    return () => void (isLate = true);
  }, [objectType, recordId, to, most, version]);
  return linked;
}

function AssociationList({ to, view, messages, version }: ListsProps & { to: PageType }) {
  const [showsAll, setShowsAll] = useState(false);
  const linked = useLinked(view, to, showsAll ? allRows : fewRows, version);
  if (!linked) return null;
  const [, plural] = to.labels[view.language];
  const count = `${linked.count}${linked.more ? '+' : ''}`;
  return (
    <section className="box" aria-label={plural}>
      <h3>
        {plural} <span className="count">({count})</span>
      </h3>
      {linked.first.length === 0 && <p className="quiet">{messages.nothingLinked}</p>}
      <ul>
        {linked.first.map((record) => (
          <li key={record.id}>
            <Anchor size="14px" c="#00697f" href={recordAddress(view, to.id, record.id)}>
              {nameOf(to, record)}
            </Anchor>
          </li>
        ))}
      </ul>
      {showsAll && linked.first.length < linked.count && (
        <p className="quiet">{fill(messages.onlyNewest, { n: String(linked.first.length) })}</p>
      )}
      {linked.count > fewRows && (
        <Anchor component="button" size="13px" c="#00697f" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? messages.viewFewer : messages.viewAll}
        </Anchor>
      )}
    </section>
  );
}
