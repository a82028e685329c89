import { useState } from 'react';
import { Button, Flex, Link } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { ProblemAlert } from '../parts/ProblemAlert';
import type { CallError } from '../sdk/sdk';
import { useMayAdminister } from './useMayAdminister';
import { useHostedRuns } from './useHostedRuns';
import { useBackEndWords } from './words';

/**
 * For an admin of the app: the way to the page that says who may use it. Its address works once and for a short time, so it
 * is made when it is asked for.
 */
export function AdministrationLink() {
  const { hosted } = useHostedRuns();
  const mayAdminister = useMayAdminister();
  const { language } = useTranslator();
  const words = useBackEndWords();
  const [url, setUrl] = useState<string>();
  const [error, setError] = useState<CallError>();
  if (!mayAdminister) return null;

  async function make(): Promise<void> {
    const reply = await hosted.call('open_administration', { language });
    setUrl(reply.ok ? reply.url : undefined);
    setError(reply.ok ? undefined : reply.error);
  }

  return (
    <Flex direction="column" gap="small" align="start">
      {error && <ProblemAlert error={error} />}
      {url === undefined ? (
        <Button size="sm" variant="transparent" onClick={() => void make()}>
          {words('admin')}
        </Button>
      ) : (
        <Link href={{ url, external: true }} onClick={() => setUrl(undefined)}>
          {words('adminOpen')}
        </Link>
      )}
    </Flex>
  );
}
