import { Button, Flex } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import type { Pasting } from './pasting';

/**
 * The buttons for the next step with the pasted text. The first button is the same element in every state, so that it
 * keeps the keyboard focus.
 */
export function PasteButtons({ pasting }: { pasting: Pasting }) {
  const { paste, ignoreDoubleClick } = useSession();
  const { t } = useTranslator();
  const change = { label: t('pasteChange'), run: () => paste.reopen() };
  const next = {
    writing: { label: t('pasteFind'), run: () => void paste.read() },
    asking: { label: t('pasteFind'), run: () => void paste.readColumn() },
    resolving: { label: t('stop'), run: () => paste.stop() },
    resolved: change,
  }[pasting.name];
  const isAsking = pasting.name === 'asking';
  return (
    <Flex gap="small">
      <Button disabled={isAsking && pasting.column === undefined} onClick={ignoreDoubleClick(next.run)}>
        {next.label}
      </Button>
      {isAsking && (
        <Button variant="transparent" onClick={ignoreDoubleClick(change.run)}>
          {change.label}
        </Button>
      )}
    </Flex>
  );
}
