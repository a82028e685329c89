import { Random } from './random';
import { fromJson, toJson } from './wire';

/** Kinds of requests, for the `on` of a fault. */
export const endpointKinds = ['associate', 'readAssociations', 'archive', 'search', 'objects', 'lists', 'schemas', 'limits', 'oauth', 'other'] as const; // prettier-ignore
/** Every request has one kind; `other` is for those that belong to none of the rest. */
export type EndpointKind = (typeof endpointKinds)[number];

/** A fault to inject. */
export interface Fault {
  name: FaultName;
  /** The kind of request it applies to; all kinds if absent. */
  on?: EndpointKind | 'any';
  /** How many matching requests are answered normally before it applies, for failures in the middle of a run. */
  after?: number;
  /** How many requests it applies to; all that follow if absent. */
  times?: number;
  /** Probability that it applies to a matching request, 0 to 1; 1 if absent. */
  probability?: number;
  /** Milliseconds for `slow`; seconds for the `Retry-After` of a limit; the id for errors that name one. */
  value?: number | string;
}

/** No answer is sent: the connection is closed at once (`reset`), or stays open (`silence`). */
export class ConnectionFault extends Error {
  constructor(readonly how: 'reset' | 'silence') {
    super(`The connection ends with ${how}.`);
  }
}

/** The parts of a batch input, of a write or a read, that faults use. */
export interface BatchInput {
  id?: string;
  from?: { id?: string };
  to?: { id?: string };
}

interface FaultContext {
  /** Executes the request, with all its inputs or those given, and returns the answer without the fault. */
  next: (inputs?: object[]) => Promise<Response>;
  /** The inputs of the request, as sent. */
  inputs: BatchInput[];
  value: number | string | undefined;
  sleep: (ms: number) => Promise<void>;
}

type Behaviour = (context: FaultContext) => Promise<Response>;

const json = (status: number, body: object | string, headers: Record<string, string> = {}) =>
  new Response(typeof body === 'string' ? body : toJson(body), {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8', ...headers },
  });

const html = (status: number) =>
  new Response(`<html><body><h1>${status}</h1></body></html>`, {
    status,
    headers: { 'content-type': 'text/html' },
  });

const stamp = '2026-11-24T09:00:00.000Z';
const complete = (more: object) => ({ status: 'COMPLETE', startedAt: stamp, completedAt: stamp, ...more });

const correlation = '00000000-0000-4000-a000-000000000429';
const refused = (status: number, fields: object, headers: Record<string, string> = {}) =>
  json(status, { status: 'error', correlationId: correlation, ...fields }, headers);

function limit(policyName: string, words: string): Behaviour {
  const fields = { message: `You have reached your ${words} limit.`, errorType: 'RATE_LIMIT', policyName };
  return async ({ value }) =>
    refused(429, fields, value === undefined ? {} : { 'retry-after': String(value) });
}

/** Executes the request and changes the body of the answer. */
function changed(change: (body: Body, context: FaultContext) => object, status?: number): Behaviour {
  return async (context) => edited(await context.next(), (body) => change(body, context), status);
}

/** Changes the body of a 2xx answer. A refusal, and an answer without a body, are returned unchanged. */
async function edited(
  response: Response,
  change: (body: Body) => object,
  status?: number,
): Promise<Response> {
  const text = response.ok ? await response.clone().text() : '';
  if (text === '') return response;
  return json(status ?? response.status, change(fromJson(text) as Body));
}

interface Body {
  results?: { from?: { id?: string }; to?: unknown }[];
  errors?: object[];
  numErrors?: number;
}

const list = (body: Body) => body.results ?? [];
const unspecificError = {
  status: 'error',
  category: 'VALIDATION_ERROR',
  message: 'The association could not be created.',
};

const noRecord = (id: string) => ({
  ...unspecificError,
  message: `No record with ID ${id} exists`,
  context: { id: [id] },
});
const atLimit = (id: string) => ({
  ...unspecificError,
  message: `The record ${id} has reached its limit of associated records.`,
  context: { id: [id] },
});

/** Executes all inputs but the last, and adds an error for the last one. */
function refuseLast(errorFor: (id: string) => object, status?: number): Behaviour {
  return async (context) => {
    const error = errorFor(context.inputs.at(-1)?.to?.id ?? '');
    const withError = (body: Body) => ({
      ...body,
      errors: [...(body.errors ?? []), error],
      numErrors: (body.numErrors ?? 0) + 1,
    });
    return edited(await context.next(context.inputs.slice(0, -1)), withError, status);
  };
}

