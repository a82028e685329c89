import { createContext, useContext, type Provider } from 'react';

/** A value for all that is drawn below: its provider, and the hook that reads it there. */
export function provided<Value>(): [Provider<Value>, () => Value] {
  const Context = createContext<Value | undefined>(undefined);
  const useProvided = () => {
    const value = useContext(Context);
    if (value === undefined) throw new Error('Nothing above provides the value.');
    return value;
  };
  // What is below a provider is given a value; only the outside sees none.
  return [Context.Provider as Provider<Value>, useProvided];
}
