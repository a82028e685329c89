import { languageOf } from '../pages/language';
import type { BackEndHandler } from '../runs/run-calls';
import type { AdminLinks } from './admin-links';

/** The calls about who may use the app. */
export type AccessUid = 'describe_access' | 'open_administration';

/** The handlers of the calls about who may use the app. */
export function accessCalls({ publicUrl, links }: { publicUrl: string; links: AdminLinks }): {
  [Uid in AccessUid]: BackEndHandler<Uid>;
} {
  return {
    describe_access: async ({ permission: { mayUse, mayAdminister, ask } }) => ({
      ok: true,
      mayUse,
      mayAdminister,
      ...(ask !== '' && { ask }),
    }),
    open_administration: async ({ account, userId }, { language }) => {
      const { secret, expiresAt } = await links.create(account, userId);
      const query = new URLSearchParams({ link: secret, language: languageOf(language) });
      return { ok: true, url: `${publicUrl}/admin/open?${query}`, expiresAt };
    },
  };
}
