import { Flex } from '@hubspot/ui-extensions';
import type { Draft } from '../../panel/state';
import { AskColumn } from './AskColumn';
import { PasteButtons } from './PasteButtons';
import { Resolved } from './Resolved';
import { Resolving } from './Resolving';
import { WriteText } from './WriteText';

/** Choosing records by pasting what names them. */
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
      return <WriteText type={type} pasting={pasting} />;
    case 'asking':
      return <AskColumn pasting={pasting} />;
    case 'resolving':
      return <Resolving run={pasting.run} />;
    case 'resolved':
      return <Resolved pasting={pasting} />;
  }
}
