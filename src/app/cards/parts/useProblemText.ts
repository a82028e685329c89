import { useFaceTranslator } from '../locales/TranslatorProvider';
import type { CallError } from '../sdk/sdk';
import { useSdk } from '../sdk/SdkProvider';

/** The text for an error: what is wrong, and who can do what about it. */
interface ProblemText {
  title: string;
  text: string;
  /** The picture in HubSpot's `ErrorState`. */
  type: 'error' | 'lock' | 'support';
}

/** Returns the text for an error, in the language of the user and the time zone of the account. */
export function useProblemText(): (error: CallError) => ProblemText {
  const { t, time } = useFaceTranslator();
  const { timeZone, clock } = useSdk();
  return ({ code, message, requiredScopes: scopes = [], retryAfterMs }) => {
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
