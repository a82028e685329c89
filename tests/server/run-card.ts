import type { BackEndCalls, BackEndUid, RunLine, RunLineResult, RunStatus } from '@bulk-associate/contract';
import { landmarks, seededId } from 'hubspot-local/crm';
import type { HostedServer } from '../../server/app';
import { callFunction, type CardCall } from './hosted-app';

/** A run that links contacts to the company with exactly two contacts. */
export const associating = {
  record: { objectType: '0-2', id: landmarks.company },
  toObjectType: '0-1',
  operation: { name: 'associate' as const },
};

/** Lines of contacts that are not linked to that company. */
export function newLines(count: number, first = 100): RunLine[] {
  return Array.from({ length: count }, (_, n) => ({ id: seededId('contact', first + n), before: 'new' }));
}

/** The calls that a card makes for runs. A refusal is an error of the test, except with `refusal`. */
export class RunCard {
  private keys = 0;

  constructor(
    private readonly server: () => Pick<HostedServer, 'fetch'>,
    private readonly card: CardCall = {},
  ) {}

  async call<Uid extends BackEndUid>(
    uid: Uid,
    parameters: BackEndCalls[Uid]['parameters'],
  ): Promise<BackEndCalls[Uid]['answer']> {
    const { status, body } = await callFunction(this.server(), uid, parameters, this.card);
    if (!body.ok) throw new Error(`${uid}: ${status} ${JSON.stringify(body)}`);
    return body as unknown as BackEndCalls[Uid]['answer'];
  }

  /** The refusal of a call, and its status. */
  async refusal<Uid extends BackEndUid>(uid: Uid, parameters: BackEndCalls[Uid]['parameters']) {
    const { status, body } = await callFunction(this.server(), uid, parameters, this.card);
    return { status, error: body['error'] };
  }

  newKey(): string {
    return `key-of-a-test-${String(++this.keys).padStart(6, '0')}`;
  }

  /** Hands a run over, in parts of 1,000 lines. */
  async begin(
    lines: RunLine[],
    more: Partial<BackEndCalls['start_run']['parameters']> = {},
  ): Promise<RunStatus> {
    const start = { key: this.newKey(), ...associating, total: lines.length, ...more };
    if (lines.length <= 1_000) return (await this.call('start_run', { ...start, lines })).status;
    const { run } = (await this.call('start_run', start)).status;
    for (let position = 0; position < lines.length; position += 1_000) {
      await this.call('add_run_lines', { run, position, lines: lines.slice(position, position + 1_000) });
    }
    return (await this.call('begin_run', { run })).status;
  }

  /** Reads the run until it is as wanted: the less often, the longer it takes. */
  async reads(run: string, isWanted: (status: RunStatus) => boolean): Promise<RunStatus> {
    for (let ms = 10; ; ms = Math.min(ms * 1.3, 250)) {
      const { status } = await this.call('read_run', { run });
      if (isWanted(status)) return status;
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
  }

  ends(run: string): Promise<RunStatus> {
    return this.reads(run, ({ state }) => state === 'ended');
  }

  /** Hands a run over, and waits for its end. */
  async carriesOut(...given: Parameters<RunCard['begin']>): Promise<RunStatus> {
    const { run } = await this.begin(...given);
    return this.ends(run);
  }

  async undoes({ run, revision }: Pick<RunStatus, 'run' | 'revision'>): Promise<RunStatus> {
    await this.call('undo_run', { run, revision });
    return this.ends(run);
  }

  /** All lines of a run. */
  async lines(run: string, more: Partial<BackEndCalls['read_run_lines']['parameters']> = {}) {
    const lines: RunLineResult[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.call('read_run_lines', { run, ...more, ...(cursor && { cursor }) });
      lines.push(...page.lines);
      ({ cursor } = page);
    } while (cursor !== undefined);
    return lines;
  }
}