/**
 * Every fault, by name. Faults whose names end in `-done` execute the request before they fail; the others that fail do
 * not execute it.
 */
const behaviours = {
  'empty-complete': async () => json(200, complete({ results: [] })),
  'empty-complete-done': async ({ next }) => (await next(), json(200, complete({ results: [] }))),
  'created-201': changed((body) => body, 201),
  'results-reversed': changed((body) => ({ ...body, results: [...list(body)].reverse() })),
  'results-doubled': changed((body) => ({ ...body, results: [...list(body), ...list(body)] })),
  'results-forward-only': changed((body, { inputs }) => ({
    ...body,
    results: list(body).filter((row) => isForward(row, inputs)),
  })),
  'results-backward-only': changed((body, { inputs }) => ({
    ...body,
    results: list(body).filter((row) => !isForward(row, inputs)),
  })),
  'results-missing-some': changed((body) => ({ ...body, results: list(body).filter((_, n) => n % 6 < 4) })),
  'results-without-labels': changed((body) => ({ ...body, results: list(body).map(unlabelled) })),
  'ids-as-numbers': changed((body) => ({ ...body, results: list(body).map(numbered) })),
  'pair-refused-207': refuseLast(
    (id) => ({ ...unspecificError, message: `The association with ${id} does not meet a validation rule.` }),
    207,
  ),
  'limit-reached-207': refuseLast(atLimit, 207),
  // Existing links stay. Their pairs are refused like the rest, as if those links were what reached the limit.
  'all-at-limit-207': async ({ next, inputs }) => {
    const errors = inputs.map(({ id, to }) => atLimit(to?.id ?? id ?? ''));
    return errors.length === 0
      ? next()
      : json(207, complete({ results: [], errors, numErrors: errors.length }));
  },
  'error-names-one-207': refuseLast(noRecord, 207),
  'error-names-nobody-207': refuseLast(() => unspecificError, 207),
  'error-names-one': refuseLast(noRecord),
  'error-names-nobody': refuseLast(() => unspecificError),
  'status-207': changed((body) => body, 207),
  'html-502': async () => html(502),
  'html-502-done': async ({ next }) => (await next(), html(502)),
  'empty-503': async () => new Response('', { status: 503 }),
  'empty-503-done': async ({ next }) => (await next(), new Response('', { status: 503 })),
  'server-error-500': async () => refused(500, { message: 'internal error' }),
  'server-error-500-done': async ({ next }) => (await next(), refused(500, { message: 'internal error' })),
  'gateway-timeout-504': async () => html(504),
  'gateway-timeout-504-done': async ({ next }) => (await next(), html(504)),
  'truncated-json': async () => json(200, '{"status":"COMPLETE","results":[{"from":{"id":"1'),
  'truncated-json-done': async ({ next }) => {
    const text = await (await next()).text();
    return json(200, text.slice(0, Math.floor(text.length / 2)));
  },
  'body-cut-off-done': async ({ next }) => cutOff(await next()),
  'reset-before': async () => {
    throw new ConnectionFault('reset');
  },
  'reset-after': async ({ next }) => {
    await next();
    throw new ConnectionFault('reset');
  },
  silence: async () => {
    throw new ConnectionFault('silence');
  },
  'silence-done': async ({ next }) => {
    await next();
    throw new ConnectionFault('silence');
  },
  slow: async ({ next, sleep, value }) => (await sleep(Number(value ?? 3_000)), next()),
  'limit-secondly': limit('SECONDLY', 'secondly'),
  'limit-ten-secondly': limit('TEN_SECONDLY_ROLLING', 'ten_secondly_rolling'),
  'limit-daily': limit('DAILY', 'daily'),
  'locked-423': async () => refused(423, { message: 'The resource is locked.' }),
  'migrating-477': async ({ value }) =>
    refused(477, { message: 'Migration in progress' }, { 'retry-after': String(value ?? 2) }),
  'unauthorized-401': async () =>
    refused(401, {
      message: 'The OAuth token used to make this call expired 1 day(s) ago.',
      category: 'EXPIRED_AUTHENTICATION',
    }),
  'missing-scopes-403': async ({ value }) =>
    refused(403, {
      message: 'One or more of the following scopes are required.',
      category: 'MISSING_SCOPES',
      context: { requiredGranularScopes: [String(value ?? 'crm.objects.contacts.write')] },
    }),
  'unknown-type-400': async () => refused(400, { message: 'Unable to infer object type from: 0-999' }),
  'too-many-400': async ({ inputs, next, value }) =>
    inputs.length > Number(value ?? 100)
      ? refused(400, {
          message: `The number of inputs (${inputs.length}) exceeds the maximum of ${Number(value ?? 100)} for one request.`,
          category: 'VALIDATION_ERROR',
        })
      : next(),
  'invalid-ids-400': async ({ inputs, value }) => {
    const id = String(value ?? inputs.at(-1)?.to?.id ?? inputs.at(-1)?.id);
    return refused(400, {
      message: 'One or more associations are invalid',
      category: 'VALIDATION_ERROR',
      context: {
        INVALID_OBJECT_IDS: [`CONTACT=${id} is not valid`],
        objectId: [id],
        objectType: ['CONTACT'],
      },
    });
  },
  'refused-400': async () =>
    refused(400, { message: 'One or more associations are invalid', category: 'VALIDATION_ERROR' }),
} satisfies Record<string, Behaviour>;

