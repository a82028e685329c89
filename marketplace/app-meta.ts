import { optionalScopes, requiredScopes } from './scopes';

/** `app-hsmeta.json`, as far as the editions differ. */
export interface AppMeta {
  uid: string;
  type: 'app';
  config: {
    name: string;
    description: string;
    distribution: 'private' | 'marketplace';
    auth: {
      type: 'static' | 'oauth';
      redirectUrls?: string[];
      requiredScopes: readonly string[];
      optionalScopes: readonly string[];
      conditionallyRequiredScopes: readonly string[];
    };
    permittedUrls: { fetch: string[]; iframe: string[]; img: string[] };
    support: Record<string, string>;
  };
}

/** The app as an OAuth app for the marketplace: the private one's name, words and support, and the back end it talks to. */
export function marketplaceAppMeta({ uid, type, config }: AppMeta, backendUrl: string): AppMeta {
  return {
    uid,
    type,
    config: {
      ...config,
      distribution: 'marketplace',
      auth: {
        type: 'oauth',
        redirectUrls: [`${backendUrl}/oauth/callback`],
        requiredScopes,
        optionalScopes,
        conditionallyRequiredScopes: [],
      },
      permittedUrls: { ...config.permittedUrls, fetch: [backendUrl] },
    },
  };
}
