/** What follows from each event: the next state. */
export type Moves<State, Event extends { type: string }> = {
  [Type in Event['type']]: (state: State, event: Extract<Event, { type: Type }>) => State;
};

type Named<State, Name> = Extract<State, { name: Name }>;

/** The reducer that makes these moves. An event that is not among them changes nothing. */
export function reducerOf<State, Event extends { type: string }>(moves: Moves<State, Event>) {
  const anyMove = moves as Record<string, ((state: State, event: never) => State) | undefined>;
  return (state: State, event: { type: string }): State =>
    anyMove[event.type]?.(state, event as never) ?? state;
}

/** A move from the named states. From any other the event changes nothing. */
export function from<State extends { name: string }, Name extends State['name'], Event>(
  names: readonly Name[],
  move: (state: Named<State, Name>, event: Event) => NoInfer<State>,
) {
  return (state: State, event: Event): State =>
    (names as readonly string[]).includes(state.name) ? move(state as Named<State, Name>, event) : state;
}

/** A move by the answer to a request that the state waits for. A late answer to an earlier one changes nothing. */
export function answerIn<
  State extends { name: string },
  Name extends State['name'],
  Event extends { request: number },
>(names: readonly Name[], move: (state: Named<State, Name>, event: Event) => NoInfer<State>) {
  return from<State, Name, Event>(names, (state, event) =>
    'request' in state && state.request === event.request ? move(state, event) : state,
  );
}
