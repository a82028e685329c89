import type { RunLineResult, RunStatus } from '@bulk-associate/contract';
import { findObjectType, type Crm, type ObjectType, type OAuthAccount } from 'hubspot-local/crm';
import type { HostedServer } from '../../server/app';
import { RunCard } from '../../tests/server/run-card';
import { exists, linesOf, type Load } from './load';

/** An account with a large run, and the associations that its CRM had before. */
export class WatchedAccount {
  private readonly account: string;
  private readonly hubId: number;
  private readonly countBefore: number;
  /** How many pairs of the run were associated before. */
  private readonly already: number;
  private readonly lines;
  private readonly types = [typeOf('0-2'), typeOf('0-1')] as const;

  constructor(
    private readonly crm: Crm,
    { hubId }: OAuthAccount,
    load: Load,
  ) {
    this.hubId = hubId;
    this.account = String(hubId);
    this.lines = linesOf(load);
    this.countBefore = this.count();
    this.already = this.lines.filter((line) => this.isAssociated(line)).length;
  }

  linesOf({ run }: RunStatus, server: Pick<HostedServer, 'fetch'>): Promise<RunLineResult[]> {
    return new RunCard(() => server, { account: this.account }).lines(run);
  }

  /** How many lines of the run have no outcome, or one that the CRM contradicts. */
  wrongIn(results: readonly RunLineResult[]): number {
    const isRight = (line: (typeof this.lines)[number], n: number) => {
      const result = results[n];
      if (result?.id !== line.id || result.from !== line.from) return false;
      const expected = exists(line) ? 'associated' : 'failed';
      return result.outcome === expected && this.isAssociated(line) === exists(line);
    };
    return this.lines.filter((line, n) => !isRight(line, n)).length + Math.max(0, results.length - this.lines.length); // prettier-ignore
  }

  /** How many associations were made beside those of the run. */
  get extra(): number {
    return this.count() - this.countBefore - this.lines.filter(exists).length + this.already;
  }

  private isAssociated({ id, from }: { id: string; from: string }): boolean {
    const [company, contact] = this.types;
    return this.state.partnersOf(company, from, contact)?.has(id) ?? false;
  }

  private count(): number {
    return this.state.linkCount(...this.types);
  }

  private get state() {
    const state = this.crm.stateIn(this.hubId);
    if (!state) throw new Error('The CRM has the account.');
    return state;
  }
}

function typeOf(id: string): ObjectType {
  const type = findObjectType(id);
  if (!type) throw new RangeError(`No object type ${id}`);
  return type;
}
