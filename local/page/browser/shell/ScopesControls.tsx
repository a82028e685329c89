import { Button, Checkbox, Group, Popover } from '@mantine/core';
import type { Messages } from '../messages';
import { isWriting } from './sandbox';

interface ScopesControlsProps {
  messages: Messages;
  scopes: string[];
  allScopes: string[];
  onChoose(scopes: string[]): void;
}

/** Selects the scopes of the functions' token: single ones, all, or only those that read. */
export function ScopesControls({ messages, scopes, allScopes, onChoose }: ScopesControlsProps) {
  const count =
    scopes.length === allScopes.length ? messages.allScopes : `${scopes.length} / ${allScopes.length}`;
  return (
    <Popover position="bottom-start" withinPortal trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="default" fw={400}>
          {messages.scopes}: {count}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Group gap="xs" mb="xs">
          <Button size="compact-xs" variant="default" onClick={() => onChoose(allScopes)}>
            {messages.allScopes}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onChoose(allScopes.filter((scope) => !isWriting(scope)))}
          >
            {messages.readOnly}
          </Button>
        </Group>
        <Checkbox.Group value={scopes} onChange={onChoose} aria-label={messages.scopes}>
          {allScopes.map((scope) => (
            <Checkbox key={scope} size="xs" my={6} value={scope} label={scope} />
          ))}
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
