import type { ComponentType } from 'react';
import { Button, ButtonRow, Dropdown, DropdownButtonItem, LoadingButton } from './buttons';
import {
  Accordion,
  Alert,
  EmptyState,
  ErrorState,
  LoadingSpinner,
  ProgressBar,
  StepIndicator,
  Tab,
  Tabs,
} from './feedback';
import { Checkbox, Input, SearchInput, Select, TextArea, Toggle, ToggleGroup } from './inputs';
import { Box, Divider, Flex, Inline, Spacer, Stack, Tile } from './layout';
import { Modal, ModalBody, ModalFooter, Panel, PanelBody, PanelFooter, PanelSection } from './overlays';
import { drawn, type RemoteProps } from './remote';
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from './table';
import { DescriptionList, DescriptionListItem, Heading, Icon, Link, List, Statistics, StatisticsItem, StatusTag, Tag, Text, Tooltip } from './text'; // prettier-ignore

const fields = ['name', 'label', 'value', 'defaultValue', 'placeholder', 'description', 'required', 'readOnly', 'disabled', 'error', 'validationMessage', 'onChange', 'onInput', 'onBlur', 'onFocus'] as const; // prettier-ignore
const buttons = [
  'variant',
  'size',
  'disabled',
  'type',
  'href',
  'tooltip',
  'truncate',
  'overlay',
  'onClick',
] as const;

/** Every component this stand-in draws, by the name under which the SDK sends it. */
export const components: Record<string, ComponentType<RemoteProps>> = {
  Accordion: drawn('Accordion', ['title', 'size', 'defaultOpen', 'open', 'disabled', 'onClick'], Accordion),
  Alert: drawn('Alert', ['title', 'variant'], Alert),
  Box: drawn('Box', ['flex', 'alignSelf'], Box),
  Button: drawn('Button', [...buttons], Button),
  ButtonRow: drawn('ButtonRow', ['disableDropdown'], ButtonRow),
  Checkbox: drawn('Checkbox', ['name', 'value', 'checked', 'initialIsChecked', 'readOnly', 'size', 'variant', 'inline', 'description', 'onChange'], Checkbox), // prettier-ignore
  DescriptionList: drawn('DescriptionList', ['direction'], DescriptionList),
  DescriptionListItem: drawn('DescriptionListItem', ['label'], DescriptionListItem),
  Divider: drawn('Divider', ['distance', 'size'], Divider),
  Dropdown: drawn('Dropdown', ['buttonText', 'variant', 'buttonSize', 'disabled'], Dropdown),
  DropdownButtonItem: drawn('DropdownButtonItem', ['onClick'], DropdownButtonItem),
  EmptyState: drawn('EmptyState', ['title', 'layout', 'flush', 'imageName', 'imageWidth'], EmptyState),
  ErrorState: drawn('ErrorState', ['title', 'type', 'layout'], ErrorState),
  Flex: drawn('Flex', ['direction', 'justify', 'align', 'alignSelf', 'wrap', 'gap'], Flex),
  Heading: drawn('Heading', [], Heading),
  Icon: drawn('Icon', ['name', 'screenReaderText', 'size', 'color'], Icon),
  Inline: drawn('Inline', ['justify', 'align', 'gap'], Inline),
  Input: drawn('Input', [...fields, 'type'], Input),
  Link: drawn('Link', ['href', 'onClick', 'variant'], Link),
  List: drawn('List', ['variant'], List),
  LoadingButton: drawn('LoadingButton', [...buttons, 'loading', 'resultIconName'], LoadingButton),
  LoadingSpinner: drawn('LoadingSpinner', ['label', 'showLabel', 'layout', 'size'], LoadingSpinner),
  Modal: drawn('Modal', ['id', 'title', 'width', 'variant', 'onOpen', 'onClose'], Modal),
  ModalBody: drawn('ModalBody', [], ModalBody),
  ModalFooter: drawn('ModalFooter', [], ModalFooter),
  Panel: drawn('Panel', ['id', 'title', 'width', 'variant', 'onOpen', 'onClose'], Panel),
  PanelBody: drawn('PanelBody', [], PanelBody),
  PanelFooter: drawn('PanelFooter', [], PanelFooter),
  PanelSection: drawn('PanelSection', ['flush'], PanelSection),
  ProgressBar: drawn('ProgressBar', ['title', 'value', 'maxValue', 'showPercentage', 'valueDescription', 'variant'], ProgressBar), // prettier-ignore
  SearchInput: drawn('SearchInput', [...fields, 'clearable'], SearchInput),
  Select: drawn('Select', [...fields, 'options'], Select),
  Spacer: drawn('Spacer', ['height'], Spacer),
  Stack: drawn('Stack', ['gap', 'distance'], Stack),
  Statistics: drawn('Statistics', [], Statistics),
  StatisticsItem: drawn('StatisticsItem', ['label', 'number', 'id'], StatisticsItem),
  StatusTag: drawn('StatusTag', ['variant', 'hollow'], StatusTag),
  StepIndicator: drawn('StepIndicator', ['stepNames', 'currentStep', 'direction', 'circleSize', 'variant', 'onClick'], StepIndicator), // prettier-ignore
  Tab: drawn('Tab', ['tabId', 'title', 'tooltip'], Tab),
  Table: drawn('Table', ['bordered', 'flush', 'density', 'paginated', 'page', 'pageCount', 'maxVisiblePageButtons', 'showButtonLabels', 'showFirstLastButtons', 'onPageChange'], Table), // prettier-ignore
  TableBody: drawn('TableBody', [], TableBody),
  TableCell: drawn('TableCell', ['width', 'align', 'colSpan'], TableCell),
  TableFooter: drawn('TableFooter', [], TableFooter),
  TableHead: drawn('TableHead', [], TableHead),
  TableHeader: drawn(
    'TableHeader',
    ['width', 'align', 'sortDirection', 'disabled', 'onSortChange'],
    TableHeader,
  ),
  TableRow: drawn('TableRow', [], TableRow),
  Tabs: drawn('Tabs', ['selected', 'defaultSelected', 'onSelectedChange', 'variant', 'fill'], Tabs),
  Tag: drawn('Tag', ['variant', 'onClick'], Tag),
  Text: drawn('Text', ['variant', 'format', 'inline', 'truncate'], Text),
  TextArea: drawn('TextArea', [...fields, 'rows', 'cols', 'resize', 'maxLength'], TextArea),
  Tile: drawn('Tile', ['compact'], Tile),
  Toggle: drawn('Toggle', ['label', 'checked', 'onChange', 'readonly', 'name', 'size'], Toggle),
  ToggleGroup: drawn('ToggleGroup', ['name', 'label', 'toggleType', 'options', 'value', 'inline', 'variant', 'onChange'], ToggleGroup), // prettier-ignore
  Tooltip: drawn('Tooltip', [], Tooltip),
};
