import type { Crm } from 'hubspot-local/crm';

const writePath = /\/batch\/(associate\/default|create)$/;

/** The writes of associations that a CRM gets. */
export class WatchedWrites {
  /** Calls of all kinds, tokens aside. */
  calls = 0;
  /** Pairs that were sent again. A crash is a reason. */
  again = 0;
  /** Pairs that were sent while another call with them had no answer yet. Nothing is a reason. */
  together = 0;
  /** The tokens that were used. */
  readonly tokens = new Set<string>();
  private readonly sent = new Set<string>();
  private readonly inFlight = new Set<string>();

  /** Watches from now on. */
  constructor(crm: Crm) {
    const answer = crm.fetch.bind(crm);
    crm.fetch = async (request) => {
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith('/oauth/')) this.calls += 1;
      this.tokens.add((request.headers.get('authorization') ?? '').replace('Bearer ', ''));
      if (!writePath.test(pathname)) return answer(request);
      const { hubId } = crm.access.authenticate(request);
      const pairs = pairsIn(await request.clone().text()).map((pair) => `${hubId} ${pair}`);
      const own = pairs.filter((pair) => !this.inFlight.has(pair));
      this.together += pairs.length - own.length;
      for (const pair of pairs) {
        if (this.sent.has(pair)) this.again += 1;
        this.sent.add(pair);
      }
      for (const pair of own) this.inFlight.add(pair);
      return answer(request).finally(() => {
        for (const pair of own) this.inFlight.delete(pair);
      });
    };
  }
}

function pairsIn(body: string): string[] {
  const { inputs } = JSON.parse(body) as { inputs: { from: { id: string }; to: { id: string } }[] };
  return inputs.map(({ from, to }) => `${from.id} ${to.id}`);
}
