import { Pagination, Table as MantineTable, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { tell } from './remote';

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

export function Table({
  bordered = true,
  density,
  page,
  pageCount = 0,
  maxVisiblePageButtons,
  onPageChange,
  children,
  ...rest
}: TableProps) {
  const isPaged = rest.paginated ?? onPageChange !== undefined;
  return (
    <div>
      <div style={{ overflowX: 'auto', border: bordered ? '1px solid #cbd6e2' : undefined, borderRadius: 4 }}>
        <MantineTable
          verticalSpacing={density === 'condensed' || density === 'compact' ? 4 : 10}
          horizontalSpacing={10}
          fz="14px"
        >
          {children}
        </MantineTable>
      </div>
      {isPaged && pageCount > 1 && (
        <nav aria-label="Pages" style={{ display: 'flex', justifyContent: 'center', marginTop: 12 }}>
          <Pagination
            size="sm"
            total={pageCount}
            siblings={
              maxVisiblePageButtons === undefined
                ? 1
                : Math.max(0, Math.floor((maxVisiblePageButtons - 5) / 2))
            }
            {...(page !== undefined && { value: page })}
            onChange={(next) => tell(onPageChange, next)}
            getItemProps={(number) => ({ 'aria-label': String(number) })}
            getControlProps={(control) => ({ 'aria-label': control })}
          />
        </nav>
      )}
    </div>
  );
}

export const TableHead = ({ children }: { children?: ReactNode }) => (
  <MantineTable.Thead bg="#f5f8fa">{children}</MantineTable.Thead>
);
export const TableBody = ({ children }: { children?: ReactNode }) => (
  <MantineTable.Tbody>{children}</MantineTable.Tbody>
);
export const TableFooter = ({ children }: { children?: ReactNode }) => (
  <MantineTable.Tfoot>{children}</MantineTable.Tfoot>
);
export const TableRow = ({ children }: { children?: ReactNode }) => (
  <MantineTable.Tr>{children}</MantineTable.Tr>
);

interface CellProps {
  width?: 'min' | 'max' | 'auto' | number;
  align?: 'left' | 'center' | 'right';
  colSpan?: number;
  children?: ReactNode;
}

// A cell never breaks inside a word: what is too long scrolls within the table.
const widths = { min: '1%', max: '60%', auto: undefined };
const widthOf = (width: CellProps['width']) => (typeof width === 'number' ? width : widths[width ?? 'auto']);

export function TableCell({ width, align, colSpan, children }: CellProps) {
  return (
    <MantineTable.Td
      w={widthOf(width)}
      ta={align}
      colSpan={colSpan}
      style={{ overflowWrap: 'break-word', verticalAlign: 'middle' }}
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
        onClick={() => tell(onSortChange, next)}
      >
        {children}
        <span aria-hidden>{marks[sortDirection]}</span>
      </UnstyledButton>
    </MantineTable.Th>
  );
}
