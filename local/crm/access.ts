import { failures } from './errors';
import type { OAuthAccount } from './oauth/apps';
import type { OAuth } from './oauth/oauth';
import { objectTypes, type ObjectType } from './object-types';

/** Every scope that the embedded CRM checks. */
export const allScopes = [
  ...new Set(objectTypes.flatMap(({ scopes }) => [...scopes.read, ...scopes.write])),
  'crm.lists.read',
  'crm.objects.owners.read',
  'crm.schemas.custom.read',
];

/**
 * The token of the record page and the app functions on this machine. It has every scope unless `tokens` says
 * otherwise.
 */
export const sandboxToken = 'sandbox';

/** The account of `sandboxToken`, and so of the record page. */
export const homeAccount: OAuthAccount = {
  hubId: 12_345_678,
  hubDomain: 'sandbox.example.com',
  scopes: ['oauth', ...allScopes],
};

/** Bearer tokens and their scopes: the tokens of the CRM's options, and those that its OAuth endpoints issue. */
export class Access {
  /** Token -> scopes, for the tokens of the options. Tests and the record page change them. */
  readonly tokens = new Map<string, Set<string>>();

  constructor(
    private readonly given: Readonly<Record<string, readonly string[]>>,
    private readonly oauth: OAuth,
  ) {
    this.reset();
  }

  /** Restores the tokens of the options and their scopes. Tokens that OAuth issued stay valid. */
  reset(): void {
    this.tokens.clear();
    for (const [token, scopes] of Object.entries(this.given)) this.tokens.set(token, new Set(scopes));
  }

  /**
   * The scopes of the request's token, and its account (undefined: `homeAccount`). Throws a 401 without a known
   * token.
   */
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

/** Throws a 403 that names every missing scope, unless one scope of each of these object types is granted. */
export function requireScopes(scopes: Set<string>, what: 'read' | 'write', types: ObjectType[]): void {
  const missing = types.flatMap((type) =>
    type.scopes[what].some((scope) => scopes.has(scope)) ? [] : type.scopes[what],
  );
  if (missing.length > 0) throw failures.missingScopes([...new Set(missing)]);
}

/** Throws a 403 unless a scope of some object type is granted, whichever it is. */
export function requireAnyObjectScope(scopes: Set<string>): void {
  const any = [...new Set(objectTypes.flatMap((type) => [...type.scopes.read, ...type.scopes.write]))];
  if (!any.some((scope) => scopes.has(scope))) throw failures.missingScopes(any);
}

/** Throws a 403 unless this scope is granted. For what belongs to no object type: lists, owners, schemas. */
export function requireScope(scopes: Set<string>, scope: string): void {
  if (!scopes.has(scope)) throw failures.missingScopes([scope]);
}
