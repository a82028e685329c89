import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Messages } from '../messages';
import { control } from './sandbox';

/** Whether an account has installed the app. Read once: installing and uninstalling reload the page. */
function useInstalled(): boolean | undefined {
  const [isInstalled, setInstalled] = useState<boolean>();
  useEffect(() => {
    void fetch('/sandbox/oauth').then(async (response) => {
      const { installs } = (await response.json()) as { installs: object[] };
      setInstalled(installs.length > 0);
    });
  }, []);
  return isInstalled;
}

/** Controls of an OAuth app: install, uninstall, expire its access tokens. */
export function AppControls({ messages, installPath }: { messages: Messages; installPath: string }) {
  const isInstalled = useInstalled();
  if (isInstalled === undefined) return null;
  const button = { size: 'compact-xs', variant: 'default' } as const;
  return (
    <div className="row">
      <span>{isInstalled ? messages.installed : messages.notInstalled}</span>
      {!isInstalled && (
        <Button {...button} component="a" href={installPath}>
          {messages.install}
        </Button>
      )}
      {isInstalled && (
        <>
          <Button
            {...button}
            onClick={() => void control('oauth/uninstall', {}).then(() => location.reload())}
          >
            {messages.uninstall}
          </Button>
          <Button {...button} onClick={() => void control('oauth/expire', {})}>
            {messages.expire}
          </Button>
        </>
      )}
    </div>
  );
}
