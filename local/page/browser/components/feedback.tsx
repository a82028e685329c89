import {
  Accordion as MantineAccordion,
  Alert as MantineAlert,
  Loader,
  Progress,
  Tabs as MantineTabs,
} from '@mantine/core';
import { createContext, useContext, useEffect, useId, useState, type ReactNode } from 'react';
import { tell } from './remote';

const alertColors: Record<string, string> = {
  info: 'teal',
  tip: 'violet',
  success: 'green',
  warning: 'yellow',
  error: 'red',
  danger: 'red',
};

export function Alert({
  title,
  variant = 'info',
  children,
}: {
  title?: string;
  variant?: string;
  children?: ReactNode;
}) {
  const isUrgent = variant === 'error' || variant === 'danger';
  return (
    <MantineAlert
      role={isUrgent ? 'alert' : 'status'}
      color={alertColors[variant] ?? 'teal'}
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
  showPercentage?: boolean;
  valueDescription?: string;
  variant?: 'success' | 'warning' | 'danger';
  'aria-label'?: string;
}

const barColors = { success: '#00a38d', warning: '#e0a100', danger: '#d94c53' };

export function ProgressBar({
  title,
  value = 0,
  maxValue = 100,
  showPercentage,
  valueDescription,
  variant = 'success',
  ...rest
}: ProgressBarProps) {
  const share = maxValue > 0 ? Math.round((100 * value) / maxValue) : 0;
  return (
    <div>
      <div
        style={{ display: 'flex', justifyContent: 'space-between', gap: 8, fontSize: 14, color: '#33475b' }}
      >
        <span>{title}</span>
        <span>{valueDescription ?? (showPercentage ? `${share}%` : '')}</span>
      </div>
      <Progress.Root size={10} mt={4}>
        <Progress.Section
          value={share}
          color={barColors[variant]}
          aria-label={rest['aria-label'] ?? title ?? 'Progress'}
        />
      </Progress.Root>
    </div>
  );
}

export function LoadingSpinner({
  label,
  showLabel,
  layout,
  size,
}: {
  label?: string;
  showLabel?: boolean;
  layout?: 'inline' | 'centered';
  size?: string;
}) {
  const style = {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    ...(layout === 'centered' && { justifyContent: 'center', padding: 24 }),
  };
  return (
    <div role="status" aria-label={label} style={style}>
      <Loader size={size === 'sm' || size === 'small' ? 'sm' : 'md'} color="orange" aria-hidden />
      {showLabel && <span>{label}</span>}
    </div>
  );
}

const stepStyle = (state: 'done' | 'now' | 'next') =>
  ({
    flex: '1 1 0',
    minWidth: 72,
    borderTop: `4px solid ${state === 'next' ? '#cbd6e2' : '#00a38d'}`,
    paddingTop: 6,
    fontSize: 13,
    fontWeight: state === 'now' ? 600 : 400,
    color: state === 'next' ? '#516f90' : '#33475b',
  }) as const;

export function StepIndicator({
  stepNames = [],
  currentStep = 0,
}: {
  stepNames?: string[];
  currentStep?: number;
  direction?: string;
  circleSize?: string;
  variant?: string;
  onClick?: unknown;
}) {
  return (
    <ol style={{ display: 'flex', flexWrap: 'wrap', gap: 6, margin: 0, padding: 0, listStyle: 'none' }}>
      {stepNames.map((name, n) => (
        <li
          key={name}
          style={stepStyle(n < currentStep ? 'done' : n === currentStep ? 'now' : 'next')}
          aria-current={n === currentStep ? 'step' : undefined}
        >
          {n + 1}. {name}
        </li>
      ))}
    </ol>
  );
}

/** A plain drawing: an open box for nothing there, a cone for something wrong. */
function Drawing({ isError }: { isError?: boolean }) {
  return (
    <svg width="64" height="56" viewBox="0 0 64 56" aria-hidden>
      {isError ? (
        <path
          d="M32 4 60 52H4Z M32 20v16 M32 42v3"
          fill="#fff3ee"
          stroke="#c93700"
          strokeWidth="3"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      ) : (
        <path
          d="M6 22 32 12l26 10-26 10Z M6 22v20l26 10 26-10V22 M32 32v20"
          fill="#e5f5f8"
          stroke="#0f8499"
          strokeWidth="3"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}

interface StateProps {
  title?: string;
  layout?: string;
  flush?: boolean;
  imageName?: string;
  imageWidth?: number;
  type?: string;
  children?: ReactNode;
}

const stateStyle = {
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: 8,
  padding: 16,
  textAlign: 'center',
} as const;

export function EmptyState({ title, children }: StateProps) {
  return (
    <div style={stateStyle}>
      <Drawing />
      <strong style={{ color: '#33475b', fontSize: 16 }}>{title}</strong>
      {children}
    </div>
  );
}

export function ErrorState({ title, children }: StateProps) {
  return (
    <div style={stateStyle} role="alert">
      <Drawing isError />
      <strong style={{ color: '#33475b', fontSize: 16 }}>{title}</strong>
      {children}
    </div>
  );
}

interface AccordionProps {
  title?: string;
  size?: string;
  defaultOpen?: boolean;
  open?: boolean;
  disabled?: boolean;
  onClick?: unknown;
  children?: ReactNode;
}

export function Accordion({ title, defaultOpen, open, disabled, onClick, children }: AccordionProps) {
  const [own, setOwn] = useState(defaultOpen ?? false);
  const isOpen = open ?? own;
  return (
    <MantineAccordion
      value={isOpen ? 'it' : null}
      onChange={() => {
        setOwn(!isOpen);
        tell(onClick);
      }}
      chevronPosition="left"
    >
      <MantineAccordion.Item value="it">
        <MantineAccordion.Control disabled={disabled ?? false}>{title}</MantineAccordion.Control>
        <MantineAccordion.Panel>{isOpen && children}</MantineAccordion.Panel>
      </MantineAccordion.Item>
    </MantineAccordion>
  );
}

interface TabTitle {
  id: string;
  title: string;
}

/** Tabs know their tabs only by what these say of themselves: their children are opaque here. */
const TabsContext = createContext<{ selected: string | undefined; add: (tab: TabTitle) => () => void }>({
  selected: undefined,
  add: () => () => undefined,
});

export function Tabs({
  selected,
  defaultSelected,
  onSelectedChange,
  children,
}: {
  selected?: string;
  defaultSelected?: string;
  onSelectedChange?: unknown;
  variant?: string;
  fill?: boolean;
  children?: ReactNode;
}) {
  const [titles, setTitles] = useState<TabTitle[]>([]);
  const [own, setOwn] = useState(defaultSelected);
  const current = selected ?? own ?? titles[0]?.id;
  const [add] = useState(() => (tab: TabTitle) => {
    setTitles((before) =>
      before.some(({ id }) => id === tab.id)
        ? before.map((one) => (one.id === tab.id ? tab : one))
        : [...before, tab],
    );
    return () => setTitles((before) => before.filter(({ id }) => id !== tab.id));
  });
  return (
    <MantineTabs
      value={current ?? null}
      onChange={(next) => {
        setOwn(next ?? undefined);
        tell(onSelectedChange, next);
      }}
    >
      <MantineTabs.List>
        {titles.map(({ id, title }) => (
          <MantineTabs.Tab key={id} value={id}>
            {title}
          </MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      <TabsContext.Provider value={{ selected: current, add }}>{children}</TabsContext.Provider>
    </MantineTabs>
  );
}

export function Tab({
  tabId,
  title = '',
  children,
}: {
  tabId?: string;
  title?: string;
  tooltip?: string;
  children?: ReactNode;
}) {
  const fallback = useId();
  const id = tabId ?? fallback;
  const { selected, add } = useContext(TabsContext);
  useEffect(() => add({ id, title }), [add, id, title]);
  return (
    <MantineTabs.Panel value={id} pt={16}>
      {selected === id && children}
    </MantineTabs.Panel>
  );
}
