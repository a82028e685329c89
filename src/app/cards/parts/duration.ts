import type { Translate } from '../locales/messages';

/** A rounded duration for estimates: "20 seconds", "3 minutes". */
export function roughDuration(t: Translate, ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds > 90) return t('minutes', { n: Math.ceil(seconds / 60) });
  return t('seconds', { n: seconds > 10 ? Math.ceil(seconds / 5) * 5 : seconds });
}
