import { useBackEnd, type ProblemText } from '../edition/back-end';
import { useTranslator } from '../locales/TranslatorProvider';
import type { CallError } from '../sdk/sdk';
import { useSdk } from '../sdk/SdkProvider';

/** Returns the text for an error, in the language of the user and the time zone of the account. */
export function useProblemText(): (error: CallError) => ProblemText {
  const translator = useTranslator();
  const backEnd = useBackEnd();
  const { timeZone, clock } = useSdk();
  const { t, time } = translator;
  return (error) => {
    const own = backEnd?.problemText(error, translator);
    if (own) return own;
    const { code, message, requiredScopes: scopes = [], retryAfterMs } = error;
    const isOurs = code === 'BAD_ANSWER' || code === 'INVALID_INPUT' || code === 'INTERNAL';
    const isForAdmin = code === 'MISSING_SCOPES' || code === 'UNAUTHORIZED';
    const kind = isOurs ? 'INTERNAL' : code;
    const until =
      retryAfterMs === undefined ? t('midnight', { zone: timeZone }) : time(clock.now() + retryAfterMs);
    const title = t(`problem_${kind}`);
    return {
      title: scopes.length > 0 ? t('detailed', { what: title, detail: scopes.join(', ') }) : title,
      text: kind === 'HUBSPOT_REJECTED' ? message : t(`problem_${kind}_text`, { time: until }),
      type: isForAdmin ? 'lock' : isOurs ? 'support' : 'error',
    };
  };
}
