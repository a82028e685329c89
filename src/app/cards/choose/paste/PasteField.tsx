import { TextArea } from '@hubspot/ui-extensions';
import { objectTypeIds, type LinkableObjectType } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { typeTitle } from '../../parts/words';
import type { Pasting } from './pasting';

interface PasteFieldProps {
  type: LinkableObjectType;
  pasting: Extract<Pasting, { name: 'writing' }>;
}

/** What may name a record, where that is more than its id. */
const hints: Readonly<Record<string, 'pasteHintContacts' | 'pasteHintCompanies' | 'pasteHintNamed'>> = {
  [objectTypeIds.contact]: 'pasteHintContacts',
  [objectTypeIds.company]: 'pasteHintCompanies',
  [objectTypeIds.deal]: 'pasteHintNamed',
  [objectTypeIds.ticket]: 'pasteHintNamed',
};

/** Where the text is pasted. */
export function PasteField({ type, pasting }: PasteFieldProps) {
  const { paste } = useSession();
  const { t } = useTranslator();
  return (
    // Not controlled: echoing 50,000 lines back to the page at every key stroke would make typing crawl.
    <TextArea
      name="pasted"
      label={t('pasteLabel', { types: typeTitle(t, type) })}
      description={t(hints[type.id] ?? 'pasteHint')}
      rows={8}
      resize="vertical"
      defaultValue={pasting.text}
      error={pasting.isEmpty}
      {...(pasting.isEmpty && { validationMessage: t('pasteEmpty') })}
      onInput={(text) => paste.write(text)}
      onChange={(text) => paste.write(text)}
    />
  );
}
