import { Table as MantineTable, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useChosen } from './field';
import { Pagination } from './pagination';
import { callProp } from './remote';
import { useScrollable } from './scrollable';

interface TableProps {
  bordered?: boolean;
  flush?: boolean;
  density?: 'default' | 'compact' | 'condensed';
  paginated?: boolean;
  page?: number;
  pageCount?: number;
  maxVisiblePageButtons?: number;
  showButtonLabels?: boolean;
  showFirstLastButtons?: boolean;
  onPageChange?: unknown;
  children?: ReactNode;
}

const cellHeights = { default: 10, condensed: 5, compact: 1 };

/** Scrolls horizontally within its frame. Without `page`, it keeps the current page in its own state. */
export function Table({
  bordered = true,
  flush,
  density = 'default',
  page,
  pageCount = 0,
  children,
  ...paging
}: TableProps) {
  const [current = 1, setCurrent] = useChosen(page, 1);
  const scroll = useScrollable<HTMLDivElement>('horizontal');
  const isPaged = paging.paginated ?? paging.onPageChange !== undefined;
  const turnTo = (next: number) => {
    if (page === undefined) setCurrent(next);
    callProp(paging.onPageChange, next);
  };
  return (
    <div style={{ marginBottom: flush ? 0 : 12, minWidth: 0 }}>
      <div
        {...scroll}
        style={{ overflowX: 'auto', border: bordered ? '1px solid #cbd6e2' : undefined, borderRadius: 4 }}
      >
        <MantineTable verticalSpacing={cellHeights[density]} horizontalSpacing={10} fz="14px">
          {children}
        </MantineTable>
      </div>
      {isPaged && pageCount > 1 && (
        <Pagination {...paging} page={current} pageCount={pageCount} onChange={turnTo} />
      )}
    </div>
  );
}

/** HTML's `thead`: holds the card's header rows. */
export const TableHead = ({ children }: { children?: ReactNode }) => (
  <MantineTable.Thead bg="#f5f8fa">{children}</MantineTable.Thead>
);
/** HTML's `tbody`. */
export const TableBody = ({ children }: { children?: ReactNode }) => (
  <MantineTable.Tbody>{children}</MantineTable.Tbody>
);
/** HTML's `tfoot`. */
export const TableFooter = ({ children }: { children?: ReactNode }) => (
  <MantineTable.Tfoot>{children}</MantineTable.Tfoot>
);
/** HTML's `tr`, in any of the three. */
export const TableRow = ({ children }: { children?: ReactNode }) => (
  <MantineTable.Tr>{children}</MantineTable.Tr>
);

interface CellProps {
  width?: 'min' | 'max' | 'auto' | number;
  align?: 'left' | 'center' | 'right';
  colSpan?: number;
  children?: ReactNode;
}

// A cell never breaks inside a word, and a narrow one does not break at all: the table scrolls instead.
const widths = { min: '1%', max: '60%', auto: undefined };
const widthOf = (width: CellProps['width']) => (typeof width === 'number' ? width : widths[width ?? 'auto']);

/** A numeric `width` is in pixels; `min` is the width of the content on one line. */
export function TableCell({ width, align, colSpan, children }: CellProps) {
  return (
    <MantineTable.Td
      w={widthOf(width)}
      ta={align}
      colSpan={colSpan}
      style={{
        overflowWrap: 'break-word',
        verticalAlign: 'middle',
        whiteSpace: width === 'min' ? 'nowrap' : undefined,
      }}
    >
      {children}
    </MantineTable.Td>
  );
}

type Direction = 'ascending' | 'descending' | 'none' | 'never';

interface HeaderProps extends CellProps {
  sortDirection?: Direction;
  disabled?: boolean;
  onSortChange?: unknown;
}

const marks = { ascending: ' ▲', descending: ' ▼', none: ' ↕' };

/** A button if the column can be sorted: the card is called with the next direction, and sorts the rows itself. */
export function TableHeader({
  width,
  align,
  sortDirection = 'never',
  disabled,
  onSortChange,
  children,
}: HeaderProps) {
  const style = { color: '#33475b', fontWeight: 600, fontSize: 12, whiteSpace: 'nowrap' } as const;
  if (sortDirection === 'never') return <MantineTable.Th w={widthOf(width)} ta={align} style={style}>{children}</MantineTable.Th>; // prettier-ignore
  const next = sortDirection === 'ascending' ? 'descending' : 'ascending';
  return (
    <MantineTable.Th w={widthOf(width)} ta={align} style={style} aria-sort={sortDirection}>
      <UnstyledButton
        style={{ font: 'inherit' }}
        disabled={disabled ?? false}
        onClick={() => callProp(onSortChange, next)}
      >
        {children}
        <span aria-hidden>{marks[sortDirection]}</span>
      </UnstyledButton>
    </MantineTable.Th>
  );
}
