import { List as MantineList, VisuallyHidden } from '@mantine/core';
import { Children, type CSSProperties, type ReactNode } from 'react';
import { chromeMessages } from './chrome-messages';

const inlineList: CSSProperties = { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', listStyle: 'none', margin: 0, padding: 0 }; // prettier-ignore

/** Every child is an item; only the styled variants have a marker. */
export function List({ variant = 'unordered', children }: { variant?: string; children?: ReactNode }) {
  const items = Children.toArray(children);
  if (variant.startsWith('inline')) {
    const divided = { borderLeft: '1px solid #cbd6e2', paddingLeft: 12 };
    return (
      <ul style={inlineList}>
        {items.map((item, n) => (
          <li key={n} style={variant === 'inline-divided' && n > 0 ? divided : {}}>
            {item}
          </li>
        ))}
      </ul>
    );
  }
  const isOrdered = variant.startsWith('ordered');
  const mark = variant.endsWith('-styled') ? (isOrdered ? 'decimal' : 'disc') : 'none';
  return (
    <MantineList type={isOrdered ? 'ordered' : 'unordered'} size="md" c="#33475b" listStyleType={mark}>
      {items.map((item, n) => (
        <MantineList.Item key={n}>{item}</MantineList.Item>
      ))}
    </MantineList>
  );
}

interface DescriptionListProps {
  direction?: 'row' | 'column';
  children?: ReactNode;
}

/** Labels with values, in a column, or in a row for `row`. */
export function DescriptionList({ direction = 'column', children }: DescriptionListProps) {
  return (
    <dl style={{ display: 'flex', flexDirection: direction, flexWrap: 'wrap', gap: '12px 24px', margin: 0 }}>
      {children}
    </dl>
  );
}

/** A label with its value below it. */
export function DescriptionListItem({ label, children }: { label?: string; children?: ReactNode }) {
  return (
    <div>
      <dt style={{ fontSize: 12, color: '#516f90' }}>{label}</dt>
      <dd style={{ margin: 0 }}>{children}</dd>
    </div>
  );
}

/** Statistics in rows that wrap. */
export function Statistics({ children }: { children?: ReactNode }) {
  return <div style={{ display: 'flex', flexWrap: 'wrap', gap: 24 }}>{children}</div>;
}

interface StatisticsItemProps {
  label?: string;
  number?: string | number;
  id?: string;
  children?: ReactNode;
}

/** A number with its label; its trends are its children. */
export function StatisticsItem({ label, number, id, children }: StatisticsItemProps) {
  return (
    <div id={id}>
      <div style={{ fontSize: 12, color: '#516f90' }}>{label}</div>
      <div style={{ fontSize: 24, fontWeight: 600, color: '#33475b' }}>{number}</div>
      {children}
    </div>
  );
}

interface StatisticsTrendProps {
  value?: string;
  direction?: 'increase' | 'decrease';
  color?: 'red' | 'green';
}

/** An increase has the colour of success unless the card sets another. */
export function StatisticsTrend({ value, direction = 'increase', color }: StatisticsTrendProps) {
  const isGood = (color ?? (direction === 'increase' ? 'green' : 'red')) === 'green';
  return (
    <span style={{ color: isGood ? '#1f6f5c' : '#a82a2a', fontSize: 13, fontWeight: 600 }}>
      <span aria-hidden>{direction === 'increase' ? '▲' : '▼'} </span>
      <VisuallyHidden>{chromeMessages()[direction]}: </VisuallyHidden>
      {value}
    </span>
  );
}
