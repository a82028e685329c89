import { Flex } from '@hubspot/ui-extensions';
import type { Draft } from '../../panel/state';
import { ProblemAlert } from '../../parts/ProblemAlert';
import { ColumnQuestion } from './ColumnQuestion';
import { NumberQuestion } from './NumberQuestion';
import { PasteButtons } from './PasteButtons';
import type { Pasting } from './pasting';
import { ReadingProgress } from './ReadingProgress';
import { ResolvedLines } from './ResolvedLines';
import { ResolveProgress } from './ResolveProgress';
import { PasteField } from './PasteField';

/** Choosing records by pasting ids, emails, domains, names or links. */
export function PasteSource({ draft: { pasting, type } }: { draft: Draft }) {
  return (
    <Flex direction="column" gap="small" align="stretch">
      {'error' in pasting && pasting.name !== 'resolved' && pasting.error && (
        <ProblemAlert error={pasting.error} />
      )}
      <PasteBody
        type={type}
        pasting={pasting.name === 'reading' ? pasting.before : pasting}
        isReading={pasting.name === 'reading'}
      />
      {pasting.name === 'reading' && <ReadingProgress run={pasting.run} />}
      <PasteButtons pasting={pasting} />
    </Flex>
  );
}

interface PasteBodyProps extends Pick<Draft, 'type'> {
  pasting: Exclude<Pasting, { name: 'reading' }>;
  isReading: boolean;
}

/** While a text is read, the question before stays, with the keyboard focus in it. The field does not: it takes no text then. */
function PasteBody({ type, pasting, isReading }: PasteBodyProps) {
  switch (pasting.name) {
    case 'writing':
      return isReading ? null : <PasteField type={type} pasting={pasting} />;
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
