/** An error of a card, shown to the developer on the page. */
export interface CardProblem {
  message: string;
  stack?: string;
}

let problems: readonly CardProblem[] = [];
const listeners = new Set<() => void>();

function change(next: readonly CardProblem[]): void {
  problems = next;
  for (const listener of listeners) listener();
}

/** The errors since the cards were started, each message once. */
export const cardProblems = {
  report(problem: CardProblem): void {
    if (problems.some(({ message }) => message === problem.message)) return;
    change([...problems, problem]);
  },
  clear(): void {
    if (problems.length > 0) change([]);
  },
  get: (): readonly CardProblem[] => problems,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
