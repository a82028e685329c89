import { useState, type ReactNode } from 'react';
import { Flex, SearchInput, useDebounce } from '@hubspot/ui-extensions';

interface SearchBoxProps {
  name: string;
  label: string;
  placeholder: string;
  /** Draws the results of a query. Called with a new query when typing pauses (`useDebounce`). */
  children: (query: string) => ReactNode;
}

/** A search field with its results below. */
export function SearchBox({ name, label, placeholder, children }: SearchBoxProps) {
  const [typed, setTyped] = useState('');
  const query = useDebounce(typed).trim();
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
