import { failures } from './errors';
import { objectTypes, type ObjectType } from './object-types';

/** Every scope the embedded CRM knows. */
export const allScopes = [
  ...new Set(objectTypes.flatMap(({ scopes }) => [...scopes.read, ...scopes.write])),
  'crm.lists.read',
  'crm.objects.owners.read',
  'crm.schemas.custom.read',
];

export const sandboxToken = 'sandbox';

/** Bearer tokens and what they may do. */
export class Access {
  constructor(readonly tokens: Map<string, Set<string>>) {}

  /** The scopes of the request's token; 401 without a known one. */
  scopesOf(request: Request): Set<string> {
    const token = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    const scopes = token === undefined ? undefined : this.tokens.get(token);
    if (!scopes) throw failures.unauthenticated();
    return scopes;
  }
}

/** Refuses unless the scopes suffice for every one of these object types. */
export function requireScopes(scopes: Set<string>, what: 'read' | 'write', types: ObjectType[]): void {
  const missing = types.flatMap((type) =>
    type.scopes[what].some((scope) => scopes.has(scope)) ? [] : type.scopes[what],
  );
  if (missing.length > 0) throw failures.missingScopes([...new Set(missing)]);
}

export function requireScope(scopes: Set<string>, ...anyOf: string[]): void {
  if (!anyOf.some((scope) => scopes.has(scope))) throw failures.missingScopes(anyOf);
}
