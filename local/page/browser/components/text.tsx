import {
  Anchor,
  Badge,
  List as MantineList,
  Text as MantineText,
  Title,
  Tooltip as MantineTooltip,
} from '@mantine/core';
import type { CSSProperties, MouseEvent, ReactNode } from 'react';
import { reactions } from '../overlays';
import { tell } from './remote';

interface Format {
  fontWeight?: 'regular' | 'demibold' | 'bold';
  italic?: boolean;
  lineDecoration?: 'none' | 'underline' | 'strikethrough';
  textTransform?: CSSProperties['textTransform'] | 'sentenceCase';
}

interface TextProps {
  variant?: 'bodytext' | 'microcopy';
  format?: Format;
  inline?: boolean;
  truncate?: boolean | { tooltipText?: string; maxWidth?: number };
  children?: ReactNode;
}

const weights = { regular: 400, demibold: 600, bold: 700 };

export function Text({ variant, format = {}, inline, truncate, children }: TextProps) {
  const style: CSSProperties = {
    fontStyle: format.italic ? 'italic' : undefined,
    textDecoration: format.lineDecoration === 'strikethrough' ? 'line-through' : format.lineDecoration,
    textTransform: format.textTransform === 'sentenceCase' ? undefined : format.textTransform,
    overflowWrap: 'break-word',
    lineHeight: 1.5,
  };
  return (
    <MantineText
      component={inline ? 'span' : 'div'}
      size={variant === 'microcopy' ? 'xs' : 'md'}
      c={variant === 'microcopy' ? '#516f90' : '#33475b'}
      fw={weights[format.fontWeight ?? 'regular']}
      truncate={truncate ? 'end' : undefined}
      style={style}
    >
      {children}
    </MantineText>
  );
}

export function Heading({ children }: { children?: ReactNode }) {
  return (
    <Title order={2} size="18px" c="#33475b">
      {children}
    </Title>
  );
}

interface LinkProps {
  href?: string | { url: string; external?: boolean };
  onClick?: unknown;
  variant?: 'primary' | 'light' | 'dark' | 'destructive';
  children?: ReactNode;
}

export function Link({ href, onClick, children }: LinkProps) {
  const url = typeof href === 'object' ? href.url : href;
  const press = (event: MouseEvent) => {
    if (url === undefined) event.preventDefault();
    tell(onClick, {}, reactions);
  };
  return (
    <Anchor
      href={url ?? '#'}
      {...(url !== undefined && { target: '_blank', rel: 'noreferrer' })}
      onClick={press}
      size="14px"
      c="#00697f"
      underline="always"
    >
      {children}
    </Anchor>
  );
}

export function Tag({
  variant = 'default',
  onClick,
  children,
}: {
  variant?: string;
  onClick?: unknown;
  children?: ReactNode;
}) {
  const colors: Record<string, string> = {
    success: '#1f6f5c',
    warning: '#7a5200',
    error: '#a82a2a',
    info: '#00697f',
    default: '#425b76',
  };
  return (
    <Badge
      variant="outline"
      radius="sm"
      tt="none"
      fw={500}
      color={colors[variant] ?? '#425b76'}
      onClick={() => tell(onClick, {}, reactions)}
    >
      {children}
    </Badge>
  );
}

const dots: Record<string, string> = {
  success: '#00a38d',
  warning: '#e0a100',
  danger: '#d94c53',
  info: '#0091ae',
  default: '#7c98b6',
};

/** A dot and a word: the colour never stands alone. */
export function StatusTag({
  variant = 'default',
  children,
}: {
  variant?: string;
  hollow?: boolean;
  children?: ReactNode;
}) {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6, color: '#33475b', fontSize: 14 }}>
      <span
        aria-hidden
        style={{
          width: 9,
          height: 9,
          borderRadius: 9,
          background: dots[variant] ?? dots['default'],
          flexShrink: 0,
        }}
      />
      <span>{children}</span>
    </span>
  );
}

export function List({ variant, children }: { variant?: string; children?: ReactNode[] | ReactNode }) {
  const items = Array.isArray(children) ? children : [children];
  return (
    <MantineList
      type={variant === 'ordered' ? 'ordered' : 'unordered'}
      size="md"
      c="#33475b"
      listStyleType={variant === 'unordered-styled' || variant === 'ordered-styled' ? 'disc' : undefined}
    >
      {items.map((item, n) => (
        <MantineList.Item key={n}>{item}</MantineList.Item>
      ))}
    </MantineList>
  );
}

export function Tooltip({ children }: { children?: ReactNode }) {
  return <MantineTooltip.Floating label={children}><span>{children}</span></MantineTooltip.Floating>; // prettier-ignore
}

/** A glyph for HubSpot's icon names in use; the name itself for screen readers where it carries meaning. */
export function Icon({
  name = '',
  screenReaderText,
}: {
  name?: string;
  screenReaderText?: string;
  size?: string;
  color?: string;
}) {
  const glyphs: Record<string, string> = {
    success: '✓',
    warning: '⚠',
    add: '+',
    remove: '×',
    delete: '×',
    search: '⌕',
    refresh: '↻',
    info: 'ℹ',
  };
  return screenReaderText ? <span role="img" aria-label={screenReaderText}>{glyphs[name] ?? '•'}</span> : <span aria-hidden>{glyphs[name] ?? '•'}</span>; // prettier-ignore
}

export function DescriptionList({
  direction = 'column',
  children,
}: {
  direction?: 'row' | 'column';
  children?: ReactNode;
}) {
  return (
    <dl style={{ display: 'flex', flexDirection: direction, flexWrap: 'wrap', gap: 12, margin: 0 }}>
      {children}
    </dl>
  );
}

export function DescriptionListItem({ label, children }: { label?: string; children?: ReactNode }) {
  return (
    <div>
      <dt style={{ fontSize: 12, color: '#516f90' }}>{label}</dt>
      <dd style={{ margin: 0 }}>{children}</dd>
    </div>
  );
}

export function Statistics({ children }: { children?: ReactNode }) {
  return <div style={{ display: 'flex', flexWrap: 'wrap', gap: 24 }}>{children}</div>;
}

export function StatisticsItem({
  label,
  number,
  children,
}: {
  label?: string;
  number?: string | number;
  id?: string;
  children?: ReactNode;
}) {
  return (
    <div>
      <div style={{ fontSize: 12, color: '#516f90' }}>{label}</div>
      <div style={{ fontSize: 24, fontWeight: 600, color: '#33475b' }}>{number}</div>
      {children}
    </div>
  );
}
