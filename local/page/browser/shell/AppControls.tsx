import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Words } from '../words';
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
export function AppControls({ words, installPath }: { words: Words; installPath: string }) {
  const isInstalled = useInstalled();
  if (isInstalled === undefined) return null;
  const button = { size: 'compact-xs', variant: 'default' } as const;
  return (
    <div className="row">
      <span>{isInstalled ? words.installed : words.notInstalled}</span>
      {!isInstalled && (
        <Button {...button} component="a" href={installPath}>
          {words.install}
        </Button>
      )}
      {isInstalled && (
        <>
          <Button
            {...button}
            onClick={() => void control('oauth/uninstall', {}).then(() => location.reload())}
          >
            {words.uninstall}
          </Button>
          <Button {...button} onClick={() => void control('oauth/expire', {})}>
            {words.expire}
          </Button>
        </>
      )}
    </div>
  );
}
