import type { ResolveParameters } from '@bulk-associate/contract';
import { FakeFunctions } from '../testing/fake-functions';
import { suggestCompanies } from './suggested-companies';

/** Contacts by id with these emails, and a company for each domain that has no `x` in it. */
function functionsWith(emails: string[]): FakeFunctions {
  const functions = new FakeFunctions();
  functions.replace('resolve_records', ({ objectType, values }) => ({
    ok: true,
    lines: values.map((value) => {
      if (objectType === '0-1')
        return {
          value,
          status: 'found',
          records: [{ id: value, label: 'Ada', detail: emails[Number(value)] ?? '' }],
        };
      if (value.includes('x')) return { value, status: 'not_found', records: [] };
      const records = [{ id: `9${value.length}`, label: value }];
      return {
        value,
        status: 'found',
        records,
        ...(value.startsWith('sub.') && { reason: 'parent_domain' as const }),
      };
    }),
  }));
  return functions;
}

async function suggestedFor(emails: string[]): Promise<string[]> {
  const functions = functionsWith(emails);
  const found = await suggestCompanies(
    functions.call,
    emails.map((_, index) => String(index)),
    { ownDomains: ['own.de'] },
  );
  return found.map(({ record, count }) => `${record.label} ${count}`);
}

describe('the companies that are suggested for selected contacts', () => {
  it.each<[string, string[], string[]]>([
    ['that of the most contacts first', ['a@acme.com', 'b@beta.de', 'c@beta.de', 'd@ACME.com', 'e@beta.de'], ['beta.de 3', 'acme.com 2']],
    ['none for a domain of one contact among many', ['a@acme.com', 'b@beta.de', 'c@beta.de'], ['beta.de 2']],
    ['none for a domain of fewer than a tenth', [...Array(20).fill('').map((_, n) => `z@${n}y.com`), 'a@acme.com', 'b@acme.com'], []],
    ['that of a tenth', [...Array(18).fill('').map((_, n) => `z@${n}y.com`), 'a@acme.com', 'b@acme.com'], ['acme.com 2']],
    ['that of the only contact', ['a@acme.com'], ['acme.com 1']],
    ['none for a mail service that anyone may use', ['a@gmail.com', 'b@gmail.com'], []],
    ['none for the domain of the user’s own email', ['a@own.de', 'b@own.de'], []],
    ['none where no company has the domain', ['a@x.com', 'b@x.com'], []],
    ['none that has the domain above alone', ['a@sub.acme.com', 'b@sub.acme.com'], []],
    ['none for contacts without email', ['', 'Ada'], []],
    ['three at most', ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd'].map((name) => `z@${name}.com`), ['a.com 2', 'b.com 2', 'c.com 2']],
  ])('are %s', async (_, emails, expected) => {
    expect(await suggestedFor(emails)).toEqual(expected);
  }); // prettier-ignore

  it('cost two calls, however many contacts are selected', async () => {
    const functions = functionsWith([]);
    const many = Array.from({ length: 5000 }, (_, index) => String(index + 1));
    functions.replace('resolve_records', ({ values, objectType }) => ({
      ok: true,
      lines: values.map((value) => ({ value, status: 'found', records: [{ id: value, label: objectType === '0-1' ? 'a@acme.com' : 'Acme' }] })),
    })); // prettier-ignore
    expect(await suggestCompanies(functions.call, many, {})).toMatchObject([{ count: 1000 }]);
    const calls = functions.calls.map(({ parameters }) => (parameters as ResolveParameters).values.length);
    expect(calls).toEqual([1000, 1]);
  });

  it('are none where a call fails', async () => {
    const functions = new FakeFunctions();
    functions.fail('resolve_records', { code: 'RATE_LIMITED', message: '…' });
    expect(await suggestCompanies(functions.call, ['1'], {})).toEqual([]);
  });
});
