/** A person who may look at the page, in the fields of the SDK's user context. */
export interface PageUser {
  id: number;
  firstName: string;
  lastName: string;
  email: string;
  teams: { id: number; name: string; teammates: number[] }[];
  /** HubSpot tells a card of one permission: to manage integrations. */
  permissions: 'integrations-management-write'[];
}

const sales = { id: 401, name: 'Sales', teammates: [2, 3] };

/** The people of the account, by the word that stands for them in the address. */
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

/** `user` in the page's address. */
export type UserName = keyof typeof users;

/** Whether a word of an address names one of the people. */
export function isUserName(name: string | null): name is UserName {
  return name !== null && Object.hasOwn(users, name);
}
