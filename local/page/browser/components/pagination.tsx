import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { chromeMessages } from './chrome-messages';

interface PaginationProps {
  page: number;
  pageCount: number;
  maxVisiblePageButtons?: number | undefined;
  showButtonLabels?: boolean | undefined;
  showFirstLastButtons?: boolean | undefined;
  onChange: (page: number) => void;
}

/** The pages around the current one that have a button: at most as many as allowed, fewer on one side at either end. */
function visiblePages(page: number, pageCount: number, most: number): number[] {
  const shown = Math.max(1, Math.min(most, pageCount));
  const first = Math.min(Math.max(1, page - Math.floor(shown / 2)), pageCount - shown + 1);
  return Array.from({ length: shown }, (_, index) => first + index);
}

/** Moves through the pages of a table. */
export function Pagination({
  page,
  pageCount,
  maxVisiblePageButtons = 5,
  onChange,
  ...shown
}: PaginationProps) {
  const messages = chromeMessages();
  const hasWords = shown.showButtonLabels ?? true;
  const step = (name: 'first' | 'previous' | 'next' | 'last', mark: string, to: number) => (
    <PageButton
      label={messages[name]}
      disabled={to < 1 || to > pageCount || to === page}
      onPress={() => onChange(to)}
    >
      {name === 'first' || name === 'previous'
        ? `${mark} ${hasWords ? messages[name] : ''}`
        : `${hasWords ? messages[name] : ''} ${mark}`}
    </PageButton>
  );
  return (
    <nav
      aria-label={messages.pages}
      style={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 2, marginTop: 12 }}
    >
      {shown.showFirstLastButtons && step('first', '«', 1)}
      {step('previous', '‹', page - 1)}
      {visiblePages(page, pageCount, maxVisiblePageButtons).map((number) => (
        <PageButton
          key={number}
          label={`${messages.page} ${number}`}
          isCurrent={number === page}
          onPress={() => onChange(number)}
        >
          {number}
        </PageButton>
      ))}
      {step('next', '›', page + 1)}
      {shown.showFirstLastButtons && step('last', '»', pageCount)}
    </nav>
  );
}

interface PageButtonProps {
  label: string;
  disabled?: boolean;
  isCurrent?: boolean;
  onPress: () => void;
  children: ReactNode;
}

function PageButton({ label, disabled, isCurrent, onPress, children }: PageButtonProps) {
  return (
    <UnstyledButton
      aria-label={label}
      aria-current={isCurrent ? 'page' : undefined}
      disabled={disabled ?? false}
      onClick={onPress}
      style={{
        minWidth: 30,
        padding: '4px 8px',
        textAlign: 'center',
        fontSize: 13,
        borderRadius: 4,
        color: isCurrent ? '#33475b' : '#00697f',
        fontWeight: isCurrent ? 700 : 400,
        background: isCurrent ? '#e5f5f8' : undefined,
        opacity: disabled ? 0.5 : 1,
      }}
    >
      {children}
    </UnstyledButton>
  );
}
