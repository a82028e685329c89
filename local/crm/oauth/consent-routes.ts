import { Hono, type Context } from 'hono';
import type { Language } from '../languages';
import { consentOf, readAuthorization, redirectFor, type ConsentRefusal } from './authorize';
import { consentHtml, refusalHtml } from './consent-html';
import { consentLanguage } from './consent-words';
import type { OAuth } from './oauth';

/** HubSpot's consent page, `https://app.hubspot.com/oauth/authorize`, with or without an account id in the path. */
export function consentRoutes(oauth: OAuth): Hono {
  const app = new Hono();
  for (const path of ['/oauth/authorize', '/oauth/:hubId{\\d+}/authorize']) {
    app.get(path, (c) => {
      const request = readAuthorization(oauth, new URL(c.req.url).searchParams);
      if (typeof request === 'string') return refuse(c, request);
      return c.html(consentHtml(languageOf(c), request, accountsFirst(c)));
    });
    app.post(path, async (c) => {
      const request = readAuthorization(oauth, new URL(c.req.url).searchParams);
      if (typeof request === 'string') return refuse(c, request);
      const { decision, hub_id: hubId } = await c.req.parseBody();
      // HubSpot does not document cancelling. This is the error code of RFC 6749, section 4.1.2.1.
      if (decision !== 'allow') return c.redirect(redirectFor(request, { error: 'access_denied' }));
      const account = oauth.accounts.find((one) => String(one.hubId) === hubId);
      const consent = account ? consentOf(request, account) : 'accountLacks';
      if (typeof consent === 'string') return refuse(c, consent);
      return c.redirect(redirectFor(request, { code: oauth.allow(consent) }));
    });
  }
  return app;

  /** The accounts, with the one named in the path first. */
  function accountsFirst(c: Context) {
    const named = Number(c.req.param('hubId'));
    return [...oauth.accounts].sort(
      (one, other) => Number(other.hubId === named) - Number(one.hubId === named),
    );
  }
}

function languageOf(c: Context): Language {
  return consentLanguage(c.req.header('accept-language'));
}

function refuse(c: Context, refusal: ConsentRefusal) {
  return c.html(refusalHtml(languageOf(c), refusal), 400);
}
