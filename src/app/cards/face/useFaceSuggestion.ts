import { objectTypeIds, type LinkableObjectType } from '@bulk-associate/contract';
import { useIsWaiting, useTranslator } from '../locales/TranslatorProvider';
import type { Draft } from '../panel/state';
import { useRemembered } from '../panel/useRemembered';
import { isRenamed } from '../parts/type-names';
import { useSdk } from '../sdk/SdkProvider';

const { contact, company } = objectTypeIds;

/** What the face suggests on a record of each type. One reason, so that opening a record page costs few calls. */
const suggested = {
  [company]: { to: contact, reason: 'email_domain' },
  [contact]: { to: company, reason: 'company_domain' },
} as const;

/** Records with the domain of the one being viewed. */
export interface FaceSuggestion {
  type: LinkableObjectType;
  text: string;
}

/** Reads, where that `isWanted`, whether records share a domain with the one being viewed. Undefined unless some do. */
export function useFaceSuggestion({ types }: Draft, isWanted: boolean): FaceSuggestion | undefined {
  const { record, own } = useSdk();
  const { t, list } = useTranslator();
  const isWaiting = useIsWaiting();
  const of = (suggested as Readonly<Record<string, (typeof suggested)[keyof typeof suggested]>>)[
    record?.objectType ?? ''
  ];
  const type = types.find(({ id }) => id === of?.to);
  const { answer } = useRemembered(
    'suggest_records',
    isWanted && record && of && type
      ? { ...record, ...own, toObjectType: of.to, reasons: [of.reason] }
      : undefined,
  );
  const { suggestions = [] } = answer ?? {};
  const n = suggestions.reduce((sum, { records, total = records.length }) => sum + total, 0);
  if (!of || !type || n === 0 || isWaiting) return undefined;
  const isMore = suggestions.some(({ more, total }) => more && total === undefined);
  const domain = list(suggestions.flatMap(({ common }) => common ?? []));
  if (isRenamed(type)) {
    const count = isMore ? t('faceCountMore', { n }) : n;
    return { type, text: t('faceSuggestedRenamed', { types: type.plural, domain, count }) };
  }
  const text = t(`faceSuggested${isMore ? 'More' : ''}_${of.reason}`, { n, domain });
  return { type, text };
}
