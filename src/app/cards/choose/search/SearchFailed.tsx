import { useEffect } from 'react';
import { LoadingSpinner } from '@hubspot/ui-extensions';
import type { SearchSource } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import { Problem } from '../../parts/Problem';
import type { CallError } from '../../sdk/sdk';
import { useReply } from '../../sdk/useReply';

interface SearchFailedProps {
  objectType: string;
  source: SearchSource;
  onRefused: (error: CallError) => void;
  onRetry: () => void;
  /** Searches without the order that was chosen, where one was. */
  onUnordered?: () => void;
}

/** Why a search with filters or an order failed. HubSpot's hook gives no reason: an app function asks the same for it. */
export function SearchFailed({
  objectType,
  source,
  onRefused,
  onRetry,
  onUnordered = onRetry,
}: SearchFailedProps) {
  const { t } = useTranslator();
  const { reply } = useReply('collect_records', { objectType, source, names: false });
  const error = reply?.ok === false ? reply.error : undefined;
  useEffect(() => {
    if (error) onRefused(error);
    // The function is new with every rendering.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [error]);
  if (!reply) return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  return (
    <Problem
      error={error ?? { code: 'HUBSPOT_UNAVAILABLE', message: '' }}
      onRetry={reply.ok ? onUnordered : onRetry}
    />
  );
}
