import { Tooltip as MantineTooltip } from '@mantine/core';
import { useState, type ReactNode } from 'react';

interface TooltipProps {
  placement?: 'top' | 'bottom' | 'left' | 'right';
  children?: ReactNode;
}

/** As a component's `overlay`, it is shown beside that component on hover and focus. */
export function Tooltip({ placement = 'top', children }: TooltipProps) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  return (
    <>
      <span hidden ref={(own) => setTarget((own?.previousElementSibling ?? null) as HTMLElement | null)} />
      {target && (
        <MantineTooltip
          target={target}
          label={children}
          position={placement}
          multiline
          maw={280}
          events={{ hover: true, focus: true, touch: true }}
        />
      )}
    </>
  );
}
