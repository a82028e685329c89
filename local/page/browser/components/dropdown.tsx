import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { buttonLook } from './buttons';
import { usePress } from './press';
import { callProp } from './remote';

interface DropdownProps {
  buttonText?: string;
  variant?: 'primary' | 'secondary' | 'transparent';
  buttonSize?: string;
  disabled?: boolean;
  options?: { label: string; onClick?: unknown }[];
  children?: ReactNode;
}

/** The items stay mounted: an overlay is a child of its item and stays open after the menu closes. */
export function Dropdown({
  buttonText = 'More',
  variant,
  buttonSize,
  disabled,
  options = [],
  children,
}: DropdownProps) {
  return (
    <Menu keepMounted>
      <Menu.Target>
        <Button
          {...buttonLook(variant, buttonSize)}
          disabled={disabled ?? false}
          rightSection={<span aria-hidden>▾</span>}
        >
          {buttonText}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(({ label, onClick }) => (
          <Menu.Item key={label} onClick={() => callProp(onClick)}>
            {label}
          </Menu.Item>
        ))}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

/** A press closes the menu and opens the item's overlay, if there is one. */
export function DropdownButtonItem(props: { onClick?: unknown; overlay?: ReactNode; children?: ReactNode }) {
  const { press, slot } = usePress(props);
  return (
    <>
      <Menu.Item onClick={press}>{props.children}</Menu.Item>
      {slot}
    </>
  );
}
