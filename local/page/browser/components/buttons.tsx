import { Button as MantineButton, Menu } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { reactions } from '../overlays';
import { OverlaySlot } from './overlays';
import { tell } from './remote';

interface ButtonProps {
  variant?: 'primary' | 'secondary' | 'destructive' | 'transparent';
  size?: 'extra-small' | 'xs' | 'small' | 'sm' | 'medium' | 'med' | 'md';
  disabled?: boolean;
  loading?: boolean;
  type?: 'button' | 'submit' | 'reset';
  href?: string | { url: string };
  tooltip?: string;
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

export function Button({
  variant = 'secondary',
  size = 'medium',
  disabled,
  loading,
  type = 'button',
  overlay,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const press = () => {
    tell(onClick, {}, reactions);
    if (overlay) setOpen(true);
  };
  return (
    <>
      <MantineButton
        {...looks[variant]}
        size={sizes[size] ?? 'sm'}
        type={type}
        disabled={disabled ?? false}
        loading={loading ?? false}
        aria-label={rest['aria-label']}
        title={rest.tooltip}
        onClick={press}
        styles={{
          root: { flexShrink: 0, maxWidth: '100%' },
          label: { whiteSpace: 'normal', lineHeight: 1.25 },
        }}
      >
        {children}
      </MantineButton>
      {overlay && (
        <OverlaySlot isOpen={isOpen} setOpen={setOpen}>
          {overlay}
        </OverlaySlot>
      )}
    </>
  );
}

export function LoadingButton({
  resultIconName: _icon,
  ...props
}: ButtonProps & { resultIconName?: string }) {
  return <Button {...props} />;
}

export function ButtonRow({ children }: { children?: ReactNode; disableDropdown?: boolean }) {
  return <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12 }}>{children}</div>;
}

interface DropdownProps {
  buttonText?: string;
  variant?: 'primary' | 'secondary' | 'transparent';
  buttonSize?: string;
  disabled?: boolean;
  children?: ReactNode;
}

export function Dropdown({ buttonText, variant = 'secondary', disabled, children }: DropdownProps) {
  const id = useId();
  return (
    <Menu id={id} withinPortal>
      <Menu.Target>
        <MantineButton {...looks[variant]} size="sm" disabled={disabled ?? false}>
          {buttonText} ▾
        </MantineButton>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

export function DropdownButtonItem({ onClick, children }: { onClick?: unknown; children?: ReactNode }) {
  return <Menu.Item onClick={() => tell(onClick, {}, reactions)}>{children}</Menu.Item>;
}
