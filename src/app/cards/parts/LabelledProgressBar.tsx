import { ProgressBar } from '@hubspot/ui-extensions';

interface LabelledProgressBarProps {
  /** The text above the bar. */
  title: string;
  done: number;
  /** Undefined until HubSpot has given the number. */
  total: number | undefined;
  /** The text below the bar. */
  description?: string;
  /** The text for screen readers. Default: the title. */
  ariaLabel?: string;
}

/** A progress bar. Without a total it is half full and shows no percentage. */
export function LabelledProgressBar({
  title,
  done,
  total,
  description,
  ariaLabel = title,
}: LabelledProgressBarProps) {
  return (
    <ProgressBar
      title={title}
      aria-label={ariaLabel}
      {...(description && { valueDescription: description })}
      value={done}
      maxValue={Math.max(1, total ?? done * 2)}
      showPercentage={total !== undefined}
    />
  );
}
