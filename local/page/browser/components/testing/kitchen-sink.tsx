// Every component once, by the name under which the SDK sends it, as the renderer would draw it.
import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { createElement, useState, type ReactElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { overlays } from '../../overlays';
import { extensionProblems } from '../../problems';
import { components } from '..';
import { unknownComponent, type RemoteProps } from '../remote';
import { theme } from '../theme';

/** What the components called, in order: name and values, as they would cross to the worker. */
const calls: [string, ...unknown[]][] = [];
const called =
  (name: string) =>
  (...values: unknown[]) => {
    // What cannot be cloned could not reach a worker; functions alone cross by reference.
    structuredClone(values.map((value) => (hasFunctions(value) ? null : value)));
    calls.push([name, ...values]);
    return Promise.resolve();
  };
const hasFunctions = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).some((one) => typeof one === 'function');

Object.assign(window, { calls, overlays, extensionProblems });

const Unknown = unknownComponent('NotOfTheSdk');
const used = new Set<string>();
Object.assign(window, { names: () => ({ drawn: Object.keys(components), used: [...used] }) });

function C({ of, ...props }: RemoteProps & { of: string }): ReactElement {
  used.add(of);
  return createElement(components[of] ?? Unknown, props);
}

/** A card that answers every keystroke late, as one behind a worker does. */
function Late({ of, label }: { of: string; label: string }) {
  const [value, setValue] = useState('');
  const later = (next: string) => new Promise<void>((done) => setTimeout(() => (setValue(next), done()), 40));
  return (
    <div data-answered={value}>
      <C
        of={of}
        name={label}
        label={label}
        value={value}
        onInput={later}
        onChange={called(`${label} onChange`)}
      />
      <button type="button" onClick={() => setValue('')}>{`Empty ${label}`}</button>
    </div>
  );
}

function Paged() {
  const [page, setPage] = useState(1);
  const [sort, setSort] = useState('none');
  return (
    <C
      of="Table"
      paginated
      page={page}
      pageCount={12}
      maxVisiblePageButtons={5}
      showFirstLastButtons
      density="condensed"
      onPageChange={(next: number) => (called('onPageChange')(next), setPage(next))}
    >
      <C of="TableHead">
        <C of="TableRow">
          <C
            of="TableHeader"
            width="max"
            sortDirection={sort}
            onSortChange={(next: string) => (called('onSortChange')(next), setSort(next))}
          >
            Name
          </C>
          <C of="TableHeader">E-mail</C>
          <C of="TableHeader" align="right">
            Amount
          </C>
        </C>
      </C>
      <C of="TableBody">
        {[1, 2, 3].map((row) => (
          <C of="TableRow" key={row}>
            <C of="TableCell">
              <C
                of="Checkbox"
                name={`row-${row}`}
                size="sm"
                onChange={called('row onChange')}
              >{`Ada Lovelace ${page}.${row}`}</C>
            </C>
            <C of="TableCell">ada.lovelace.of.the.very.long.address{row}@analytical-engines.example.com</C>
            <C of="TableCell" align="right">
              1,234.00
            </C>
          </C>
        ))}
      </C>
      <C of="TableFooter">
        <C of="TableRow">
          <C of="TableHeader">Total</C>
          <C of="TableCell" colSpan={2} align="right">
            3,702.00
          </C>
        </C>
      </C>
    </C>
  );
}

const rows = (n: number): ReactNode =>
  Array.from({ length: n }, (_, row) => <C of="Text" key={row}>{`Line ${row + 1}`}</C>);

