/** The account of the page, in the terms of HubSpot's account-information API. */
export interface PageAccount {
  id: number;
  timezone: string;
  /** `STANDARD`, `SANDBOX`, `DEVELOPER_TEST` … */
  type: string;
}

/** Reads the account of a token. Throws, with a message for the developer, if HubSpot refuses the token. */
export async function readAccount(hubspotUrl: string, token: string): Promise<PageAccount> {
  const response = await fetch(`${hubspotUrl}/account-info/v3/details`, {
    headers: { authorization: `Bearer ${token}` },
  }).catch(() => undefined);
  if (!response) throw new Error(`${hubspotUrl} could not be reached.`);
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.ok) {
    const { portalId, timeZone, accountType } = body;
    return { id: Number(portalId), timezone: String(timeZone), type: String(accountType) };
  }
  const reason = typeof body['message'] === 'string' ? `: ${body['message']}` : '.';
  throw new Error(`HubSpot refused HUBSPOT_ACCESS_TOKEN with ${response.status}${reason}`);
}
