/** A user of the page, in the fields of the SDK's user context. */
export interface PageUser {
  id: number;
  firstName: string;
  lastName: string;
  email: string;
  teams: { id: number; name: string; teammates: number[] }[];
  /** HubSpot gives a card one permission only: to manage integrations. */
  permissions: 'integrations-management-write'[];
}

const sales = { id: 401, name: 'Sales', teammates: [2, 3] };

/** The users of the account, by their name in the page's address. */
export const users = {
  sam: {
    id: 1,
    firstName: 'Sam',
    lastName: 'Sandbox',
    email: 'sam.sandbox@example.com',
    teams: [],
    permissions: ['integrations-management-write'],
  },
  nora: {
    id: 2,
    firstName: 'Nora',
    lastName: 'Lindqvist',
    email: 'nora.lindqvist@example.com',
    teams: [sales],
    permissions: [],
  },
  kenji: {
    id: 3,
    firstName: 'Kenji',
    lastName: 'Morita',
    email: 'kenji.morita@example.com',
    teams: [sales],
    permissions: [],
  },
} satisfies Record<string, PageUser>;

/** The value of `user` in the page's address. */
export type UserName = keyof typeof users;

/** Whether a value of `user` names one of the users. */
export function isUserName(name: string | null): name is UserName {
  return name !== null && Object.hasOwn(users, name);
}
