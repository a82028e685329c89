import type { Suggestion } from '@bulk-associate/contract';
import type { Draft } from '../../panel/state';
import { useRemembered } from '../../panel/useRemembered';
import type { CallError } from '../../sdk/sdk';
import { useSdk } from '../../sdk/SdkProvider';

/** What is suggested for the record being viewed, as far as it was read. */
export interface Suggestions {
  /** Undefined until they were read. */
  suggestions: readonly Suggestion[] | undefined;
  error: CallError | undefined;
  retry: () => void;
}

/** Reads the records of the chosen object type that are suggested, where records are associated. */
export function useSuggestions({ type, operation }: Draft): Suggestions {
  const { record, own } = useSdk();
  const isWanted = operation.name === 'associate';
  const { answer, error, retry } = useRemembered(
    'suggest_records',
    isWanted && record ? { ...record, ...own, toObjectType: type.id } : undefined,
  );
  return { suggestions: answer?.suggestions, error, retry };
}

/** How many records are suggested, as far as they were read. */
export function countSuggested(suggestions: readonly Suggestion[] = []): number {
  return suggestions.reduce((sum, { records }) => sum + records.length, 0);
}
