import { UnstyledButton } from '@mantine/core';
import { callProp } from './remote';

const stepStyle = (state: 'done' | 'now' | 'next', isColumn: boolean) =>
  ({
    flex: isColumn ? 'none' : '1 1 0',
    minWidth: 72,
    borderTop: isColumn ? undefined : `4px solid ${state === 'next' ? '#cbd6e2' : '#00a38d'}`,
    borderLeft: isColumn ? `4px solid ${state === 'next' ? '#cbd6e2' : '#00a38d'}` : undefined,
    padding: isColumn ? '2px 0 2px 8px' : '6px 0 0',
    fontSize: 13,
    fontWeight: state === 'now' ? 600 : 400,
    color: state === 'next' ? '#516f90' : '#33475b',
  }) as const;

const listStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 6,
  margin: 0,
  padding: 0,
  listStyle: 'none',
} as const;

interface StepIndicatorProps {
  stepNames?: string[];
  currentStep?: number;
  direction?: 'horizontal' | 'vertical';
  circleSize?: string;
  variant?: 'default' | 'compact' | 'flush';
  onClick?: unknown;
}

/** The current step as text and number; the compact variants name only the current step. */
export function StepIndicator({
  stepNames = [],
  currentStep = 0,
  direction,
  variant = 'default',
  onClick,
}: StepIndicatorProps) {
  const isColumn = direction === 'vertical';
  return (
    <ol style={{ ...listStyle, flexDirection: isColumn ? 'column' : 'row' }}>
      {stepNames.map((name, n) => {
        const isNamed = variant === 'default' || n === currentStep;
        const text = isNamed ? `${n + 1}. ${name}` : `${n + 1}`;
        const state = n < currentStep ? 'done' : n === currentStep ? 'now' : 'next';
        return (
          <li
            key={name}
            style={stepStyle(state, isColumn)}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            {onClick === undefined ? (
              text
            ) : (
              <UnstyledButton
                aria-label={`${n + 1}. ${name}`}
                style={{ font: 'inherit', color: 'inherit' }}
                onClick={() => callProp(onClick, n)}
              >
                {text}
              </UnstyledButton>
            )}
          </li>
        );
      })}
    </ol>
  );
}
