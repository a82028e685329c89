import { TextArea } from '@hubspot/ui-extensions';
import { objectTypeIds, type LinkableObjectType } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { typeInSentence } from '../../parts/type-names';
import type { Pasting } from './pasting';

interface PasteFieldProps {
  type: LinkableObjectType;
  pasting: Extract<Pasting, { name: 'writing' }>;
}

/** Types whose records can be identified by more than id, link and name. */
const hints: Readonly<Record<string, 'pasteHintContacts' | 'pasteHintCompanies'>> = {
  [objectTypeIds.contact]: 'pasteHintContacts',
  [objectTypeIds.company]: 'pasteHintCompanies',
};

/** The field for the pasted text. */
export function PasteField({ type, pasting }: PasteFieldProps) {
  const { paste } = useSession();
  const { t } = useTranslator();
  return (
    // Uncontrolled: a controlled field would send 50,000 lines back to the page after every key stroke.
    <TextArea
      name="pasted"
      label={t('pasteLabel', { types: typeInSentence(t, type) })}
      description={t(hints[type.id] ?? 'pasteHint')}
      rows={8}
      resize="vertical"
      defaultValue={pasting.text}
      error={pasting.problem !== undefined}
      {...(pasting.problem && { validationMessage: t(pasting.problem) })}
      onInput={(text) => paste.write(text)}
      onChange={(text) => paste.write(text)}
    />
  );
}
