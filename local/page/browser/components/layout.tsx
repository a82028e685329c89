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

export function Inline({ justify, align = 'center', gap = 'small', children }: FlexProps) {
  return (
    <Flex direction="row" wrap="wrap" gap={gap} align={align} {...(justify && { justify })}>
      {children}
    </Flex>
  );
}

export function Stack({ gap, distance = 'small', children }: FlexProps & { distance?: string }) {
  return (
    <Flex direction="column" gap={gap ?? distance}>
      {children}
    </Flex>
  );
}

interface BoxProps {
  flex?: string | number;
  alignSelf?: string;
  children?: ReactNode;
}

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

export function Divider({ distance, size }: { distance?: string; size?: string }) {
  return (
    <MantineDivider
      my={pixels(distance, 'small')}
      size={size === 'lg' || size === 'large' ? 'md' : 'xs'}
      color="#cbd6e2"
    />
  );
}

export function Spacer({ height }: { height?: string }) {
  return <div style={{ height: pixels(height, 'small') }} />;
}

export function Tile({ compact, children }: { compact?: boolean; children?: ReactNode }) {
  return (
    <div
      style={{
        border: '1px solid #cbd6e2',
        borderRadius: 4,
        padding: compact ? 12 : 20,
        background: 'white',
      }}
    >
      {children}
    </div>
  );
}
