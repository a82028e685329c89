import { ProgressBar } from '@hubspot/ui-extensions';

interface LabelledProgressBarProps {
  /** What is said above the bar. */
  words: string;
  done: number;
  /** Unknown while HubSpot has not said how many there are. */
  total: number | undefined;
  /** What is said below the bar. */
  below?: string;
  /** What a screen reader says, if it is more than the words. */
  spoken?: string;
}

/** How far something is. */
export function LabelledProgressBar({ words, done, total, below, spoken = words }: LabelledProgressBarProps) {
  return (
    <ProgressBar
      title={words}
      aria-label={spoken}
      {...(below && { valueDescription: below })}
      value={done}
      maxValue={Math.max(1, total ?? done * 2)}
      showPercentage={total !== undefined}
    />
  );
}
