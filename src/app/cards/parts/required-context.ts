import { createContext, useContext, type Provider } from 'react';

/** Creates a React context without a default: its provider, and the hook, which throws outside the provider. */
export function createRequiredContext<Value>(): [Provider<Value>, () => Value] {
  const Context = createContext<Value | undefined>(undefined);
  const useRequired = () => {
    const value = useContext(Context);
    if (value === undefined) throw new Error('This hook needs its provider above it.');
    return value;
  };
  // The provider takes no undefined, so that the hook can tell when it is missing.
  return [Context.Provider as Provider<Value>, useRequired];
}
