import type { HubSpotOAuth } from '../hubspot/oauth';
import type { Log } from '../log';
import type { Account, Accounts } from './accounts';

/** Milliseconds. A token with less lifetime left is renewed before use: a call lasts up to 15 seconds. */
const renewBelowMs = 120_000;
/** Milliseconds. If the renewal fails, a token with less lifetime left is not used. */
const minUsableMs = 20_000;

/** An account whose access token can be used now, or the reason why there is none. */
export type Ready = { kind: 'ready'; account: Account } | { kind: 'not_installed' } | { kind: 'unavailable' };

/** Renews the accounts' access tokens before they expire. */
export class Tokens {
  /** The renewals in progress in this instance. Calls that wait for the same renewal share one lock. */
  private readonly underWay = new Map<string, Promise<Ready>>();

  constructor(
    private readonly parts: {
      accounts: Pick<Accounts, 'find' | 'save' | 'remove' | 'withLock'>;
      oauth: Pick<HubSpotOAuth, 'refresh'>;
      now(): number;
      log: Log;
    },
  ) {}

  /** Returns the account with an access token that lasts for a call, renewed first if necessary. */
  async ready(id: string): Promise<Ready> {
    const account = await this.parts.accounts.find(id);
    if (!account) return { kind: 'not_installed' };
    return this.leftMs(account) >= renewBelowMs ? { kind: 'ready', account } : this.renew(account);
  }

  /** Renews the account's tokens. Concurrent calls, in all instances, cause one renewal. */
  renew(known: Account): Promise<Ready> {
    const key = `${known.id} ${known.accessToken}`;
    const renewal =
      this.underWay.get(key) ?? this.renewWithLock(known).finally(() => this.underWay.delete(key));
    this.underWay.set(key, renewal);
    return renewal;
  }

  /** Deletes an account whose refresh token HubSpot refuses: the app was uninstalled there. */
  private async renewWithLock(known: Account): Promise<Ready> {
    const { accounts } = this.parts;
    return accounts.withLock(known.id, async () => {
      const account = await accounts.find(known.id);
      if (!account) return { kind: 'not_installed' };
      // Another instance renewed the tokens while this one waited for the lock.
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
