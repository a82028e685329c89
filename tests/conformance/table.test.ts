import { toMarkdown } from './table';

const circumstances = { account: 'account 1', date: '2026-11-25' };

it('lists what was seen of each belief, and the beliefs that no call settles', () => {
  const beliefs = [
    { number: 1, belief: 'It rains', group: 'weather', probes: ['rain', 'drizzle'] },
    { number: 2, belief: 'It snows', group: 'weather', probes: [], why: 'nobody looks' },
  ];
  const settled = [
    { name: 'rain', verdict: 'holds' as const, seen: 'wet' },
    { name: 'drizzle', verdict: 'does not hold' as const, seen: 'dry' },
  ];
  expect(toMarkdown(circumstances, beliefs, settled).split('\n')).toEqual([
    'What account 1 answered on 2026-11-25:',
    '',
    '| # | belief | probe | seen | verdict |',
    '| --: | --- | --- | --- | --- |',
    '| 1 | It rains | `rain` | wet | **holds** |',
    '| 1 | It rains | `drizzle` | dry | **does not hold** |',
    '',
    'Beliefs that no call settles:',
    '',
    '- 2: It snows (nobody looks)',
  ]);
});

it('keeps a row a row, whatever HubSpot says', () => {
  const settled = [{ name: 'rain', verdict: 'holds' as const, seen: 'a | b\n  c' }];
  const markdown = toMarkdown(
    circumstances,
    [{ number: 1, belief: 'x', group: 'weather', probes: ['rain'] }],
    settled,
  );
  expect(markdown).toContain('| 1 | x | `rain` | a \\| b c | **holds** |');
});
