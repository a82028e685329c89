import { useState } from 'react';
import { Button, Flex, Form, Input, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { forDisplay } from './display';
import type { NumberedLine } from './line-groups';

/** A label does not break within a link, and would widen the table. The whole line stands beside it. */
const mostInLabel = 24;

/** Longer lines, and those of files, are written anew rather than corrected. */
const mostCorrected = 500;

/** The correction of one line: Enter or the button looks it up. */
export function MendLine({ line }: { line: NumberedLine }) {
  const { paste } = useSession();
  const { t } = useTranslator();
  const { index, text, mending } = line;
  // The row of a mended line shows the next line. The field stays, with the keyboard focus, so its text has to change.
  const of = `${index} ${text}`;
  const [typed, setTyped] = useState({ of, text: textToCorrect(line) });
  const value = typed.of === of ? typed.text : textToCorrect(line);
  const type = (changed: string) => setTyped({ of, text: changed });
  return (
    <Form onSubmit={() => void paste.mend(index, value)}>
      <Flex gap="small" align="end" wrap>
        <Input
          name={`mend-${index}`}
          label={t('pasteCorrect', { value: forDisplay(text, mostInLabel) })}
          value={value}
          onInput={type}
          onChange={type}
        />
        <Button type="submit" size="xs" disabled={value.trim() === ''}>
          {t('pasteLookUp')}
        </Button>
      </Flex>
      {mending !== undefined && <Text variant="microcopy">{t('pasteLooking')}</Text>}
    </Form>
  );
}

function textToCorrect({ text, reason }: NumberedLine): string {
  return reason === 'binary' || text.length > mostCorrected ? '' : text;
}
