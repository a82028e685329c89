import type { HubSpotOAuth } from '../hubspot/oauth';
import type { Log } from '../log';
import type { Account, Accounts } from './accounts';

/** An access token that has less than this left is renewed before it is used: a call lasts up to 15 seconds. */
const renewBelowMs = 120_000;
/** With less than this left it is of no use, should the renewal fail. */
const minUsableMs = 20_000;

/** An account whose access token may be used now, or why there is none. */
export type Ready = { kind: 'ready'; account: Account } | { kind: 'not_installed' } | { kind: 'unavailable' };

/** Keeps the accounts' access tokens good. */
export class Tokens {
  /** Renewals under way in this instance, so that those who wait for one do not each hold a lock. */
  private readonly underWay = new Map<string, Promise<Ready>>();

  constructor(
    private readonly parts: {
      accounts: Pick<Accounts, 'find' | 'save' | 'remove' | 'withLock'>;
      oauth: Pick<HubSpotOAuth, 'refresh'>;
      now(): number;
      log: Log;
    },
  ) {}

  /** The account with an access token that lasts for a call; renewed first where it would not. */
  async ready(id: string): Promise<Ready> {
    const account = await this.parts.accounts.find(id);
    if (!account) return { kind: 'not_installed' };
    return this.leftMs(account) >= renewBelowMs ? { kind: 'ready', account } : this.renew(account);
  }

  /** Renews the account's tokens, once, however many ask and in however many instances. */
  renew(known: Account): Promise<Ready> {
    const key = `${known.id} ${known.accessToken}`;
    const renewal =
      this.underWay.get(key) ?? this.renewWithLock(known).finally(() => this.underWay.delete(key));
    this.underWay.set(key, renewal);
    return renewal;
  }

  /** Forgets an account whose refresh token HubSpot no longer takes: it was uninstalled. */
  private async renewWithLock(known: Account): Promise<Ready> {
    const { accounts } = this.parts;
    return accounts.withLock(known.id, async () => {
      const account = await accounts.find(known.id);
      if (!account) return { kind: 'not_installed' };
      // While this one waited, another instance renewed them.
      if (account.accessToken !== known.accessToken) return { kind: 'ready', account };
      return this.ask(account);
    });
  }

  private async ask(account: Account): Promise<Ready> {
    const { accounts, oauth, log } = this.parts;
    const { id } = account;
    const granted = await oauth.refresh(account);
    if (granted.kind === 'granted' && granted.account.id === id) {
      await accounts.save(granted.account);
      log({ event: 'token_renewed', account: id });
      return { kind: 'ready', account: granted.account };
    }
    if (granted.kind === 'refused') {
      await accounts.remove(id);
      log({ event: 'uninstalled', account: id, reason: granted.reason });
      return { kind: 'not_installed' };
    }
    const reason = granted.kind === 'granted' ? 'HubSpot named another account.' : granted.reason;
    log({ event: 'renewal_failed', account: id, reason });
    return this.leftMs(account) >= minUsableMs ? { kind: 'ready', account } : { kind: 'unavailable' };
  }

  private leftMs({ expiresAt }: Account): number {
    return expiresAt - this.parts.now();
  }
}
