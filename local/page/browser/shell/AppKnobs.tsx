import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Words } from '../words';
import { control } from './sandbox';

/** Whether an account has installed the app, asked once: installing and uninstalling load the page again. */
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

/** An OAuth app as the account's admin sees it: in or out. And what else happens to its access. */
export function AppKnobs({ words, installPath }: { words: Words; installPath: string }) {
  const isInstalled = useInstalled();
  if (isInstalled === undefined) return null;
  const knob = { size: 'compact-xs', variant: 'default' } as const;
  return (
    <div className="row">
      <span>{isInstalled ? words.installed : words.notInstalled}</span>
      {!isInstalled && (
        <Button {...knob} component="a" href={installPath}>
          {words.install}
        </Button>
      )}
      {isInstalled && (
        <>
          <Button {...knob} onClick={() => void control('oauth/uninstall', {}).then(() => location.reload())}>
            {words.uninstall}
          </Button>
          <Button {...knob} onClick={() => void control('oauth/expire', {})}>
            {words.expire}
          </Button>
        </>
      )}
    </div>
  );
}
