import { Button as MantineButton } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { linkTo, usePress, type Href } from './press';

interface ButtonProps {
  variant?: 'primary' | 'secondary' | 'destructive' | 'transparent';
  size?: string;
  disabled?: boolean;
  loading?: boolean;
  type?: 'button' | 'submit' | 'reset';
  href?: Href;
  truncate?: boolean;
  overlay?: ReactNode;
  onClick?: unknown;
  'aria-label'?: string;
  children?: ReactNode;
}

const looks = {
  primary: { variant: 'filled', color: 'orange' },
  secondary: { variant: 'outline', color: 'orange' },
  destructive: { variant: 'filled', color: '#c62128' },
  transparent: { variant: 'subtle', color: 'teal' },
} as const;

const sizes: Record<string, string> = {
  'extra-small': 'compact-sm',
  xs: 'compact-sm',
  small: 'xs',
  sm: 'xs',
};

/** The component library's props for a button; long text wraps unless it is truncated. */
export function buttonLook(variant: keyof typeof looks = 'secondary', size = 'medium', truncate = false) {
  return {
    ...looks[variant],
    size: sizes[size] ?? 'sm',
    styles: {
      root: { flexShrink: truncate ? 1 : 0, maxWidth: '100%', minWidth: 0, height: 'auto', minHeight: 'var(--button-height)' }, // prettier-ignore
      label: { whiteSpace: truncate ? 'nowrap' : 'inherit', lineHeight: 1.25 },
    },
  } as const;
}

/** A link if it has an address and is not disabled. `onClick` is called in both cases, as the SDK documents. */
export function Button({
  variant,
  size,
  truncate,
  disabled,
  loading,
  type = 'button',
  href,
  children,
  ...rest
}: ButtonProps) {
  const { press, slot } = usePress(rest);
  const link = disabled ? undefined : linkTo(href);
  const shared = {
    ...buttonLook(variant, size, truncate),
    'aria-label': rest['aria-label'],
    title: truncate && typeof children === 'string' ? children : undefined,
    onClick: press,
  };
  return (
    <>
      {link ? (
        <MantineButton component="a" {...link} {...shared}>
          {children}
        </MantineButton>
      ) : (
        <MantineButton type={type} disabled={disabled ?? false} loading={loading ?? false} {...shared}>
          {children}
        </MantineButton>
      )}
      {slot}
    </>
  );
}

interface LoadingButtonProps extends ButtonProps {
  resultIconName?: string;
  overlayOptions?: { openBehavior?: 'onClick' | 'onLoadingFinish' };
}

/** The overlay opens on a press or, with `onLoadingFinish`, when loading ends. `resultIconName` is not drawn. */
export function LoadingButton({
  resultIconName: _icon,
  overlayOptions,
  overlay,
  ...props
}: LoadingButtonProps) {
  const opensLater = overlayOptions?.openBehavior === 'onLoadingFinish';
  const { open, slot } = usePress({ overlay });
  const wasLoading = useRef(false);
  useEffect(() => {
    if (opensLater && wasLoading.current && !props.loading) open();
    wasLoading.current = props.loading ?? false;
  });
  return (
    <>
      <Button {...props} overlay={opensLater ? undefined : overlay} />
      {opensLater && slot}
    </>
  );
}

/** Buttons that do not fit wrap. HubSpot moves them into a drop-down unless `disableDropdown` is set. */
export function ButtonRow({ children }: { children?: ReactNode; disableDropdown?: boolean }) {
  return <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12 }}>{children}</div>;
}
