import { useState, type ReactNode } from 'react';
import { Flex, SearchInput, useDebounce } from '@hubspot/ui-extensions';

interface SearchBoxProps {
  name: string;
  label: string;
  placeholder: string;
  /** What the words that were typed find. They are passed on when typing pauses. */
  children: (query: string) => ReactNode;
}

/** A field to search with, above what it finds. */
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
