/** The options of the command line and the environment. */
export interface Options {
  /** HubSpot, or a stand-in for it; absent for the embedded CRM in this process. */
  live?: { baseUrl: string; token: string };
  /** Write without asking. */
  yes: boolean;
  /** The cases to settle; all if there are none. */
  names: string[];
  /** The id of an account that may be written to although HubSpot does not list it as a test account. */
  account?: string;
}

/** Printed where the command line is invalid. */
export const usage = `npm run probe -- [NAME …] [--sandbox] [--yes] [--account ID]

Settles what docs/assumptions.md believes of HubSpot, on the account of HUBSPOT_ACCESS_TOKEN:
a developer test account. Without a token, or with --sandbox, it runs on the embedded CRM,
which shows that the probe works and nothing about HubSpot.

NAME          settles what the page gives this name under "probe"; without names, all in the order of the page
--yes         does not ask before it writes
--account ID  writes to this account though HubSpot calls it no test account`;

const hubspotUrl = 'https://api.hubapi.com';

/** Reads the command line; undefined where it is invalid. */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv): Options | undefined {
  const known = ['--sandbox', '--yes', '--account'];
  const accountAt = args.indexOf('--account');
  const account = accountAt < 0 ? undefined : args[accountAt + 1];
  const others = args.filter((_, n) => accountAt < 0 || n !== accountAt + 1);
  const flags = others.filter((arg) => arg.startsWith('-'));
  if (flags.some((flag) => !known.includes(flag)) || (accountAt >= 0 && !/^\d+$/.test(account ?? '')))
    return undefined;
  const token = environment['HUBSPOT_ACCESS_TOKEN'];
  const baseUrl = (environment['HUBSPOT_API_BASE_URL'] ?? hubspotUrl).replace(/\/$/, '');
  return {
    ...(token && !flags.includes('--sandbox') && { live: { baseUrl, token } }),
    yes: flags.includes('--yes'),
    names: others.filter((arg) => !arg.startsWith('-')),
    ...(account !== undefined && { account }),
  };
}
