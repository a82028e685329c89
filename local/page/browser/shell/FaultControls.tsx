import { NativeSelect } from '@mantine/core';
import { frequencies, type FaultChoice, type Frequency } from '../../address';
import type { Messages } from '../messages';

interface FaultControlsProps {
  messages: Messages;
  names: string[];
  kinds: string[];
  fault: FaultChoice | undefined;
  /** An empty name removes the fault. */
  onChoose(change: Partial<FaultChoice>): void;
}

/** Selects a fault, the calls that it affects, and its frequency. */
export function FaultControls({ messages, names, kinds, fault, onChoose }: FaultControlsProps) {
  const word = (kind: string) => messages.kinds[kind] ?? kind;
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={messages.fault}
        data={[{ value: '', label: `${messages.fault}: ${messages.noFault}` }, ...names]}
        value={fault?.name ?? ''}
        onChange={({ currentTarget }) => onChoose({ name: currentTarget.value })}
      />
      {fault && (
        <>
          <NativeSelect
            size="xs"
            aria-label={messages.faultOn}
            data={['any', ...kinds].map((value) => ({ value, label: word(value) }))}
            value={fault.on}
            onChange={({ currentTarget }) => onChoose({ on: currentTarget.value })}
          />
          <NativeSelect
            size="xs"
            aria-label={messages.faultOften}
            data={frequencies.map((value) => ({ value, label: messages[value] }))}
            value={fault.often}
            onChange={({ currentTarget }) => onChoose({ often: currentTarget.value as Frequency })}
          />
        </>
      )}
    </>
  );
}
