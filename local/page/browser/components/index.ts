import type { ComponentType } from 'react';
import { Button, ButtonRow, LoadingButton } from './buttons';
import { Checkbox, RadioButton, Toggle, ToggleGroup } from './choices';
import {
  DescriptionList,
  DescriptionListItem,
  List,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
} from './data';
import { DateInput } from './dates';
import { Accordion, Tab, Tabs } from './disclosure';
import { Dropdown, DropdownButtonItem } from './dropdown';
import { Alert, LoadingSpinner, ProgressBar } from './feedback';
import { Form } from './form';
import { Input, SearchInput, TextArea } from './inputs';
import { AutoGrid, Box, Card, Divider, Flex, Inline, Spacer, Stack, Tile } from './layout';
import { NumberInput, StepperInput } from './numbers';
import { Modal, ModalBody, ModalFooter, Panel, PanelBody, PanelFooter, PanelSection } from './overlays';
import { Icon, Illustration, Image } from './pictures';
import { drawn, type RemoteProps } from './remote';
import { MultiSelect, Select } from './selects';
import { EmptyState, ErrorState } from './states';
import { StepIndicator } from './steps';
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from './table';
import { StatusTag, Tag } from './tags';
import { Heading, Link, Text } from './text';
import { Tooltip } from './tooltip';

const field = ['name', 'label', 'placeholder', 'description', 'tooltip', 'required', 'readOnly', 'error', 'validationMessage', 'onChange', 'onInput', 'onBlur', 'onFocus'] as const; // prettier-ignore
const text = [...field, 'value', 'defaultValue'] as const;
const number = [...text, 'min', 'max', 'precision', 'formatStyle'] as const;
const select = [...field, 'value', 'options', 'variant'] as const;
const choice = ['name', 'value', 'checked', 'initialIsChecked', 'readOnly', 'readonly', 'size', 'variant', 'inline', 'description', 'onChange'] as const; // prettier-ignore
const button = ['variant', 'size', 'disabled', 'type', 'href', 'truncate', 'overlay', 'onClick'] as const;
const overlay = ['id', 'title', 'width', 'variant', 'onOpen', 'onClose'] as const;

