import type { RecordRef } from '@bulk-associate/contract';
import type { Clock } from '../run/clock';
import type { Notice, Sdk, SearchPage, SearchRequest } from '../sdk/sdk';
import { FakeFunctions } from './fake-functions';

/** A clock whose waits end at once; it records their length in milliseconds. */
export class FakeClock implements Clock {
  time = 0;
  readonly waits: number[] = [];

  readonly now = () => this.time;

  sleep = (ms: number): Promise<void> => {
    this.time += ms;
    this.waits.push(ms);
    return Promise.resolve();
  };
}

/** An `Sdk` for tests. Records what the card does with it. */
export class FakeSdk implements Sdk {
  record: Sdk['record'] = { objectType: '0-2', id: '7' };
  portalId = 123;
  timeZone = 'Europe/Berlin';
  language: string | undefined = 'en';
  own: Sdk['own'] = { ownDomains: ['own.example'] };
  user = 'Ada Lovelace (ada@example.com)';
  readonly clock = new FakeClock();
  readonly notices: Notice[] = [];
  readonly searches: SearchRequest[] = [];
  copied = '';
  refreshed = 0;
  closed: string[] = [];
  page: Partial<SearchPage> = {};

  constructor(readonly functions = new FakeFunctions()) {}

  readonly call: Sdk['call'] = (uid, parameters) => this.functions.call(uid, parameters);

  readonly useSearch = (request: SearchRequest): SearchPage => {
    this.searches.push(request);
    const { records } = this.functions;
    return {
      status: 'ready',
      records: records.slice(0, request.pageLength).map(found),
      total: records.length,
      page: 1,
      retry: () => undefined,
      ...this.page,
    };
  };

  readonly useLinkedCount = () => ({
    status: 'ready' as const,
    count: this.functions.linked.size,
    more: false,
  });

  readonly readProperties = () => Promise.resolve({ name: 'Acme' });
  readonly refreshRecord = () => {
    this.refreshed += 1;
  };
  readonly notify = (notice: Notice) => {
    this.notices.push(notice);
  };
  readonly copy = (text: string) => {
    this.copied = text;
    return Promise.resolve(true);
  };
  readonly closePanel = (id: string) => {
    this.closed.push(id);
  };
}

function found({ id, label }: RecordRef) {
  return { id, properties: { firstname: label, email: `${id}@example.com` } };
}
