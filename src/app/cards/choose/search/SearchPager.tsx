import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import type { SearchPage } from '../../sdk/sdk';

/** The range of matches shown, and buttons for the previous and the next page. */
export function SearchPager({ found, pageLength }: { found: SearchPage; pageLength: number }) {
  const { t } = useTranslator();
  const { status, page, total, records, next, previous } = found;
  const from = (page - 1) * pageLength + 1;
  return (
    <Flex gap="small" align="center" justify="end" wrap>
      <Text variant="microcopy">
        {/* HubSpot's hook changes the page number at once and keeps the rows of the old page until the new ones arrive. */}
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
