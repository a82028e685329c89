import { Accordion as MantineAccordion, Tabs as MantineTabs } from '@mantine/core';
import { createContext, useContext, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useChosen } from './field';
import { tell } from './remote';

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

/** `open` leaves opening to the card; without it, a press opens and closes. What is closed is not there at all. */
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
        tell(onClick);
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
  /** Its place on the page gives its place in the row of titles. */
  place: HTMLElement | null;
}

/** Tabs know their tabs only by what these say of themselves: their children are opaque here. */
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

/** The library knows tabs by texts, HubSpot by texts or numbers: what goes to the card is what the card gave. */
export function Tabs({ selected, defaultSelected, onSelectedChange, variant, fill, children }: TabsProps) {
  const [tabs, add] = useKnownTabs();
  const [chosen, setChosen] = useChosen(selected, defaultSelected);
  const current = chosen ?? tabs.find((tab) => !tab.disabled)?.id;
  const choose = (text: string | null) => {
    const id = tabs.find((tab) => String(tab.id) === text)?.id;
    if (id === undefined) return;
    setChosen(id);
    tell(onSelectedChange, id);
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

/** Its content is there only while it is selected. Without a `tabId` it has one that the card can tell nothing by. */
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
