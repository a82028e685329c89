import { useState, type ReactNode } from 'react';
import { Tab, Tabs } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';

/** Rows under one title. */
export interface Group<Name extends string, Row> {
  name: Name;
  title: string;
  rows: readonly Row[];
}

interface GroupTabsProps<Name extends string, Row> {
  groups: readonly Group<Name, Row>[];
  children: (group: Group<Name, Row>) => ReactNode;
}

/** One tab per group, with the number of its rows. The first group with rows is open until the user picks another. */
export function GroupTabs<Name extends string, Row>({ groups, children }: GroupTabsProps<Name, Row>) {
  const { t } = useTranslator();
  const [wanted, setWanted] = useState<string | number>();
  const selected =
    groups.find(({ name }) => name === wanted) ?? groups.find(({ rows }) => rows.length > 0) ?? groups[0];
  if (!selected) return null;
  return (
    <Tabs selected={selected.name} onSelectedChange={(name: string | number) => setWanted(name)}>
      {groups.map(({ name, title, rows }) => (
        <Tab key={name} tabId={name} title={t('detailed', { what: title, detail: rows.length })}>
          {name === selected.name && children(selected)}
        </Tab>
      ))}
    </Tabs>
  );
}
