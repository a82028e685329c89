import { Alert as MantineAlert, Loader, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { chromeMessages } from './chrome-messages';
import { alertColor } from './theme';

interface AlertProps {
  title?: string;
  variant?: string;
  children?: ReactNode;
}

/** An error has the role `alert`, which interrupts a screen reader; other kinds have `status`. */
export function Alert({ title, variant, children }: AlertProps) {
  const isUrgent = variant === 'error' || variant === 'danger';
  return (
    <MantineAlert
      role={isUrgent ? 'alert' : 'status'}
      color={alertColor(variant)}
      title={title}
      variant="light"
      styles={{ title: { color: '#33475b' }, message: { color: '#33475b' } }}
    >
      {children}
    </MantineAlert>
  );
}

interface ProgressBarProps {
  title?: string;
  value?: number;
  maxValue?: number;
  /** Older name of `maxValue`. */
  valueMax?: number;
  showPercentage?: boolean;
  valueDescription?: string;
  variant?: 'success' | 'warning' | 'danger';
  'aria-label'?: string;
}

const barHead = { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '0 12px', fontSize: 14, color: '#33475b' } as const; // prettier-ignore
const barColors = { success: '#00a38d', warning: '#e0a100', danger: '#d94c53' };

/** Exposes the card's own value and maximum to screen readers, not only the percentage. */
export function ProgressBar({
  title,
  value = 0,
  valueMax = 100,
  maxValue = valueMax,
  variant = 'success',
  ...rest
}: ProgressBarProps) {
  const share = maxValue > 0 ? Math.min(100, Math.max(0, Math.round((100 * value) / maxValue))) : 0;
  const said = [rest.valueDescription, rest.showPercentage && `${share}%`].filter(Boolean).join(' · ');
  return (
    <div>
      <div style={barHead}>
        <span>{title}</span>
        <span>{said}</span>
      </div>
      <div
        role="progressbar"
        aria-label={rest['aria-label'] ?? title ?? chromeMessages().progress}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={maxValue}
        aria-valuetext={said || undefined}
        style={{ height: 10, marginTop: 4, borderRadius: 5, background: '#dfe3eb', overflow: 'hidden' }}
      >
        <div
          style={{
            height: '100%',
            width: `${share}%`,
            background: barColors[variant],
            transition: 'width 0.2s',
          }}
        />
      </div>
    </div>
  );
}

const spinnerSizes: Record<string, number> = { xs: 14, 'extra-small': 14, md: 36, medium: 36 };

interface LoadingSpinnerProps {
  label?: string;
  showLabel?: boolean;
  layout?: 'inline' | 'centered';
  size?: string;
}

/** The label is the accessible name whether or not it is visible. */
export function LoadingSpinner({ label, showLabel, layout, size = 'sm' }: LoadingSpinnerProps) {
  const centred = layout === 'centered' && ({ justifyContent: 'center', padding: 24 } as const);
  return (
    <div
      role="status"
      aria-label={label}
      style={{ display: 'flex', alignItems: 'center', gap: 8, ...centred }}
    >
      <Loader size={spinnerSizes[size] ?? 22} color="orange" aria-hidden />
      {showLabel ? <span>{label}</span> : <VisuallyHidden>{label}</VisuallyHidden>}
    </div>
  );
}
