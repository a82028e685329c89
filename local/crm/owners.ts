import { failures } from './errors';

/** A user to whom records can be assigned, as HubSpot's owners API sends it. */
interface Owner {
  id: string;
  email: string;
  type: 'PERSON';
  firstName: string;
  lastName: string;
  userId: number;
  userIdIncludingInactive: number;
  createdAt: string;
  updatedAt: string;
  archived: false;
}

const people = [
  ['Nora', 'Lindqvist'],
  ['Kenji', 'Morita'],
  ['Priya', 'Raman'],
  ['Tom', 'Ashby'],
] as const;

const owners = people.map(([firstName, lastName], n): Owner => {
  const userId = 62_400_311 + n * 13;
  return {
    id: String(71_850_207 + n * 11),
    email: `${firstName}.${lastName}@example.com`.toLowerCase(),
    type: 'PERSON',
    firstName,
    lastName,
    userId,
    userIdIncludingInactive: userId,
    createdAt: '2024-01-08T09:00:00.000Z',
    updatedAt: '2026-09-01T09:00:00.000Z',
    archived: false,
  };
});

/** The ids of the account's owners. */
export const ownerIds = owners.map(({ id }) => id);

interface OwnerQuery {
  email: string | undefined;
  limit: string | undefined;
  /** The id of the last owner of the page before. */
  after: string | undefined;
}

/** A page of the account's owners (100 if there is no `limit`), or the owner with the given email address. */
export function listOwners({ email, limit = '100', after }: OwnerQuery): object {
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1 || most > 500)
    throw failures.invalid('limit must be between 1 and 500.');
  const start = after === undefined ? 0 : owners.findIndex(({ id }) => id === after) + 1;
  const matches = owners.filter((owner) => email === undefined || owner.email === email.toLowerCase());
  const page = matches.slice(start, start + most);
  const last = page.at(-1);
  const more = last !== undefined && start + most < matches.length;
  return { results: page, ...(more && { paging: { next: { after: last.id } } }) };
}

/** An owner by its id, or by the id of its user. */
export function findOwner(id: string, idProperty = 'id'): object | undefined {
  return owners.find((owner) => (idProperty === 'userId' ? String(owner.userId) : owner.id) === id);
}
