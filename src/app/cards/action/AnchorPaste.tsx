import { useState } from 'react';
import { Button, Flex, Form, Input, Text } from '@hubspot/ui-extensions';
import type { ResolvedLine } from '@bulk-associate/contract';
import type { Translate } from '../locales/messages';
import { useTranslator } from '../locales/TranslatorProvider';
import type { Draft } from '../panel/state';
import { ProblemAlert } from '../parts/ProblemAlert';
import { useAnchorChoice, useActionSession } from './ActionSessionProvider';
import { AnchorTable } from './AnchorTable';
import { useActionWords, type TranslateAction } from './words';

/** Choosing an anchor by what is pasted: an id, a link, or another value that names one record. */
export function AnchorPaste({ draft }: { draft: Draft }) {
  const session = useActionSession();
  const { t } = useTranslator();
  const words = useActionWords();
  const { lookUp } = useAnchorChoice();
  const [text, setText] = useState('');
  const isLooking = lookUp.name === 'looking';
  return (
    <Form onSubmit={() => void session.findAnchor(text)}>
      <Flex direction="column" gap="small">
        <Flex gap="small" align="end" wrap>
          <Input
            name="anchor-text"
            label={words('anchorName')}
            value={text}
            onInput={setText}
            onChange={setText}
          />
          <Button type="submit" size="xs" disabled={isLooking || text.trim() === ''}>
            {t('pasteLookUp')}
          </Button>
        </Flex>
        <Answer draft={draft} />
      </Flex>
    </Form>
  );
}

function Answer({ draft }: { draft: Draft }) {
  const { t } = useTranslator();
  const words = useActionWords();
  const { lookUp } = useAnchorChoice();
  if (lookUp.name === 'idle') return null;
  if (lookUp.name === 'looking') return <Text variant="microcopy">{t('pasteLooking')}</Text>;
  if (lookUp.name === 'failed') return <ProblemAlert error={lookUp.error} />;
  const { status, records, reason } = lookUp.line;
  if (status === 'not_found') return <Text>{words('anchorNotFound')}</Text>;
  if (status === 'unreadable') {
    return <Text>{reasonText(t, words, reason)}</Text>;
  }
  if (status === 'unknown') return <ProblemAlert error={{ code: 'HUBSPOT_UNAVAILABLE', message: '' }} />;
  return (
    <Flex direction="column" gap="extra-small">
      {status === 'several' && <Text>{words('anchorSeveral')}</Text>}
      <AnchorTable rows={records} recordOf={(record) => record} draft={draft} />
    </Flex>
  );
}

/** Why a text names no record. What is said of the lines of the panel's field does not fit a field of one line. */
function reasonText(t: Translate, words: TranslateAction, reason: ResolvedLine['reason']): string {
  switch (reason) {
    case undefined:
    case 'parent_domain':
    case 'unreadable':
      return words('anchorUnreadable');
    case 'several_values':
    case 'unclear_number':
      return words('anchorOnlyOne');
    default:
      return t(`reason_${reason}`);
  }
}