const panel = (
  <C
    of="Panel"
    id="panel"
    title="Link records to Ada Lovelace"
    width="lg"
    variant="modal"
    onOpen={called('panel onOpen')}
    onClose={called('panel onClose')}
  >
    <C of="PanelBody">
      <C of="PanelSection">
        <Late of="SearchInput" label="Find in panel" />
        {rows(60)}
      </C>
    </C>
    <C of="PanelFooter">
      <C
        of="Button"
        variant="primary"
        onClick={(_: unknown, reactions: { closePanel(id: string): void }) => reactions.closePanel('panel')}
      >
        Finish
      </C>
    </C>
  </C>
);
const plainPanel = (
  <C of="Panel" id="plain-panel" title="Beside the page" onClose={called('plain onClose')}>
    <C of="PanelBody">
      <C of="PanelSection" flush>
        {rows(3)}
      </C>
    </C>
    <C of="PanelFooter">Foot</C>
  </C>
);
const modal = (
  <C
    of="Modal"
    id="modal"
    title="Undo the links"
    variant="danger"
    width="md"
    onOpen={called('modal onOpen')}
    onClose={called('modal onClose')}
  >
    <C of="ModalBody">{rows(4)}</C>
    <C of="ModalFooter">
      <C of="Button" variant="destructive">
        Undo
      </C>
    </C>
  </C>
);
const small = (id: string) => (
  <C of="Modal" id={id} title={`Opened by ${id}`}>
    <C of="ModalBody">{rows(1)}</C>
  </C>
);

const options = [
  { label: 'Contacts', value: '0-1' },
  { label: 'Companies', value: '0-2' },
  { label: 'Seven', value: 7 },
];

