/** A value with change listeners. Does not depend on React. */
export interface Observable<Value> {
  get: () => Value;
  set: (next: Value) => void;
  /** Calls the listener after each change. Returns the function that removes it. */
  subscribe: (listener: () => void) => () => void;
}

/** Makes an observable value. Setting the same value again calls no listener. */
export function observable<Value>(value: Value): Observable<Value> {
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (next === value) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
