import { useEffect, useState, type ReactNode } from 'react';
import { Flex, SearchInput, useDebounce } from '@hubspot/ui-extensions';

interface SearchBoxProps {
  name: string;
  label: string;
  placeholder: string;
  /** What is in the field at first. */
  initial?: string;
  /** Called with a new query when typing pauses. */
  onQuery?: (query: string) => void;
  /** Draws the results of a query. Called with a new query when typing pauses (`useDebounce`). */
  children: (query: string) => ReactNode;
}

/** A search field with its results below. */
export function SearchBox({ name, label, placeholder, initial = '', onQuery, children }: SearchBoxProps) {
  const [typed, setTyped] = useState(initial);
  const query = useDebounce(typed).trim();
  useEffect(() => {
    if (query !== initial) onQuery?.(query);
  });
  return (
    <Flex direction="column" gap="small">
      <SearchInput
        name={name}
        label={label}
        placeholder={placeholder}
        value={typed}
        onInput={setTyped}
        onChange={setTyped}
      />
      {children(query)}
    </Flex>
  );
}
