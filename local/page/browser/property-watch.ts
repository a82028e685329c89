import type { HookAnswer } from './connection';

type Told = (properties: Record<string, string | null>, error?: { message: string }) => void;

/** The card's wishes to be told when the record's properties are read again. */
export class PropertyWatch {
  private readonly wishes = new Set<{ names: string[]; told: Told }>();

  constructor(private readonly ask: (names: string[]) => Promise<HookAnswer>) {}

  /** Returns how to take the wish back. */
  add(names: string[], told: Told): () => void {
    const wish = { names, told };
    this.wishes.add(wish);
    return () => void this.wishes.delete(wish);
  }

  /** Reads what each wish names, one after the other, and tells it. */
  async refresh(): Promise<void> {
    for (const { names, told } of this.wishes) {
      const answer = await this.ask(names);
      if ('data' in answer) told(answer.data as Record<string, string | null>);
      else told({}, { message: answer.error });
    }
  }
}
