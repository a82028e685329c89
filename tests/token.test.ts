import { type Execution, FunctionRunner } from 'hubspot-local/functions';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sampleCalls } from './sample-calls';

/** A word that stands nowhere else. */
const token = 'pat-na1-5ecre700-0000-4000-a000-0123456789ab';
const printed: string[] = [];
let server: Server;

/** A HubSpot that repeats the token wherever its answers have room for text. */
const body = JSON.stringify({
  status: token,
  message: `The request with authorization: Bearer ${token} was not taken.`,
  category: token,
  subCategory: token,
  correlationId: token,
  policyName: token,
  context: { requiredGranularScopes: [token], objectId: [token], [token]: [token] },
  errors: [{ status: token, category: token, subCategory: token, message: token, context: { ids: [token] } }],
  results: [{ id: token, from: { id: token }, to: [{ toObjectId: token }], properties: { email: token } }],
  lists: [{ listId: '1', name: token, additionalProperties: { hs_list_size: token } }],
  labels: { singular: token, plural: token },
  primaryDisplayProperty: token,
  total: 1,
  paging: { next: { after: token } },
});

/** Statuses that end a call at once. */
const statuses = [200, 207, 400, 401, 403, 404];
/** The one that every request is answered with. */
let answered = 200;
let runner: FunctionRunner;

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(answered, token, {
      'content-type': 'application/json',
      'x-hubspot-correlation-id': token,
    });
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  runner = new FunctionRunner({
    folder: join(__dirname, '../src/app/functions'),
    environment: { PRIVATE_APP_ACCESS_TOKEN: token, HUBSPOT_API_BASE_URL: `http://127.0.0.1:${port}` },
    onLog: (_, line) => printed.push(line),
  });
});
afterAll(async () => {
  runner.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});
beforeEach(() => {
  printed.length = 0;
});

describe.each(statuses)(
  'an app function to which HubSpot answers %p with the access token in every field',
  (status) => {
    it('neither answers nor prints the token', async () => {
      answered = status;
      const executions: Execution[] = [];
      // One of each function, which is the same code for every object type.
      const uids = runner.uids();
      for (const uid of uids) {
        const { parameters } = sampleCalls.find((call) => call.uid === uid) ?? {};
        executions.push(await runner.call(uid, parameters));
      }
      expect(uids.length).toBeGreaterThan(10);
      expect(executions).toHaveLength(uids.length);
      expect(executions.filter(({ ok }) => !ok)).toEqual([]);
      // Something of HubSpot's words did come through.
      if (status === 400) expect(JSON.stringify(executions)).toContain('was not taken');
      expect(JSON.stringify([executions, printed])).not.toContain(token);
    }, 60_000);
  },
);
