/** The account that the page works on, in HubSpot's words for it. */
export interface PageAccount {
  id: number;
  timezone: string;
  /** `STANDARD`, `SANDBOX`, `DEVELOPER_TEST` … */
  type: string;
}

/** Reads which account a token opens. Throws, in words for whoever started the page, where it opens none. */
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
