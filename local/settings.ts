import type { DataSize } from './crm';
import type { LocalOptions } from './options';

const defaultHubspotUrl = 'https://api.hubapi.com';

/** The options that environment variables set. */
export type EnvironmentSettings = Pick<LocalOptions, 'port' | 'watch' | 'bundleCache' | 'account'> & {
  data: DataSize;
};

/** Reads `PORT`, `CRM_DATA`, `WATCH`, `BUNDLE_CACHE`, `HUBSPOT_ACCESS_TOKEN`, `HUBSPOT_API_BASE_URL`. Throws if a value is not allowed. */
export function readSettings(environment: NodeJS.ProcessEnv): EnvironmentSettings {
  const { PORT, WATCH, BUNDLE_CACHE, HUBSPOT_ACCESS_TOKEN: token, HUBSPOT_API_BASE_URL } = environment;
  const port = PORT === undefined ? undefined : Number(PORT);
  if (port !== undefined && (!Number.isInteger(port) || port < 0 || port > 65_535)) {
    throw new Error(`PORT must be a number from 0 to 65535, not "${PORT}".`);
  }
  const data = environment['CRM_DATA'] ?? 'default';
  if (data !== 'default' && data !== 'large') {
    throw new Error(`CRM_DATA must be default or large, not "${data}".`);
  }
  const hubspotUrl = (HUBSPOT_API_BASE_URL ?? defaultHubspotUrl).replace(/\/$/, '');
  return {
    ...(port !== undefined && { port }),
    watch: WATCH !== '0',
    ...(BUNDLE_CACHE && { bundleCache: BUNDLE_CACHE }),
    data,
    ...(token && { account: { hubspotUrl, token } }),
  };
}
