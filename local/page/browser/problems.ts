/** An error of a card or a bulk action, shown to the developer on the page. */
export interface ExtensionProblem {
  message: string;
  stack?: string;
}

let problems: readonly ExtensionProblem[] = [];
const listeners = new Set<() => void>();

function change(next: readonly ExtensionProblem[]): void {
  problems = next;
  for (const listener of listeners) listener();
}

/** The errors since the extensions were started, each message once. */
export const extensionProblems = {
  report(problem: ExtensionProblem): void {
    if (problems.some(({ message }) => message === problem.message)) return;
    change([...problems, problem]);
  },
  clear(): void {
    if (problems.length > 0) change([]);
  },
  get: (): readonly ExtensionProblem[] => problems,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