function Kitchen() {
  return (
    <C of="Flex" direction="column" gap="medium">
      <C of="Heading">A heading of some length, long enough to take a second line on a small card</C>
      <C of="Text">
        Body text.{' '}
        <C of="Text" inline format={{ fontWeight: 'bold' }}>
          Bold
        </C>{' '}
        <C of="Text" inline format={{ italic: true, lineDecoration: 'underline' }}>
          and underlined
        </C>{' '}
        <C of="Link" href="https://example.com/">
          an outside link
        </C>
      </C>
      <C of="Text" variant="microcopy">
        Microcopy averylongwordwithoutanyspaceinitthatmustbreaksomewhereoritwouldbecutoffattheborder
      </C>
      <C of="Text" truncate={{ maxWidth: 160, tooltipText: 'All of it' }}>
        Truncated text that does not fit into its line
      </C>
      <C of="Flex" gap="small" wrap>
        <C of="Button" variant="primary" overlay={panel} onClick={called('primary onClick')}>
          Open the panel
        </C>
        <C of="Button" overlay={modal}>
          Open the modal
        </C>
        <C of="Button" variant="destructive" overlay={plainPanel}>
          Open beside
        </C>
        <C of="Button" variant="transparent" size="xs">
          Transparent
        </C>
        <C of="Button" disabled onClick={called('disabled onClick')}>
          Disabled
        </C>
        <C of="Button" size="sm" href={{ url: 'https://example.com/', external: true }}>
          To example.com
        </C>
        <C of="LoadingButton" loading>
          Saving
        </C>
        <C
          of="LoadingButton"
          variant="primary"
          overlay={small('by-loading')}
          overlayOptions={{ openBehavior: 'onClick' }}
        >
          Save
        </C>
      </C>
      <C of="ButtonRow">
        <C of="Button">One</C>
        <C of="Button">Two</C>
      </C>
      <C of="Dropdown" buttonText="More" variant="secondary" buttonSize="md">
        <C of="DropdownButtonItem" onClick={called('item onClick')}>
          First item
        </C>
        <C of="DropdownButtonItem" overlay={small('by-item')}>
          Item with overlay
        </C>
      </C>
      <C of="Inline" gap="small">
        <C of="Tag" variant="success" onClick={called('tag onClick')}>
          Tag to press
        </C>
        <C of="Tag" variant="warning">
          Warning
        </C>
        <C of="Tag" variant="error">
          Error
        </C>
        <C of="Tag" overlay={small('by-tag')}>
          Tag with overlay
        </C>
        <C of="Link" href="" overlay={small('by-link')} preventDefault>
          Link with overlay
        </C>
        <C
          of="Image"
          src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='24' height='24'/%3E"
          alt="Logo"
          width={24}
          height={24}
          overlay={small('by-image')}
        />
      </C>
      <C of="Inline">
        <C of="StatusTag" variant="success">
          Associated
        </C>
        <C of="StatusTag" variant="danger">
          Failed
        </C>
        <C of="StatusTag" variant="warning" hollow>
          Unsure
        </C>
        <C
          of="StatusTag"
          onClick={called('status onClick')}
          showRemoveIcon
          onRemoveClick={called('status onRemoveClick')}
        >
          Removable
        </C>
      </C>
      <C of="Divider" size="medium" />
      <Late of="Input" label="Company name" />
      <Late of="TextArea" label="Pasted text" />
      <Late of="SearchInput" label="Find contacts" />
      <C
        of="Input"
        name="bad"
        label="With an error"
        required
        error
        validationMessage="Say who."
        tooltip="Why we ask"
        description="Who it is"
      />
      <C
        of="NumberInput"
        name="count"
        label="How many"
        defaultValue={3}
        min={0}
        max={10}
        onChange={called('number onChange')}
      />
      <C
        of="DateInput"
        name="day"
        label="Which day"
        defaultValue={{ year: 2026, month: 0, date: 5 }}
        timezone="portalTz"
        onChange={called('day onChange')}
      />
      <C
        of="StepperInput"
        name="step"
        label="Step by step"
        defaultValue={2}
        min={0}
        max={4}
        stepSize={2}
        onChange={called('stepper onChange')}
      />
      <C
        of="Select"
        name="type"
        label="Object type"
        value="0-1"
        options={options}
        onChange={called('select onChange')}
        tooltip="Which"
      />
      <C
        of="Select"
        name="none"
        label="Nothing chosen"
        placeholder="Choose one"
        options={options}
        onChange={called('select onChange')}
      />
      <C
        of="MultiSelect"
        name="many"
        label="Several types"
        value={['0-1']}
        options={options}
        onChange={called('multi onChange')}
      />
      <C
        of="Checkbox"
        name="agree"
        value="yes"
        description="Only once"
        onChange={called('checkbox onChange')}
      >
        I agree
      </C>
      <C
        of="Checkbox"
        name="bare"
        aria-label="Choose Ada"
        checked
        readOnly
        onChange={called('bare onChange')}
      />
      <C of="RadioButton" name="one" value="a" onChange={called('radio onChange')}>
        Radio A
      </C>
      <C
        of="Toggle"
        name="on"
        label="Notify me"
        size="md"
        labelDisplay="inline"
        initialIsChecked={false}
        onChange={called('toggle onChange')}
      />
      <C
        of="ToggleGroup"
        name="boxes"
        label="Several of these"
        options={[
          { label: 'Box A', value: 'a', initialIsChecked: true },
          { label: 'Box B', value: 'b', description: 'Second' },
        ]}
        error={false}
        onChange={called('boxes onChange')}
      />
      <C
        of="ToggleGroup"
        name="radios"
        label="One of these"
        toggleType="radioButtonList"
        value="a"
        options={[
          { label: 'Choice A', value: 'a' },
          { label: 'Choice B', value: 'b' },
        ]}
        onChange={called('radios onChange')}
      />
      <C of="Form" onSubmit={called('form onSubmit')} preventDefault>
        <C of="Input" name="first" label="First name" defaultValue="Ada" />
        <C of="Button" type="submit">
          Submit
        </C>
      </C>
      <C
        of="StepIndicator"
        stepNames={['Choose', 'Review', 'Result']}
        currentStep={1}
        onClick={called('step onClick')}
      />
      <C
        of="ProgressBar"
        title="Associating"
        value={150}
        maxValue={250}
        showPercentage
        valueDescription="150 out of 250"
      />
      <C
        of="ProgressBar"
        aria-label="Named by label"
        value={1}
        maxValue={3}
        showPercentage
        variant="warning"
      />
      <C of="LoadingSpinner" label="Reading records" showLabel layout="centered" size="md" />
      <C of="Alert" title="Some records were not linked" variant="warning">
        <C of="Text">Two of 250.</C>
      </C>
      <C of="Alert" title="It failed" variant="danger">
        Nothing was written.
      </C>
      <C of="Alert" title="All good" variant="success" />
      <C of="Alert" title="A tip" variant="tip" />
      <C
        of="EmptyState"
        title="Nothing found"
        layout="vertical"
        imageName="voteAndSearch"
        imageWidth={120}
        reverseOrder
        flush
      >
        <C of="Text">Try other messages.</C>
      </C>
      <C of="ErrorState" title="This record could not be read" type="lock">
        <C of="Text">Ask for rights.</C>
      </C>
      <C of="Illustration" name="lock" alt="A closed lock" width={64} height={64} />
      <C
        of="Tabs"
        defaultSelected="b"
        variant="enclosed"
        fill
        onSelectedChange={called('tabs onSelectedChange')}
      >
        <C of="Tab" tabId="a" title="Search (12)">
          <C of="Text">Content of search</C>
        </C>
        <C of="Tab" tabId="b" title="Paste (3)" tooltip="By list">
          <C of="Text">Content of paste</C>
        </C>
        <C of="Tab" tabId="c" title="Segment" disabled>
          <C of="Text">Content of segment</C>
        </C>
      </C>
      <C of="Tabs" selected={2} onSelectedChange={called('numbered onSelectedChange')}>
        <C of="Tab" tabId={1} title="First">
          <C of="Text">Content one</C>
        </C>
        <C of="Tab" tabId={2} title="Second">
          <C of="Text">Content two</C>
        </C>
      </C>
      <C of="Accordion" title="Show the records" size="sm" onClick={called('accordion onClick')}>
        <C of="Text">Inside the accordion</C>
      </C>
      <Paged />
      <C of="List" variant="unordered-styled">
        <C of="Text">First point</C>
        <C of="Text">Second point</C>
      </C>
      <C of="List" variant="inline-divided">
        <C of="Text">Left</C>
        <C of="Text">Right</C>
      </C>
      <C of="DescriptionList" direction="row">
        <C of="DescriptionListItem" label="Contacts">
          <C of="Text">12</C>
        </C>
        <C of="DescriptionListItem" label="Companies">
          <C of="Text">3</C>
        </C>
      </C>
      <C of="Statistics">
        <C of="StatisticsItem" label="Associated" number={1234} id="s1">
          <C of="StatisticsTrend" value="12%" direction="increase" color="green" />
        </C>
        <C of="StatisticsItem" label="Failed" number="3">
          <C of="StatisticsTrend" value="1%" direction="decrease" />
        </C>
      </C>
      <C of="AutoGrid" columnWidth={140} flexible gap="small">
        <C of="Tile" compact>
          Tile one
        </C>
        <C of="Tile" flush>
          Tile two
        </C>
        <C of="Card">Card three</C>
      </C>
      <C of="Stack" distance="small" direction="row" justify="center" align="start" width="100%">
        <C of="Box" flex={1}>
          Left box
        </C>
        <C of="Box" alignSelf="end">
          Right box
        </C>
      </C>
      <C of="Spacer" size="large" />
      <C of="Inline">
        <C of="Icon" name="success" color="success" size="lg" screenReaderText="Done" />
        <C of="Icon" name="warning" color="warning" />
        <C of="Tooltip" placement="top">
          What the tooltip says
        </C>
      </C>
      <C of="NotOfTheSdk">Inside of it</C>
    </C>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <MantineProvider theme={theme}>
      <main style={{ padding: 12 }}>
        <h1>Kitchen</h1>
        <Kitchen />
      </main>
    </MantineProvider>,
  );
}
