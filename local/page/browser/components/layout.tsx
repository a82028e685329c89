import { Box as MantineBox, Divider as MantineDivider } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { pixels } from './theme';

interface FlexProps {
  direction?: CSSProperties['flexDirection'];
  justify?: string;
  align?: string;
  alignSelf?: string;
  wrap?: CSSProperties['flexWrap'] | boolean;
  gap?: string;
  children?: ReactNode;
}

const flexWords: Record<string, string> = {
  start: 'flex-start',
  end: 'flex-end',
  between: 'space-between',
  around: 'space-around',
};
const flexWord = (word: string | undefined) => (word === undefined ? undefined : (flexWords[word] ?? word));

/** HubSpot's names for the values of CSS flexbox; a child never makes the box wider than its container. */
export function Flex({ direction = 'row', justify, align, alignSelf, wrap, gap, children }: FlexProps) {
  const style: CSSProperties = {
    display: 'flex',
    minWidth: 0,
    flexDirection: direction,
    justifyContent: flexWord(justify),
    alignItems: flexWord(align),
    alignSelf: flexWord(alignSelf),
    flexWrap: wrap === true ? 'wrap' : wrap === false ? 'nowrap' : wrap,
    gap: pixels(gap),
  };
  return <div style={style}>{children}</div>;
}

/** A row that wraps, with its items centred vertically. */
export function Inline({ justify, align = 'center', gap = 'small', children }: FlexProps) {
  return (
    <Flex direction="row" wrap="wrap" gap={gap} align={align} {...(justify && { justify })}>
      {children}
    </Flex>
  );
}

interface StackProps extends FlexProps {
  distance?: string;
  width?: 'auto' | '100%';
}

/** A column without gaps, unless `direction` or `distance` are set. */
export function Stack({ distance = 'flush', direction = 'column', width = 'auto', ...rest }: StackProps) {
  return (
    <div style={{ width }}>
      <Flex {...rest} direction={direction} gap={distance} />
    </div>
  );
}

interface AutoGridProps {
  columnWidth?: number;
  gap?: string;
  flexible?: boolean;
  children?: ReactNode;
}

/** As many columns as fit; flexible ones share the remaining width. */
export function AutoGrid({ columnWidth = 200, gap, flexible, children }: AutoGridProps) {
  const width = `min(100%, ${columnWidth}px)`;
  const columns = flexible ? `minmax(${width}, 1fr)` : width;
  return (
    <div style={{ display: 'grid', gridTemplateColumns: `repeat(auto-fit, ${columns})`, gap: pixels(gap) }}>
      {children}
    </div>
  );
}

interface BoxProps {
  flex?: string | number;
  alignSelf?: string;
  children?: ReactNode;
}

/** A child of a `Flex`, with its `flex` value. */
export function Box({ flex, alignSelf, children }: BoxProps) {
  return (
    <MantineBox
      style={{
        flex: flex === 'auto' || flex === undefined ? undefined : flex,
        alignSelf: flexWord(alignSelf),
        minWidth: 0,
      }}
    >
      {children}
    </MantineBox>
  );
}

/** `size` is the margin above and below; `distance` is its older name. */
export function Divider({ distance, size }: { distance?: string; size?: string }) {
  return <MantineDivider my={pixels(size ?? distance, 'small')} color="#cbd6e2" />;
}

/** Vertical space. */
export function Spacer({ size }: { size?: string }) {
  return <div style={{ height: pixels(size, 'small') }} />;
}

interface TileProps {
  compact?: boolean;
  flush?: boolean;
  children?: ReactNode;
}

/** A bordered box; `flush` removes the padding at the sides only. */
export function Tile({ compact, flush, children }: TileProps) {
  const room = compact ? 12 : 20;
  return (
    <div
      style={{
        border: '1px solid #cbd6e2',
        borderRadius: 4,
        padding: flush ? `${room}px 0` : room,
        background: 'white',
        minWidth: 0,
      }}
    >
      {children}
    </div>
  );
}

/** The SDK documents only that it holds children. */
export const Card = ({ children }: { children?: ReactNode }) => <Tile>{children}</Tile>;
