/** A value that changes by events and tells its readers. Knows no React. */
export class Store<State, Event> {
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly reduce: (state: State, event: Event) => State,
    private state: State,
  ) {}

  readonly getState = (): State => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  dispatch(event: Event): void {
    const next = this.reduce(this.state, event);
    if (next === this.state) return;
    this.state = next;
    for (const listener of [...this.listeners]) listener();
  }
}
