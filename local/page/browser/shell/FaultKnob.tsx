import { NativeSelect } from '@mantine/core';
import { oftens, type FaultChoice, type Often } from '../../address';
import type { Words } from '../words';

interface FaultKnobProps {
  words: Words;
  names: string[];
  kinds: string[];
  fault: FaultChoice | undefined;
  /** Nothing for a name takes the fault away. */
  onChoose(change: Partial<FaultChoice>): void;
}

/** What goes wrong, at which calls, and how often. */
export function FaultKnob({ words, names, kinds, fault, onChoose }: FaultKnobProps) {
  const word = (kind: string) => words.kinds[kind] ?? kind;
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={words.fault}
        data={[{ value: '', label: `${words.fault}: ${words.noFault}` }, ...names]}
        value={fault?.name ?? ''}
        onChange={({ currentTarget }) => onChoose({ name: currentTarget.value })}
      />
      {fault && (
        <>
          <NativeSelect
            size="xs"
            aria-label={words.faultOn}
            data={['any', ...kinds].map((value) => ({ value, label: word(value) }))}
            value={fault.on}
            onChange={({ currentTarget }) => onChoose({ on: currentTarget.value })}
          />
          <NativeSelect
            size="xs"
            aria-label={words.faultOften}
            data={oftens.map((value) => ({ value, label: words[value] }))}
            value={fault.often}
            onChange={({ currentTarget }) => onChoose({ often: currentTarget.value as Often })}
          />
        </>
      )}
    </>
  );
}
