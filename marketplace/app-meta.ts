import { optionalScopes, requiredScopes } from './scopes';

/** The parts of `app-hsmeta.json` in which the editions differ. */
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

/** Returns the OAuth app of the marketplace edition: name, description and support of the private one, and its back end. */
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
