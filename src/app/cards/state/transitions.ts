/** The transitions of a state machine: for each type of event, the state that follows. */
export type Transitions<State, Event extends { type: string }> = {
  [Type in Event['type']]: (state: State, event: Extract<Event, { type: Type }>) => State;
};

type Named<State, Name> = Extract<State, { name: Name }>;

/** The reducer over these transitions. An event that has none leaves the state as it is. */
export function reducerOf<State, Event extends { type: string }>(transitions: Transitions<State, Event>) {
  const byType = transitions as Record<string, ((state: State, event: never) => State) | undefined>;
  return (state: State, event: { type: string }): State =>
    byType[event.type]?.(state, event as never) ?? state;
}

/** A transition from the named states. Any other state stays as it is. */
export function from<State extends { name: string }, Name extends State['name'], Event>(
  names: readonly Name[],
  transition: (state: Named<State, Name>, event: Event) => NoInfer<State>,
) {
  return (state: State, event: Event): State =>
    (names as readonly string[]).includes(state.name)
      ? transition(state as Named<State, Name>, event)
      : state;
}

/** A transition on the answer to the state's own request. A late answer to an earlier request changes nothing. */
export function fromAnswer<
  State extends { name: string },
  Name extends State['name'],
  Event extends { request: number },
>(names: readonly Name[], transition: (state: Named<State, Name>, event: Event) => NoInfer<State>) {
  return from<State, Name, Event>(names, (state, event) =>
    'request' in state && state.request === event.request ? transition(state, event) : state,
  );
}
