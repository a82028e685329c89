import type { HookAnswer } from './connection';

type Listener = (properties: Record<string, string | null>, error?: { message: string }) => void;

/** The card's subscriptions to the record's properties. */
export class PropertyWatch {
  private readonly subscriptions = new Set<{ names: string[]; listener: Listener }>();

  constructor(private readonly read: (names: string[]) => Promise<HookAnswer>) {}

  /** Returns a function that ends the subscription. */
  add(names: string[], listener: Listener): () => void {
    const subscription = { names, listener };
    this.subscriptions.add(subscription);
    return () => void this.subscriptions.delete(subscription);
  }

  /** Reads the properties of each subscription in turn, and passes them to its listener. */
  async refresh(): Promise<void> {
    for (const { names, listener } of this.subscriptions) {
      const answer = await this.read(names);
      if ('data' in answer) listener(answer.data as Record<string, string | null>);
      else listener({}, { message: answer.error });
    }
  }
}
