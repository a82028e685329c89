import type { FunctionError } from '@bulk-associate/contract';
import type { Context } from 'hono';
import type { Permission } from './access/access';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An error answer in the contract's shape, given without a handler. */
export function refuse(c: Context, status: ContentfulStatusCode, error: FunctionError) {
  return c.json({ ok: false, error }, status);
}

/** The back end's own errors. The card shows the messages to the user. */
export const refusals = {
  unknownFunction: {
    code: 'INVALID_INPUT',
    message: 'There is no such function. Load the page again: the app may have been updated.',
  },
  notSigned: {
    code: 'UNAUTHORIZED',
    message: 'Only HubSpot may call this, for a user of the app. Load the page again.',
  },
  tooLarge: {
    code: 'INVALID_INPUT',
    message: 'The request is larger than 1 MB. Send fewer records at once.',
  },
  databaseUnavailable: {
    code: 'HUBSPOT_UNAVAILABLE',
    message: 'The app cannot reach its own database. Nothing was done. Try again in a minute.',
  },
  hubspotUnavailable: {
    code: 'HUBSPOT_UNAVAILABLE',
    message: 'HubSpot did not renew this app’s access. Nothing was done. Try again in a minute.',
  },
  defect: { code: 'INTERNAL', message: 'The app has a defect. Please report it.' },
} as const satisfies Record<string, FunctionError>;

/** The error for an account without the app. Its message contains the install address. */
export function notInstalled(publicUrl: string): FunctionError {
  return {
    code: 'UNAUTHORIZED',
    message: `This app is not installed in this HubSpot account. Ask an admin to install it: ${publicUrl}/oauth/install`,
  };
}

/** The error for a person whom no admin has allowed to use the app. */
export function notAllowed({ ask }: Pick<Permission, 'ask'>): FunctionError {
  return {
    code: 'UNAUTHORIZED',
    message: `An admin has limited who may use this app in this account. ${whomToAsk(ask)}`,
    reason: 'not_allowed',
    ...(ask !== '' && { ask }),
  };
}

/** The error for a person who may not administer the app. */
export function notAdmin({ ask }: Pick<Permission, 'ask'>): FunctionError {
  return {
    code: 'UNAUTHORIZED',
    message: `Only an admin of this app may do this. ${whomToAsk(ask)}`,
    reason: 'not_admin',
    ...(ask !== '' && { ask }),
  };
}

function whomToAsk(ask: string): string {
  return ask === '' ? 'Ask the person who installed it.' : `Ask: ${ask}`;
}