/** The name of a fault describes what the caller sees. */
export type FaultName = keyof typeof behaviours;
/** In the order of the record page's list. */
export const faultNames = Object.keys(behaviours) as FaultName[];

/** Sends the headers and half of the body, then an error, as `fetch` does when the connection breaks. */
async function cutOff(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) controller.error(new TypeError('terminated'));
      else controller.enqueue(bytes.slice(0, bytes.length / 2));
      sent = true;
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

function isForward(
  { from, to }: NonNullable<Body['results']>[number],
  inputs: FaultContext['inputs'],
): boolean {
  // A row of batch/create is always in the direction of its input.
  if (!from) return true;
  return inputs.some(
    (input) => input.from?.id === from?.id && input.to?.id === (to as { id?: string } | undefined)?.id,
  );
}

/** A row of batch/create names no label, as if the pair had none. */
function unlabelled(row: NonNullable<Body['results']>[number]): object {
  return 'labels' in row ? { ...row, labels: [] } : row;
}

function numbered(row: NonNullable<Body['results']>[number]): object {
  // The ids of a row of batch/create are numbers already.
  if (!row.from) return row;
  const id = (end: unknown) => ({ id: Number((end as { id?: string } | undefined)?.id) });
  return { ...row, from: id(row.from), to: id(row.to) };
}

/** The faults that are set, and which of them applies to a request. */
export class Faults {
  private active: (Fault & { left: number; waiting: number })[] = [];
  private random: Random;

  /** With the same seed, faults with a `probability` apply to the same requests. */
  constructor(private readonly seed: number) {
    this.random = new Random(seed);
  }

  /** Where several match a request, the one that was added first applies. */
  add(fault: Fault): void {
    this.active.push({ ...fault, left: fault.times ?? Infinity, waiting: fault.after ?? 0 });
  }

  /** Removes every fault. What earlier faults have done is not undone. */
  clear(): void {
    this.active = [];
  }

  /** Removes every fault, and starts the random numbers again from the seed. */
  reset(): void {
    this.clear();
    this.random = new Random(this.seed);
  }

  /** The faults that are set, with what is left of `times` and `after`. */
  list(): Fault[] {
    return this.active.map(({ left, waiting, ...fault }) => ({
      ...fault,
      ...(waiting > 0 && { after: waiting }),
      ...(Number.isFinite(left) && { times: left }),
    }));
  }

  /** The fault that applies to this request, if any. Counts one of its `times`. */
  faultFor(
    kind: EndpointKind,
  ): { run: Behaviour; value: number | string | undefined; name: FaultName } | undefined {
    const fault = this.active.find((one) => this.isDue(one, kind));
    if (!fault) return undefined;
    fault.left--;
    if (fault.left <= 0) this.active = this.active.filter((other) => other !== fault);
    return { run: behaviours[fault.name], value: fault.value, name: fault.name };
  }

  /** Also counts a request of the fault's kind towards its `after`. */
  private isDue(fault: Faults['active'][number], kind: EndpointKind): boolean {
    const { on = 'any', left, probability = 1 } = fault;
    if (left <= 0 || (on !== 'any' && on !== kind)) return false;
    if (fault.waiting > 0) {
      fault.waiting--;
      return false;
    }
    return probability >= 1 || this.random.next() < probability;
  }
}
