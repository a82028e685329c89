import { Autocomplete } from '@mantine/core';
import { useEffect, useState } from 'react';
import { indexAddress, recordAddress, type RecordView } from '../../address';
import { readRecord, searchRecords, type PageRecord } from '../crm';
import { nameOf, propertyLabel, typeOf } from '../object-types';
import type { Messages } from '../messages';

/** The record, or the reason for its absence. */
export type Reading = PageRecord | 'loading' | 'missing';

/** Reads the record, and reads it again when `version` changes. */
export function useRecord({ objectType, recordId }: RecordView, version: number): Reading {
  const [record, setRecord] = useState<Reading>('loading');
  useEffect(() => {
    let isLate = false;
    readRecord(typeOf(objectType), recordId).then(
      (found) => !isLate && setRecord(found),
      () => !isLate && setRecord('missing'),
    );
    return () => void (isLate = true);
  }, [objectType, recordId, version]);
  return record;
}

function initials(name: string): string {
  return name.split(/\s+/).slice(0, 2).map((word) => word.charAt(0)).join('').toUpperCase(); // prettier-ignore
}

interface RecordProps {
  view: RecordView;
  messages: Messages;
  record: Reading;
}

/** The left column: the record's name and properties. */
export function RecordColumn({ view, messages, record }: RecordProps) {
  const type = typeOf(view.objectType);
  if (record === 'loading') return <section className="box" aria-busy />;
  if (record === 'missing') return <section className="box">{messages.notFound}</section>;
  const name = nameOf(type, record);
  return (
    <>
      <p className="back">
        <a href={indexAddress(view, type.id)}>‹ {type.labels[view.language][1]}</a>
      </p>
      <section className="box header">
        <div className="avatar" aria-hidden>
          {initials(name)}
        </div>
        <div>
          <div className="quiet">{type.labels[view.language][0]}</div>
          <h1>{name}</h1>
          <div className="quiet">
            {record.properties['email'] ?? record.properties['domain'] ?? record.id}
          </div>
        </div>
      </section>
      <section className="box">
        <h3>{messages.about}</h3>
        <Facts record={record} properties={type.shown} language={view.language} />
      </section>
    </>
  );
}

/** The middle column's first tab. */
export function Overview({ view, messages, record }: RecordProps) {
  if (typeof record === 'string')
    return <p className="quiet">{record === 'missing' ? messages.notFound : ''}</p>;
  const { shown } = typeOf(view.objectType);
  return <Facts record={record} properties={shown} language={view.language} />;
}

interface FactsProps {
  record: PageRecord;
  properties: string[];
  language: RecordView['language'];
}

function Facts({ record, properties, language }: FactsProps) {
  return (
    <dl>
      {[...properties, 'hs_object_id'].map((property) => (
        <div key={property}>
          <dt>{propertyLabel(property, language)}</dt>
          <dd>{property === 'hs_object_id' ? record.id : (record.properties[property] ?? '--')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Searches records of the same type and opens the selected one. */
export function RecordFinder({ view, messages }: { view: RecordView; messages: Messages }) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<PageRecord[]>([]);
  const type = typeOf(view.objectType);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (query) searchRecords(type, query).then(setFound, () => setFound([]));
    }, 250);
    return () => clearTimeout(timer);
  }, [query, type]);
  return (
    <Autocomplete
      size="xs"
      w={240}
      aria-label={messages.findRecord}
      placeholder={messages.findRecord}
      value={query}
      onChange={setQuery}
      filter={({ options }) => options}
      data={found.map((record) => ({ value: record.id, label: `${nameOf(type, record)} · ${record.id}` }))}
      onOptionSubmit={(recordId) => location.assign(recordAddress(view, view.objectType, recordId))}
    />
  );
}
