import type { SuggestedRecord, Suggestion } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import type { Draft } from '../../panel/state';
import { countOf } from '../../parts/type-names';
import { useSdk } from '../../sdk/SdkProvider';

/** The most names of records in one reason. */
const mostNames = 3;

/** Returns why records are suggested, in words: of a whole group, and of one record of it. */
export function useReasonText({ types }: Draft) {
  const { record } = useSdk();
  const { t, list } = useTranslator();
  const counted = ({ throughType, through }: Suggestion, n: number) => {
    const type = types.find(({ id }) => id === throughType);
    const only = through.length === 1 ? through[0] : undefined;
    return only?.label ?? (type ? countOf(t, type, n) : t('nRecords', { n }));
  };
  return {
    ofGroup(suggestion: Suggestion): string {
      const { reason, common = '', through } = suggestion;
      if (reason !== 'shared_record') return t(`suggested_${reason}`, { common });
      const isOfColleagues = suggestion.throughType === record?.objectType;
      return t(isOfColleagues ? 'suggested_colleagues' : 'suggested_shared_record', {
        records: counted(suggestion, through.length),
      });
    },
    /** "2 of 3 deals: Alder renewal, Fleet". Empty where the reason of the group says it all. */
    ofRecord(suggestion: Suggestion, { through: positions = [] }: SuggestedRecord): string {
      const { through } = suggestion;
      if (through.length < 2) return '';
      const names = positions.flatMap((position) => through[position]?.label ?? []);
      const shown = list(names.slice(0, mostNames));
      const others =
        names.length > mostNames ? t('andMore', { names: shown, n: names.length - mostNames }) : shown;
      return t('suggestedThrough', {
        n: names.length,
        records: counted(suggestion, through.length),
        names: others,
      });
    },
  };
}
