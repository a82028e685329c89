import type { Voice } from '../locales/translate';
import type { CallError, Sdk } from '../sdk/sdk';

interface ProblemWords {
  title: string;
  text: string;
  /** How HubSpot pictures it. */
  type: 'error' | 'lock' | 'support';
  /** Permissions to ask for. */
  scopes: readonly string[];
}

/** What to say about an error: what it is, and who can do what about it. */
export function problemWords(
  voice: Voice,
  error: CallError,
  { timeZone, clock }: Pick<Sdk, 'timeZone' | 'clock'>,
): ProblemWords {
  const { t, time } = voice;
  const { code, message, requiredScopes: scopes = [], retryAfterMs } = error;
  const plain = { type: 'error', scopes: [] } as const;
  switch (code) {
    case 'MISSING_SCOPES': {
      const text = t(scopes.length > 0 ? 'problemScopesText' : 'problemScopesUnnamed');
      return { type: 'lock', title: t('problemScopes'), text, scopes };
    }
    case 'UNAUTHORIZED':
      return { ...plain, type: 'lock', title: t('problemUnauthorized'), text: t('problemUnauthorizedText') };
    case 'DAILY_LIMIT': {
      const text =
        retryAfterMs === undefined
          ? t('problemDailyText', { zone: timeZone })
          : t('problemDailyUntil', { time: time(clock.now() + retryAfterMs) });
      return { ...plain, title: t('problemDaily'), text };
    }
    case 'RATE_LIMITED':
      return { ...plain, title: t('problemRate'), text: t('problemRateText') };
    case 'NO_ANSWER':
      return { ...plain, title: t('problemOffline'), text: t('problemOfflineText') };
    case 'HUBSPOT_UNAVAILABLE':
      return { ...plain, title: t('problemUnavailable'), text: t('problemUnavailableText') };
    case 'HUBSPOT_REJECTED':
      return { ...plain, title: t('problemRejected'), text: message };
    case 'BAD_ANSWER':
    case 'INVALID_INPUT':
    case 'INTERNAL':
      return { ...plain, type: 'support', title: t('problemInternal'), text: t('problemInternalText') };
  }
}
