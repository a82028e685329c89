import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createCrm } from '../crm/crm';
import { landmarks, seededId } from '../crm/seed';
import { serveCrm } from '../crm/serve';
import { passthroughRoutes, type CallPassed } from './passthrough';

const crm = createCrm();
const calls: CallPassed[] = [];
let hubspot: Awaited<ReturnType<typeof serveCrm>>;
let server: ReturnType<typeof serve>;
let url: string;

beforeAll(async () => {
  hubspot = await serveCrm(crm);
  const { fetch } = passthroughRoutes(hubspot.url, (call) => calls.push(call));
  url = await new Promise((resolve) => {
    const listening = ({ port }: AddressInfo) => resolve(`http://127.0.0.1:${port}/passthrough`);
    server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, listening);
  });
});
beforeEach(() => {
  crm.reset();
  calls.length = 0;
});
afterAll(async () => {
  server.close();
  await hubspot.close();
});

const path = '/crm/v4/associations/0-2/0-1/batch/associate/default';
const associate = (token = 'sandbox') =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      inputs: [{ from: { id: landmarks.company }, to: { id: seededId('contact', 9) } }],
    }),
  });

describe('the passthrough', () => {
  it('passes a request on as it is, and tells of it without token or body', async () => {
    const response = await associate();
    expect([response.status, response.headers.get('x-hubspot-correlation-id')]).toEqual([
      200,
      expect.any(String),
    ]);
    expect(crm.isAssociated('0-2', landmarks.company, '0-1', seededId('contact', 9))).toBe(true);
    expect(calls).toEqual([{ method: 'POST', path, status: 200, elapsedMs: expect.any(Number), inputs: 1 }]);
  });

  it('has no token of its own', async () => {
    expect((await associate('')).status).toBe(401);
  });

  it('passes on how long HubSpot asks to wait', async () => {
    crm.faults.add({ name: 'limit-secondly', on: 'associate', times: 1, value: 3 });
    const response = await associate();
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '3']);
  });

  it('leaves a connection that breaks broken', async () => {
    crm.faults.add({ name: 'reset-after', on: 'associate', times: 1 });
    await expect(associate()).rejects.toThrow();
    expect(calls).toMatchObject([{ status: 'reset' }]);
  });

  it('passes on an answer without a body', async () => {
    const response = await fetch(`${url}/crm/v3/objects/0-1/${seededId('contact', 9)}`, {
      method: 'DELETE',
      headers: { authorization: 'Bearer sandbox' },
    });
    expect([response.status, await response.text()]).toEqual([204, '']);
  });
});
