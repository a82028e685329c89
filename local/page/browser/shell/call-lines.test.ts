import { messages } from '../messages';
import { callLines } from './call-lines';

const at = (second: number) => `2026-11-25T10:00:0${second}.000Z`;
const call = {
  at: at(1),
  method: 'POST',
  path: '/crm/v3/objects/0-1/search',
  status: 200,
  elapsedMs: 500,
  inputs: 0,
};

const english = { messages: messages.en, caller: 'card' as const };

describe('callLines', () => {
  it('tells the card, the function and HubSpot, the newest first', () => {
    const lines = callLines(
      english,
      [{ at: at(3), event: { kind: 'function', uid: 'associate_records', ok: true, elapsedMs: 900 } }],
      [{ ...call, agent: 'hubspot-api-client-nodejs; 14.0.1', inputs: 3 }],
    );
    expect(lines.map(({ between, what, outcome, details }) => [between, what, outcome, details])).toEqual([
      ['card → function', 'associate_records', 'ok', ''],
      ['function → HubSpot', 'POST /crm/v3/objects/0-1/search', '200', 'inputs: 3'],
    ]);
    // The moment it ended, as for every other line.
    expect(lines[1]?.at).toBe('2026-11-25T10:00:01.500Z');
  });

  it('marks what the page itself reads', () => {
    const lines = callLines(
      english,
      [],
      [
        { ...call, agent: 'record-page' },
        { ...call, agent: 'curl/8' },
      ],
    );
    expect(lines.map(({ between, byPage }) => [between, byPage])).toEqual([
      ['page → HubSpot', true],
      ['others → HubSpot', false],
    ]);
  });

  it('names the back end by the user agent that it is given', () => {
    const calls = [{ ...call, agent: 'sample-back-end' }];
    const between = (agent?: string) =>
      callLines({ ...english, ...(agent && { backEndAgent: agent }) }, [], calls)[0]?.between;
    expect(between('sample-back-end')).toBe('back end → HubSpot');
    expect(between()).toBe('others → HubSpot');
  });

  it.each([
    [{ status: 429 }, '429', true],
    [{ status: 'reset', fault: 'reset-after' }, 'connection broken', true],
    [{ status: 'silence' }, 'no answer', true],
    [{ status: 207 }, '207', false],
  ])('says how a call ended: %j', (change, outcome, isBad) => {
    const [line] = callLines(english, [], [{ ...call, ...change }]);
    expect([line?.outcome, line?.isBad]).toEqual([outcome, isBad]);
  });

  it('tells calls to a real account, and what functions print, in the language of the page', () => {
    const hubspot = {
      kind: 'hubspot' as const,
      by: 'function' as const,
      method: 'GET',
      path: '/x',
      status: 403,
      elapsedMs: 5,
    };
    const lines = callLines(
      { messages: messages.ja, caller: 'action' },
      [
        { at: at(1), event: hubspot },
        { at: at(2), event: { kind: 'log', uid: 'associate_records', line: 'hello' } },
        { at: at(3), event: { kind: 'build-error', message: 'oops' } },
      ],
      [],
    );
    expect(lines.map(({ between, outcome, details }) => [between, outcome, details])).toEqual([
      ['', '', 'カードまたは一括アクションをビルドできませんでした：oops'],
      ['関数', '出力', 'hello'],
      ['関数 → HubSpot', '403', ''],
    ]);
  });
});
