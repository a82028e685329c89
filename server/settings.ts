import type { EncryptionKey } from './accounts/token-cipher';
import type { Log } from './log';
import type { RunTimes } from './runs/run-times';

/** The settings of a hosted back end, explained in `docs/marketplace.md`. */
export interface ServerOptions {
  /** The public address of the back end, without a trailing slash. */
  publicUrl: string;
  hubspotClientId: string;
  hubspotClientSecret: string;
  /** If present, requests that HubSpot signed for another app are refused. */
  hubspotAppId?: string | undefined;
  hubspotApiBaseUrl?: string | undefined;
  hubspotAuthorizeUrl?: string | undefined;
  /** `id:base64` of 32 bytes, separated by commas. The first key encrypts, all keys decrypt. */
  tokenEncryptionKeys: string;
  /** A Postgres server. If absent, an embedded Postgres uses `dataDir`, or memory if that is absent too. */
  databaseUrl?: string | undefined;
  dataDir?: string | undefined;
  /** Receives one event per call. If absent, nothing is logged. */
  log?: Log | undefined;
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined;
  /** Replaces some of `defaultTimeOuts`. */
  timeOuts?: Partial<TimeOuts> | undefined;
  /** How many days a run is kept after its end: 1 to 3,650, 90 if absent. */
  runRetentionDays?: number | undefined;
  /** Replaces some of `defaultRunTimes`. */
  runTimes?: Partial<RunTimes> | undefined;
}

/** The days that an ended run is kept if nothing else is set. */
export const defaultRetentionDays = 90;

/** How long the back end waits, in milliseconds. */
export interface TimeOuts {
  /** For HubSpot's answer to a token request. */
  oauth: number;
  /** For a connection to the Postgres server. */
  connect: number;
  /** For the answer to a query. */
  query: number;
  /** For a lock that another request or instance holds. */
  lock: number;
}

/**
 * HubSpot answers a token request in a fraction of a second, and a query takes one or two milliseconds. A card's call,
 * which waits for a renewal, has 15 seconds in total.
 */
export const defaultTimeOuts: TimeOuts = { oauth: 4_000, connect: 3_000, query: 5_000, lock: 15_000 };

/** HubSpot's addresses, which settings can replace by those of a stand-in. */
export const hubspotAddresses = {
  api: 'https://api.hubapi.com',
  authorize: 'https://app.hubspot.com/oauth/authorize',
} as const;

/** Reads the settings from environment variables. Returns a sentence for each mistake. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): { ok: true; port: number; options: ServerOptions } | { ok: false; mistakes: string[] } {
  const value = (name: string) => environment[name]?.trim() || undefined;
  const options: ServerOptions = {
    publicUrl: value('PUBLIC_URL') ?? '',
    hubspotClientId: value('HUBSPOT_CLIENT_ID') ?? '',
    hubspotClientSecret: value('HUBSPOT_CLIENT_SECRET') ?? '',
    hubspotAppId: value('HUBSPOT_APP_ID'),
    hubspotApiBaseUrl: value('HUBSPOT_API_BASE_URL'),
    hubspotAuthorizeUrl: value('HUBSPOT_AUTHORIZE_URL'),
    tokenEncryptionKeys: value('TOKEN_ENCRYPTION_KEYS') ?? '',
    databaseUrl: value('DATABASE_URL'),
    dataDir: value('DATA_DIR') ?? (value('DATABASE_URL') ? undefined : 'data'),
    runRetentionDays: Number(value('RUN_RETENTION_DAYS') ?? defaultRetentionDays),
  };
  const port = Number(value('PORT') ?? 3000);
  const mistakes = mistakesIn(options);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    mistakes.push('PORT must be a port number: 0 to 65535.');
  }
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, port, options };
}

/** Returns a sentence for each invalid setting. No sentence contains a secret. */
export function mistakesIn(options: ServerOptions): string[] {
  const { publicUrl, hubspotApiBaseUrl, hubspotAuthorizeUrl, databaseUrl, hubspotAppId } = options;
  const { runRetentionDays: days = defaultRetentionDays } = options;
  const keys = readKeys(options.tokenEncryptionKeys);
  const complaints: [boolean, string][] = [
    [
      !isOwnAddress(publicUrl),
      'PUBLIC_URL must be the back end’s public address, such as https://bulk.example.com: https, and nothing after the host.',
    ],
    [
      options.hubspotClientId === '',
      'HUBSPOT_CLIENT_ID is missing: it is on the app’s Auth page in HubSpot.',
    ],
    [options.hubspotClientSecret === '', 'HUBSPOT_CLIENT_SECRET is missing: it is on the app’s Auth page.'],
    [
      hubspotAppId !== undefined && !/^\d+$/.test(hubspotAppId),
      'HUBSPOT_APP_ID must be the app’s number, or not be set.',
    ],
    [!isAddress(hubspotApiBaseUrl), 'HUBSPOT_API_BASE_URL must be an http address, or not be set.'],
    [!isAddress(hubspotAuthorizeUrl), 'HUBSPOT_AUTHORIZE_URL must be an http address, or not be set.'],
    [
      databaseUrl !== undefined && !/^postgres(ql)?:\/\/./.test(databaseUrl),
      'DATABASE_URL must begin with postgres:// or postgresql://, or not be set.',
    ],
    [
      !Number.isInteger(days) || days < 1 || days > 3_650,
      'RUN_RETENTION_DAYS must be a whole number of days from 1 to 3650, or not be set.',
    ],
    [typeof keys === 'string', String(keys)],
  ];
  return complaints.filter(([isWrong]) => isWrong).map(([, sentence]) => sentence);
}

/** Parses `TOKEN_ENCRYPTION_KEYS`. Returns a sentence about the first invalid entry, if there is one. */
export function readKeys(text: string): EncryptionKey[] | string {
  if (text.trim() === '') {
    return 'TOKEN_ENCRYPTION_KEYS is missing. Make a key: echo "k1:$(openssl rand -base64 32)"';
  }
  const keys: EncryptionKey[] = [];
  for (const [n, part] of text.split(',').entries()) {
    const [, id, encoded] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]{43}=)$/.exec(part.trim()) ?? [];
    if (id === undefined || encoded === undefined) {
      return `TOKEN_ENCRYPTION_KEYS, entry ${n + 1}: must be an id of letters and digits, a colon, and 32 bytes in base64.`;
    }
    if (keys.some((key) => key.id === id)) return `TOKEN_ENCRYPTION_KEYS has the id "${id}" twice.`;
    keys.push({ id, key: Buffer.from(encoded, 'base64') });
  }
  return keys;
}

/** HubSpot calls only https addresses. Plain http is accepted for the local machine. */
function isOwnAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return origin === text && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

function isAddress(text: string | undefined): boolean {
  return text === undefined || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol));
}
