import { Accordion as MantineAccordion, Tabs as MantineTabs } from '@mantine/core';
import { createContext, useContext, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useChosen } from './field';
import { callProp } from './remote';

interface AccordionProps {
  title?: string;
  size?: string;
  defaultOpen?: boolean;
  open?: boolean;
  disabled?: boolean;
  onClick?: unknown;
  children?: ReactNode;
}

const titleSizes: Record<string, number> = { 'extra-small': 13, xs: 13, md: 17, medium: 17 };

/** With `open` the card controls the state; without it, a press toggles it. Closed content is not mounted. */
export function Accordion({
  title,
  size = 'small',
  defaultOpen,
  open,
  disabled,
  onClick,
  children,
}: AccordionProps) {
  const [own, setOwn] = useState(defaultOpen ?? false);
  const isOpen = open ?? own;
  return (
    <MantineAccordion
      value={isOpen ? 'it' : null}
      onChange={() => {
        setOwn(!isOpen);
        callProp(onClick);
      }}
      chevronPosition="left"
      styles={{ label: { fontSize: titleSizes[size] ?? 15, fontWeight: 600, color: '#33475b' } }}
    >
      <MantineAccordion.Item value="it">
        <MantineAccordion.Control disabled={disabled ?? false}>{title}</MantineAccordion.Control>
        <MantineAccordion.Panel>{isOpen && children}</MantineAccordion.Panel>
      </MantineAccordion.Item>
    </MantineAccordion>
  );
}

type TabId = string | number;

interface KnownTab {
  id: TabId;
  title: string;
  disabled: boolean;
  tooltip: string | undefined;
  /** The element whose position in the document gives the tab's position in the row of titles. */
  place: HTMLElement | null;
}

/** Each tab registers itself with its `Tabs`, because the children of a remote component cannot be inspected. */
const TabsContext = createContext<{ selected: TabId | undefined; add: (tab: KnownTab) => () => void }>({
  selected: undefined,
  add: () => () => undefined,
});

const inOrder = (a: KnownTab, b: KnownTab) =>
  a.place && b.place && a.place.compareDocumentPosition(b.place) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;

function useKnownTabs() {
  const [tabs, setTabs] = useState<KnownTab[]>([]);
  const [add] = useState(() => (tab: KnownTab) => {
    setTabs((before) => [...before, tab].sort(inOrder));
    return () => setTabs((before) => before.filter((one) => one !== tab));
  });
  return [tabs, add] as const;
}

interface TabsProps {
  selected?: TabId;
  defaultSelected?: TabId;
  onSelectedChange?: unknown;
  variant?: 'default' | 'enclosed';
  fill?: boolean;
  children?: ReactNode;
}

/** The component library identifies tabs by strings, HubSpot by strings or numbers: the card gets back the value it set. */
export function Tabs({ selected, defaultSelected, onSelectedChange, variant, fill, children }: TabsProps) {
  const [tabs, add] = useKnownTabs();
  const [chosen, setChosen] = useChosen(selected, defaultSelected);
  const current = chosen ?? tabs.find((tab) => !tab.disabled)?.id;
  const choose = (text: string | null) => {
    const id = tabs.find((tab) => String(tab.id) === text)?.id;
    if (id === undefined) return;
    setChosen(id);
    callProp(onSelectedChange, id);
  };
  return (
    <MantineTabs
      value={current === undefined ? null : String(current)}
      onChange={choose}
      variant={variant === 'enclosed' ? 'outline' : 'default'}
    >
      <MantineTabs.List grow={fill ?? false}>
        {tabs.map(({ id, title, disabled, tooltip }) => (
          <MantineTabs.Tab key={id} value={String(id)} disabled={disabled} title={tooltip}>
            {title}
          </MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      <TabsContext.Provider value={{ selected: current, add }}>{children}</TabsContext.Provider>
    </MantineTabs>
  );
}

interface TabProps {
  tabId?: TabId;
  title?: string;
  disabled?: boolean;
  tooltip?: string;
  tooltipPlacement?: string;
  children?: ReactNode;
}

/** The content is mounted only while the tab is selected. Without a `tabId` it gets a generated one. */
export function Tab({ tabId, title = '', disabled = false, tooltip, children }: TabProps) {
  const fallback = useId();
  const id = tabId ?? fallback;
  const place = useRef<HTMLDivElement>(null);
  const { selected, add } = useContext(TabsContext);
  useLayoutEffect(
    () => add({ id, title, disabled, tooltip, place: place.current }),
    [add, id, title, disabled, tooltip],
  );
  return (
    <MantineTabs.Panel ref={place} value={String(id)} pt={16} keepMounted>
      {selected === id && children}
    </MantineTabs.Panel>
  );
}
