import { failures } from './errors';
import type { OAuthAccount } from './oauth/apps';
import type { OAuth } from './oauth/oauth';
import { objectTypes, type ObjectType } from './object-types';

/** Every scope the embedded CRM knows. */
export const allScopes = [
  ...new Set(objectTypes.flatMap(({ scopes }) => [...scopes.read, ...scopes.write])),
  'crm.lists.read',
  'crm.objects.owners.read',
  'crm.schemas.custom.read',
];

/** The token that the record page and the app functions use on this machine; with every scope unless told otherwise. */
export const sandboxToken = 'sandbox';

/** The account whose data the sandbox's own token, and the record page, see. */
export const homeAccount: OAuthAccount = {
  hubId: 12_345_678,
  hubDomain: 'sandbox.example.com',
  scopes: ['oauth', ...allScopes],
};

/** Bearer tokens and what they may do: those that were given to the CRM, and those that its OAuth endpoints issue. */
export class Access {
  /** Token -> scopes, of those that were given to the CRM; tests and the record page change them. */
  readonly tokens = new Map<string, Set<string>>();

  constructor(
    private readonly given: Readonly<Record<string, readonly string[]>>,
    private readonly oauth: OAuth,
  ) {
    this.reset();
  }

  /** The tokens that were given at first, with the scopes they had. What OAuth issued stays. */
  reset(): void {
    this.tokens.clear();
    for (const [token, scopes] of Object.entries(this.given)) this.tokens.set(token, new Set(scopes));
  }

  /** The scopes of the request's token, and the account it belongs to; 401 without a known one. */
  authenticate(request: Request): { scopes: Set<string>; hubId: number | undefined } {
    const token = bearerOf(request);
    const given = token === undefined ? undefined : this.tokens.get(token);
    if (given) return { scopes: given, hubId: undefined };
    const grant = token === undefined ? undefined : this.oauth.grantOf(token);
    if (!grant) throw failures.unauthenticated();
    return { scopes: new Set(grant.scopes), hubId: grant.account.hubId };
  }
}

/** The token of the `authorization` header; undefined where there is none. */
export function bearerOf(request: Request): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}

/** Refuses with a 403 that names every missing scope, unless the scopes suffice for every one of these object types. */
export function requireScopes(scopes: Set<string>, what: 'read' | 'write', types: ObjectType[]): void {
  const missing = types.flatMap((type) =>
    type.scopes[what].some((scope) => scopes.has(scope)) ? [] : type.scopes[what],
  );
  if (missing.length > 0) throw failures.missingScopes([...new Set(missing)]);
}

/** Refuses unless the token has this very scope, for what belongs to no object type: lists, owners, schemas. */
export function requireScope(scopes: Set<string>, scope: string): void {
  if (!scopes.has(scope)) throw failures.missingScopes([scope]);
}
