import { Flex } from '@hubspot/ui-extensions';
import type { Draft } from '../../panel/state';
import { ColumnQuestion } from './ColumnQuestion';
import { NumberQuestion } from './NumberQuestion';
import { PasteButtons } from './PasteButtons';
import { ResolvedLines } from './ResolvedLines';
import { ResolveProgress } from './ResolveProgress';
import { PasteField } from './PasteField';

/** Choosing records by pasting ids, emails, domains, names or links. */
export function PasteSource({ draft }: { draft: Draft }) {
  return (
    <Flex direction="column" gap="small" align="stretch">
      <PasteBody draft={draft} />
      <PasteButtons pasting={draft.pasting} />
    </Flex>
  );
}

function PasteBody({ draft: { pasting, type } }: { draft: Draft }) {
  switch (pasting.name) {
    case 'writing':
      return <PasteField type={type} pasting={pasting} />;
    case 'askingNumbers':
      return <NumberQuestion pasting={pasting} />;
    case 'asking':
      return <ColumnQuestion pasting={pasting} />;
    case 'resolving':
      return <ResolveProgress run={pasting.run} />;
    case 'resolved':
      return <ResolvedLines pasting={pasting} />;
  }
}
