import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import type { SearchPage } from '../../sdk/sdk';

/** Which part of the search is shown, and the way to its neighbours. */
export function SearchPager({ found, pageLength }: { found: SearchPage; pageLength: number }) {
  const { t } = useTranslator();
  const { status, page, total, records, next, previous } = found;
  const from = (page - 1) * pageLength + 1;
  return (
    <Flex gap="small" align="center" justify="end" wrap>
      <Text variant="microcopy">
        {/* The page is turned at once, and its rows come later: until then those of the page before are shown. */}
        {status === 'loading'
          ? t('loading')
          : t('searchRange', { from, to: from + records.length - 1, total: Math.max(total, records.length) })}
      </Text>
      <Button size="xs" disabled={!previous} onClick={() => previous?.()}>
        {t('pagePrevious')}
      </Button>
      <Button size="xs" disabled={!next} onClick={() => next?.()}>
        {t('pageNext')}
      </Button>
    </Flex>
  );
}
