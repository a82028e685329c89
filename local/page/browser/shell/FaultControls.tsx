import { NativeSelect } from '@mantine/core';
import { frequencies, type FaultChoice, type Frequency } from '../../address';
import type { Words } from '../words';

interface FaultControlsProps {
  words: Words;
  names: string[];
  kinds: string[];
  fault: FaultChoice | undefined;
  /** An empty name removes the fault. */
  onChoose(change: Partial<FaultChoice>): void;
}

/** Selects a fault, the calls that it affects, and its frequency. */
export function FaultControls({ words, names, kinds, fault, onChoose }: FaultControlsProps) {
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
            data={frequencies.map((value) => ({ value, label: words[value] }))}
            value={fault.often}
            onChange={({ currentTarget }) => onChoose({ often: currentTarget.value as Frequency })}
          />
        </>
      )}
    </>
  );
}
