import { Button, Flex } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import type { Translator } from '../../locales/translator';
import { useSession } from '../../panel/SessionProvider';
import type { Session } from '../../panel/session';
import type { NumberQuestion, Pasting } from './pasting';

interface Step {
  label: string;
  run: () => void;
  isDisabled?: boolean;
}

/**
 * The buttons for the next step with the pasted text. The first button is the same element in every state, so that it
 * keeps the keyboard focus.
 */
export function PasteButtons({ pasting }: { pasting: Pasting }) {
  const { paste, ignoreDoubleClick } = useSession();
  const [first, ...others] = stepsOf(pasting, paste, useTranslator());
  return (
    <Flex gap="small" wrap>
      <Button disabled={first.isDisabled === true} onClick={ignoreDoubleClick(first.run)}>
        {first.label}
      </Button>
      {others.map(({ label, run }, place) => (
        <Button
          key={label}
          variant={place === others.length - 1 ? 'transparent' : 'secondary'}
          onClick={ignoreDoubleClick(run)}
        >
          {label}
        </Button>
      ))}
    </Flex>
  );
}

function stepsOf(pasting: Pasting, paste: Session['paste'], translator: Translator): [Step, ...Step[]] {
  const { t } = translator;
  const change = { label: t('pasteChange'), run: () => paste.reopen() };
  switch (pasting.name) {
    case 'writing':
      return [{ label: t('pasteFind'), run: () => void paste.read() }];
    case 'askingNumbers':
      return [...numberAnswers(pasting.question, paste, translator), change];
    case 'asking': {
      const isDisabled = pasting.choice.main === undefined;
      return [
        { label: t('pasteFind'), run: () => void paste.readColumns(), isDisabled },
        { label: t('pasteIsList'), run: () => void paste.sayList() },
        change,
      ];
    }
    case 'reading':
    case 'resolving':
      return [{ label: t('stop'), run: () => paste.stop() }];
    case 'resolved':
      return [change];
  }
}

/** The most numbers of a list that its button names. */
const mostNamed = 5;

function numberAnswers(
  { grouped, list: numbers }: NumberQuestion,
  paste: Session['paste'],
  { t, list }: Translator,
): [Step, Step] {
  const named = [...numbers.slice(0, mostNamed), ...(numbers.length > mostNamed ? ['…'] : [])];
  const several = t('pasteNumbersSeveral', { n: numbers.length, values: list(named) });
  return [
    { label: t('pasteNumbersOne', { value: grouped }), run: () => void paste.sayNumbers('grouped') },
    { label: several, run: () => void paste.sayNumbers('list') },
  ];
}
