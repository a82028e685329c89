import { useEffect, useState } from 'react';
import { Button, Divider, Flex, LoadingSpinner, PanelBody, Text } from '@hubspot/ui-extensions';
import type { LinkableObjectType, RunStatus } from '@bulk-associate/contract';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSession } from '../panel/SessionProvider';
import { EmptyMessage } from '../parts/EmptyMessage';
import { ProblemAlert } from '../parts/ProblemAlert';
import type { CallError } from '../sdk/sdk';
import { AdministrationLink } from './AdministrationLink';
import { isGoing } from './call-back-end';
import { Confirmed } from './Confirmed';
import { HistoryEntry } from './HistoryEntry';
import { useMayAdminister } from './useMayAdminister';
import { showResult, showRun } from './show-run';
import { useHostedRuns } from './useHostedRuns';
import { useBackEndWords } from './words';

/** The runs of the record, the newest first. Each opens its result, or how far it is. */
export function History({ types }: { types: readonly LinkableObjectType[] }) {
  const session = useSession();
  const { t } = useTranslator();
  const words = useBackEndWords();
  const { hosted, known } = useHostedRuns();
  const mayAdminister = useMayAdminister();
  const [error, setError] = useState<CallError>();
  const [busy, setBusy] = useState<string>();
  useEffect(() => void hosted.load(), [hosted]);

  async function show(status: RunStatus): Promise<void> {
    if (isGoing(status)) {
      const { work, performed } = hosted.shown(status, types);
      showRun(session, work, performed);
    } else {
      setBusy(status.run);
      const read = await hosted.read(status, types);
      setBusy(undefined);
      if ('code' in read) return setError(read);
      showResult(session, { ...read, endedAt: status.endedAt ?? status.createdAt });
    }
    hosted.history.set('run');
  }

  async function deleteRuns(run?: string): Promise<void> {
    const reply = await hosted.call('delete_runs', run === undefined ? {} : { run });
    setError(reply.ok ? undefined : reply.error);
    await hosted.load();
  }

  const problem = error ?? known.error;
  const { runs } = known;
  return (
    <PanelBody>
      <Flex direction="column" gap="medium">
        <Text>{words('historyText')}</Text>
        {problem && <ProblemAlert error={problem} />}
        {!runs && !problem && <LoadingSpinner label={t('loading')} layout="centered" />}
        {runs?.length === 0 && <EmptyMessage title={words('historyNone')} text={words('historyNoneText')} />}
        {runs?.map((status) => (
          <Flex key={status.run} direction="column" gap="small">
            <HistoryEntry status={status} types={types} />
            <Flex gap="small" wrap>
              {busy === status.run ? (
                <LoadingSpinner label={t('loading')} showLabel />
              ) : (
                <Button size="sm" onClick={() => void show(status)}>
                  {isGoing(status) ? t('faceShowProgress') : words('historyOpen')}
                </Button>
              )}
              {mayAdminister && (
                <Confirmed
                  label={words('historyDelete')}
                  question={words('historyDeleteAsk')}
                  onConfirmed={() => void deleteRuns(status.run)}
                />
              )}
            </Flex>
            <Divider />
          </Flex>
        ))}
        {known.cursor !== undefined && (
          <Button onClick={() => void hosted.load(true)}>{t('segmentMore')}</Button>
        )}
        {mayAdminister && runs && runs.length > 0 && (
          <Confirmed
            label={words('historyDeleteAll')}
            question={words('historyDeleteAllAsk')}
            onConfirmed={() => void deleteRuns()}
          />
        )}
        <AdministrationLink />
      </Flex>
    </PanelBody>
  );
}
