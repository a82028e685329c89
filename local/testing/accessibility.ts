import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const require = createRequire(import.meta.url);

/** What axe finds on a page: the rule, how grave it is, and where. */
interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

/** Waits until nothing on the page moves or fades, other than what never ends: a spinner. */
export async function animationsEnd(page: Page): Promise<void> {
  await page.waitForFunction(
    'document.getAnimations().every((one) => one.effect.getComputedTiming().endTime === Infinity)',
  );
}

/** All that axe finds on the page as it stands. */
export async function violationsOn(page: Page): Promise<Violation[]> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis')))
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    'axe.run({ resultTypes: ["violations"] })',
  );
  return violations;
}

/** What of it is serious or critical, as text. */
export async function barriersOn(page: Page): Promise<string[]> {
  const grave = (await violationsOn(page)).filter(({ impact }) => ['serious', 'critical'].includes(impact));
  return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
