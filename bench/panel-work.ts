import type { Browser, Locator, Page } from 'playwright-core';
import { searchCap } from '@bulk-associate/contract';
import { landmarks, seededId } from 'hubspot-local/crm';
import { openPage } from 'hubspot-local/testing';
import { launchBrowser } from 'hubspot-local/testing/launch-browser';
import { startLocalServer } from '../tests/end-to-end/local-server';
import { PanelPage } from '../tests/end-to-end/panel-page';
import { quantile } from './quantile';

/** What one kind of act costs the card's worker: milliseconds of work, from the act until the worker is idle again. */
export interface PanelWork {
  act: string;
  median: number;
  worst: number;
}

/** Even, so that what is ticked last is as it was. */
const rounds = 16;
/** Until the worker has drawn, searched (300 ms after the last key) and drawn what was found. */
const settleMs = 700;

/** Measures the built card in a browser's worker, as HubSpot runs it, with 10,000 records chosen. */
export async function panelWork(): Promise<PanelWork[]> {
  const server = await startLocalServer();
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser, 1280, 900);
    const panel = new PanelPage(page, server.url);
    await answerWithMany(page);
    return await new WorkMeter(browser, page).measure((meter) => useThePanel(panel, meter));
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Every act that a person does while so many records are chosen. */
async function useThePanel(panel: PanelPage, meter: WorkMeter): Promise<void> {
  const { t, dialog } = panel;
  await panel.open(`0-2/${landmarks.company}`);
  await dialog.getByRole('button', { name: t('searchAll', { n: 5_000 }) }).click();
  await panel.button(t('chooseReview', { n: searchCap })).waitFor();
  await panel.page.waitForTimeout(settleMs);

  const search = dialog.getByRole('searchbox');
  await meter.each('a key in the search field', (n) => search.press('abcdefghijklmnopqrst'[n] ?? 'a'));
  await search.fill('');
  await panel.page.waitForTimeout(settleMs);
  // The first two contacts are associated already: once they are not selected, they cannot be.
  const box = dialog.getByRole('checkbox').nth(2);
  await meter.each('a tick', () => box.click());

  await dialog.getByRole('button', { name: /10,000|9,999/ }).first().click(); // prettier-ignore
  const remove = dialog.getByRole('button', { name: t('deselect_associate'), exact: true });
  await meter.each('a record taken out of the selection', () => remove.first().click());
  await meter.each('a page of the selection', () => nextPage(dialog).click());

  await panel.write(idsOf(searchCap).join('\n'));
  await meter.each('a key in the paste field, after 10,000 lines', () =>
    dialog.getByRole('textbox').press('1'),
  );

  await panel.press(t('chooseReview', { n: searchCap - rounds }));
  await panel.says(t('review_note_associate'));
  const removeReviewed = dialog.getByRole('button', { name: t('deselect_associate'), exact: true });
  await meter.each('a record taken out of the review', () => removeReviewed.first().click());
  const tabs = dialog.getByRole('tab');
  await meter.each('a tab of the review', (n) => tabs.nth(n % 2).click());
}

const nextPage = (dialog: Locator) => dialog.getByRole('button', { name: /next/i }).last();

const idsOf = (count: number) => Array.from({ length: count }, (_, n) => seededId('contact', n));

/** The CRM holds fewer contacts than a search may find: the functions that page and check are answered for. */
async function answerWithMany(page: Page): Promise<void> {
  const ids = idsOf(searchCap);
  const perPage = 1_000;
  await page.route('**/functions/collect_records', async (route) => {
    const { cursor = '0' } = parametersOf(route.request().postData()) as { cursor?: string };
    const next = Number(cursor) + perPage;
    const records = ids.slice(Number(cursor), next).map((id) => ({ id, label: `Contact ${id}` }));
    const more = next < searchCap ? { cursor: String(next) } : {};
    await route.fulfill({
      json: { response: { ok: true, records, total: searchCap, capped: false, ...more } },
    });
  });
  await page.route('**/functions/preview_associations', async (route) => {
    const { inputs } = parametersOf(route.request().postData()) as { inputs: object[] };
    const outcomes = inputs.map((input, n) => ({
      ...input,
      status: n % 3 === 0 ? 'already_associated' : 'new',
    }));
    await route.fulfill({ json: { response: { ok: true, outcomes } } });
  });
}

function parametersOf(body: string | null): unknown {
  return (JSON.parse(body ?? '{}') as { parameters?: unknown }).parameters;
}

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** Microseconds the thread itself worked, without those in which others had the processor. */
  tdur?: number;
  pid: number;
  tid: number;
  args?: { name?: string };
}

/** Adds up the tasks of the worker's thread between marks on the page, from the browser's own trace. */
class WorkMeter {
  private readonly marks: string[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  async measure(work: (meter: WorkMeter) => Promise<void>): Promise<PanelWork[]> {
    await this.browser.startTracing(this.page, {
      categories: [
        'toplevel',
        'blink.user_timing',
        'disabled-by-default-devtools.timeline',
        'devtools.timeline',
      ],
    });
    await work(this);
    const trace = JSON.parse(String(await this.browser.stopTracing())) as { traceEvents: TraceEvent[] };
    return this.workIn(trace.traceEvents);
  }

  /** Does something several times, and lets the worker come to rest after each. */
  async each(act: string, work: (n: number) => Promise<unknown>): Promise<void> {
    for (let n = 0; n < rounds; n++) {
      await this.mark(act);
      await work(n);
      await this.page.waitForTimeout(settleMs);
    }
    await this.mark('');
  }

  private async mark(act: string): Promise<void> {
    this.marks.push(act);
    await this.page.evaluate(`performance.mark('act-${this.marks.length - 1}')`);
  }

  private workIn(events: TraceEvent[]): PanelWork[] {
    const worker = events.find(({ name, args }) => name === 'thread_name' && /^DedicatedWorker/.test(args?.name ?? '')); // prettier-ignore
    const tasks = events.filter(({ name, pid, tid }) => /RunTask$/.test(name) && pid === worker?.pid && tid === worker.tid); // prettier-ignore
    if (tasks.length === 0) throw new Error('The trace shows no work of the worker.');
    const at = (n: number) => events.find(({ name }) => name === `act-${n}`)?.ts ?? Infinity;
    const costs = new Map<string, number[]>();
    this.marks.forEach((act, n) => {
      if (act === '') return;
      const [from, to] = [at(n), at(n + 1)];
      const spent = tasks
        .filter(({ ts }) => ts >= from && ts < to)
        .reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0);
      costs.set(act, [...(costs.get(act) ?? []), spent / 1_000]);
    });
    return [...costs].map(([act, all]) => ({ act, median: quantile(all, 0.5), worst: Math.max(...all) }));
  }
}