/** Every component that the page draws, by the SDK's name, with the props that it supports. */
export const components: Record<string, ComponentType<RemoteProps>> = {
  Accordion: drawn('Accordion', ['title', 'size', 'defaultOpen', 'open', 'disabled', 'onClick'], Accordion),
  Alert: drawn('Alert', ['title', 'variant'], Alert),
  AutoGrid: drawn('AutoGrid', ['columnWidth', 'gap', 'flexible'], AutoGrid),
  Box: drawn('Box', ['flex', 'alignSelf'], Box),
  Button: drawn('Button', [...button], Button),
  ButtonRow: drawn('ButtonRow', ['disableDropdown'], ButtonRow),
  Card: drawn('Card', [], Card),
  Checkbox: drawn('Checkbox', [...choice], Checkbox),
  DateInput: drawn('DateInput', [...field, 'value', 'defaultValue', 'min', 'max', 'timezone', 'format'], DateInput), // prettier-ignore
  DescriptionList: drawn('DescriptionList', ['direction'], DescriptionList),
  DescriptionListItem: drawn('DescriptionListItem', ['label'], DescriptionListItem),
  Divider: drawn('Divider', ['distance', 'size'], Divider),
  Dropdown: drawn('Dropdown', ['buttonText', 'variant', 'buttonSize', 'disabled', 'options'], Dropdown),
  DropdownButtonItem: drawn('DropdownButtonItem', ['onClick', 'overlay'], DropdownButtonItem),
  EmptyState: drawn('EmptyState', ['title', 'layout', 'flush', 'reverseOrder', 'imageName', 'imageWidth'], EmptyState), // prettier-ignore
  ErrorState: drawn('ErrorState', ['title', 'type'], ErrorState),
  Flex: drawn('Flex', ['direction', 'justify', 'align', 'alignSelf', 'wrap', 'gap'], Flex),
  Form: drawn('Form', ['onSubmit', 'autoComplete', 'preventDefault'], Form),
  Heading: drawn('Heading', ['inline'], Heading),
  Icon: drawn('Icon', ['name', 'screenReaderText', 'size', 'color'], Icon),
  Illustration: drawn('Illustration', ['name', 'alt', 'width', 'height'], Illustration),
  Image: drawn('Image', ['src', 'alt', 'width', 'height', 'href', 'onClick', 'overlay'], Image),
  Inline: drawn('Inline', ['justify', 'align', 'gap'], Inline),
  Input: drawn('Input', [...text, 'type'], Input),
  Link: drawn('Link', ['href', 'onClick', 'variant', 'preventDefault', 'overlay'], Link),
  List: drawn('List', ['variant'], List),
  LoadingButton: drawn('LoadingButton', [...button, 'loading', 'resultIconName', 'overlayOptions'], LoadingButton), // prettier-ignore
  LoadingSpinner: drawn('LoadingSpinner', ['label', 'showLabel', 'layout', 'size'], LoadingSpinner),
  Modal: drawn('Modal', [...overlay], Modal),
  ModalBody: drawn('ModalBody', [], ModalBody),
  ModalFooter: drawn('ModalFooter', [], ModalFooter),
  MultiSelect: drawn('MultiSelect', [...select], MultiSelect),
  NumberInput: drawn('NumberInput', [...number, 'textAlign'], NumberInput),
  Panel: drawn('Panel', [...overlay], Panel),
  PanelBody: drawn('PanelBody', [], PanelBody),
  PanelFooter: drawn('PanelFooter', [], PanelFooter),
  PanelSection: drawn('PanelSection', ['flush'], PanelSection),
  ProgressBar: drawn('ProgressBar', ['title', 'value', 'maxValue', 'valueMax', 'showPercentage', 'valueDescription', 'variant'], ProgressBar), // prettier-ignore
  RadioButton: drawn('RadioButton', [...choice], RadioButton),
  SearchInput: drawn('SearchInput', [...text, 'clearable'], SearchInput),
  Select: drawn('Select', [...select], Select),
  Spacer: drawn('Spacer', ['size'], Spacer),
  Stack: drawn('Stack', ['distance', 'direction', 'justify', 'align', 'width'], Stack),
  Statistics: drawn('Statistics', [], Statistics),
  StatisticsItem: drawn('StatisticsItem', ['label', 'number', 'id'], StatisticsItem),
  StatisticsTrend: drawn('StatisticsTrend', ['value', 'direction', 'color'], StatisticsTrend),
  StatusTag: drawn('StatusTag', ['variant', 'hollow', 'onClick', 'showRemoveIcon', 'onRemoveClick'], StatusTag), // prettier-ignore
  StepIndicator: drawn('StepIndicator', ['stepNames', 'currentStep', 'direction', 'circleSize', 'variant', 'onClick'], StepIndicator), // prettier-ignore
  StepperInput: drawn('StepperInput', [...number, 'stepSize', 'minValueReachedTooltip', 'maxValueReachedTooltip'], StepperInput), // prettier-ignore
  Tab: drawn('Tab', ['tabId', 'title', 'disabled', 'tooltip', 'tooltipPlacement'], Tab),
  Table: drawn('Table', ['bordered', 'flush', 'density', 'paginated', 'page', 'pageCount', 'maxVisiblePageButtons', 'showButtonLabels', 'showFirstLastButtons', 'onPageChange'], Table), // prettier-ignore
  TableBody: drawn('TableBody', [], TableBody),
  TableCell: drawn('TableCell', ['width', 'align', 'colSpan'], TableCell),
  TableFooter: drawn('TableFooter', [], TableFooter),
  TableHead: drawn('TableHead', [], TableHead),
  TableHeader: drawn('TableHeader', ['width', 'align', 'sortDirection', 'disabled', 'onSortChange'], TableHeader), // prettier-ignore
  TableRow: drawn('TableRow', [], TableRow),
  Tabs: drawn('Tabs', ['selected', 'defaultSelected', 'onSelectedChange', 'variant', 'fill'], Tabs),
  Tag: drawn('Tag', ['variant', 'inline', 'onClick', 'overlay'], Tag),
  Text: drawn('Text', ['variant', 'format', 'inline', 'truncate'], Text),
  TextArea: drawn('TextArea', [...text, 'rows', 'cols', 'resize', 'maxLength'], TextArea),
  Tile: drawn('Tile', ['compact', 'flush'], Tile),
  Toggle: drawn('Toggle', ['label', 'labelDisplay', 'checked', 'initialIsChecked', 'readOnly', 'readonly', 'name', 'size', 'textChecked', 'textUnchecked', 'onChange'], Toggle), // prettier-ignore
  ToggleGroup: drawn('ToggleGroup', ['name', 'label', 'tooltip', 'required', 'error', 'validationMessage', 'toggleType', 'options', 'value', 'inline', 'size', 'variant', 'onChange'], ToggleGroup), // prettier-ignore
  Tooltip: drawn('Tooltip', ['placement'], Tooltip),
};
