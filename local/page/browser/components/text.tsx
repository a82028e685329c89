import { Anchor, Text as MantineText, Title } from '@mantine/core';
import { Children, type CSSProperties, type MouseEvent, type ReactNode } from 'react';
import { linkTo, usePress, type Href } from './press';

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

/** Capitalizes the first letter and lowers the rest, where the children are plain text. */
const inSentenceCase = (text: ReactNode) =>
  typeof text === 'string' ? text.charAt(0).toUpperCase() + text.slice(1).toLowerCase() : text;

/** A block unless `inline`. Truncated text is in the `title`. `maxWidth` is in pixels. */
export function Text({ variant, format = {}, inline, truncate, children }: TextProps) {
  const cut = typeof truncate === 'object' ? truncate : {};
  const isSentence = format.textTransform === 'sentenceCase';
  const shown = isSentence ? Children.map(children, inSentenceCase) : children;
  const style: CSSProperties = {
    fontStyle: format.italic ? 'italic' : undefined,
    textDecoration: format.lineDecoration === 'strikethrough' ? 'line-through' : format.lineDecoration,
    textTransform: format.textTransform === 'sentenceCase' ? undefined : format.textTransform,
    overflowWrap: 'break-word',
    lineHeight: 1.5,
    maxWidth: cut.maxWidth,
  };
  return (
    <MantineText
      component={inline ? 'span' : 'div'}
      size={variant === 'microcopy' ? 'xs' : 'md'}
      c={variant === 'microcopy' ? '#516f90' : '#33475b'}
      fw={weights[format.fontWeight ?? 'regular']}
      truncate={truncate ? 'end' : undefined}
      title={truncate ? (cut.tooltipText ?? plainText(children)) : undefined}
      style={style}
    >
      {shown}
    </MantineText>
  );
}

const plainText = (children: ReactNode) =>
  Children.toArray(children).filter((child) => typeof child === 'string').join(''); // prettier-ignore

/** Of level two, because the page's own heading is the record's name; `inline` does not break the line. */
export function Heading({ inline, children }: { inline?: boolean; children?: ReactNode }) {
  const style = inline
    ? ({ whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' } as const)
    : {};
  return (
    <Title order={2} size="18px" c="#33475b" style={{ overflowWrap: 'break-word', ...style }}>
      {children}
    </Title>
  );
}

const linkColors = { primary: '#00697f', destructive: '#c62128', light: '#ffffff', dark: '#33475b' };

interface LinkProps {
  href?: Href;
  onClick?: unknown;
  variant?: keyof typeof linkColors;
  preventDefault?: boolean;
  overlay?: ReactNode;
  children?: ReactNode;
}

/** A link without an address is a button that looks like a link. */
export function Link({ href, variant = 'primary', preventDefault, children, ...rest }: LinkProps) {
  const { press, slot } = usePress(rest);
  const link = linkTo(href);
  const shared = { c: linkColors[variant], underline: 'always', style: { fontSize: 'inherit', textAlign: 'left', overflowWrap: 'break-word' } } as const; // prettier-ignore
  const pressLink = (event: MouseEvent) => {
    if (preventDefault) event.preventDefault();
    press(event);
  };
  return (
    <>
      {link ? (
        <Anchor {...link} {...shared} onClick={pressLink}>
          {children}
        </Anchor>
      ) : (
        <Anchor component="button" type="button" {...shared} onClick={press}>
          {children}
        </Anchor>
      )}
      {slot}
    </>
  );
}
