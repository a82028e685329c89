import type { Random } from 'hubspot-local/crm';
import type { HostedServer } from '../../server/app';
import type { BuiltParts, HostedProcess } from '../server/hosted-process';

/** Two instances of the built back end on one database, of which one is killed now and then. */
export class Instances implements Pick<HostedServer, 'fetch'> {
  kills = 0;
  lostAnswers = 0;
  private alive: HostedProcess[] = [];

  constructor(
    private readonly start: BuiltParts['start'],
    private readonly databaseUrl: string,
    private readonly random: Random,
  ) {}

  async begin(): Promise<void> {
    this.alive = await Promise.all([this.startOne(), this.startOne()]);
  }

  /** An instance that nobody kills yet, and that loses no answer. */
  get undisturbed(): Pick<HostedServer, 'fetch'> {
    return { fetch: (request) => this.send(request) };
  }

  /** Kills one instance, and starts another in its place. */
  async killOne(): Promise<void> {
    const [killed] = this.alive.splice(Math.floor(this.random.next() * this.alive.length), 1);
    await killed?.kill();
    this.kills += 1;
    this.alive.push(await this.startOne());
  }

  /**
   * Sends a request to one of them, as a load balancer does. Now and then the answer is lost on the way: the request is then
   * sent once more, as HubSpot does after a broken connection.
   */
  async fetch(request: Request): Promise<Response> {
    const isLost = this.random.next() < 0.15;
    if (isLost) {
      this.lostAnswers += 1;
      await this.send(request.clone()).catch(() => undefined);
    }
    for (;;) {
      const response = await this.send(request.clone()).catch(() => undefined);
      // 503: the database is away.
      if (response && response.status !== 503) return response;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  private send(request: Request): Promise<Response> {
    const at = Math.floor(this.random.next() * this.alive.length);
    const instance = this.alive[at] ?? this.alive[0];
    if (!instance) return Promise.reject(new Error('No instance runs.'));
    return instance.fetch(request);
  }

  private startOne(): Promise<HostedProcess> {
    return this.start({ databaseUrl: this.databaseUrl });
  }
}
