import { Badge, CloseButton, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { chromeMessages } from './chrome-messages';
import { usePress } from './press';
import { callProp } from './remote';

const tagColors: Record<string, string> = {
  success: '#1f6f5c',
  warning: '#7a5200',
  error: '#a82a2a',
  info: '#00697f',
  default: '#425b76',
};

interface TagProps {
  variant?: string;
  inline?: boolean;
  onClick?: unknown;
  overlay?: ReactNode;
  children?: ReactNode;
}

/** A button only if it has a press handler. */
export function Tag({ variant = 'default', children, ...rest }: TagProps) {
  const { press, slot } = usePress(rest);
  const look = {
    variant: 'outline',
    radius: 'sm',
    tt: 'none',
    fw: 500,
    color: tagColors[variant] ?? '#425b76',
    styles: { root: { maxWidth: '100%', verticalAlign: 'middle' } },
  } as const;
  const isPressed = rest.onClick !== undefined || slot !== null;
  return (
    <>
      {isPressed ? (
        <Badge component="button" type="button" onClick={press} style={{ cursor: 'pointer' }} {...look}>
          {children}
        </Badge>
      ) : (
        <Badge {...look}>{children}</Badge>
      )}
      {slot}
    </>
  );
}

const dots: Record<string, string> = {
  success: '#00a38d',
  warning: '#e0a100',
  danger: '#d94c53',
  info: '#0091ae',
  default: '#7c98b6',
};

interface StatusTagProps {
  variant?: string;
  hollow?: boolean;
  onClick?: unknown;
  showRemoveIcon?: boolean;
  onRemoveClick?: unknown;
  children?: ReactNode;
}

/** A dot and a word: colour alone carries no meaning. */
export function StatusTag({
  variant = 'default',
  hollow,
  onClick,
  showRemoveIcon,
  onRemoveClick,
  children,
}: StatusTagProps) {
  const color = dots[variant] ?? dots['default'];
  const dot = { width: 9, height: 9, borderRadius: 9, border: `2px solid ${color}`, background: hollow ? undefined : color, flexShrink: 0 }; // prettier-ignore
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6, color: '#33475b', fontSize: 14 }}>
      <span aria-hidden style={dot} />
      {onClick === undefined ? (
        <span>{children}</span>
      ) : (
        <UnstyledButton style={{ font: 'inherit', color: 'inherit' }} onClick={() => callProp(onClick)}>
          {children}
        </UnstyledButton>
      )}
      {showRemoveIcon && (
        <CloseButton size="xs" aria-label={chromeMessages().remove} onClick={() => callProp(onRemoveClick)} />
      )}
    </span>
  );
}
