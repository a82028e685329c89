import type { Page } from 'playwright-core';

/** Milliseconds. A press sooner after a step of the panel has begun is ignored as the second of a double click. */
const readingMs = 420;

/**
 * In the page: notes when the panel last changed what it says or which buttons can be pressed, or a person wrote in it; and
 * when it was last pressed, and whether that was too early. Numbers do not count: they go on changing during a run, and no
 * step begins by them alone.
 */
const observer = `(() => {
  let last = '';
  globalThis.panelChangedAt = 0;
  const stateOf = (dialog) =>
    dialog.textContent.replace(/[\\d.,]+/g, '') + [...dialog.querySelectorAll('button')].map((one) => one.disabled);
  const note = () => {
    const state = [...document.querySelectorAll('[role=dialog]')].map(stateOf).join();
    if (state !== last) globalThis.panelChangedAt = performance.now();
    last = state;
  };
  const changes = { subtree: true, childList: true, characterData: true, attributeFilter: ['disabled'] };
  new MutationObserver(note).observe(document, changes);
  addEventListener('input', () => (globalThis.panelChangedAt = performance.now()), { capture: true });
  const press = () => {
    const at = performance.now();
    globalThis.panelPress = { at, isEarly: at < panelChangedAt + ${readingMs} };
  };
  addEventListener('click', press, { capture: true });
})()`;

/** Notes the panel's changes on every document that the page loads from now on. */
export async function notePanelChanges(page: Page): Promise<void> {
  await page.addInitScript(observer);
}

/** Waits until a person could have read what the panel says, from when on it takes presses. */
export async function readPanel(page: Page): Promise<void> {
  // By a timer: `waitForFunction` would have the browser draw the page at every frame meanwhile.
  await page.evaluate(`new Promise((resolve) => {
    const look = () => {
      const left = panelChangedAt + ${readingMs} - performance.now();
      if (left > 0) setTimeout(look, left + 1);
      else resolve();
    };
    look();
  })`);
}

/**
 * Whether the panel has ignored the last press: it changed a moment before, while the press was on its way, and nothing came
 * of the press.
 */
export async function wasPressIgnored(page: Page): Promise<boolean> {
  if (!(await page.evaluate<boolean>('globalThis.panelPress?.isEarly === true'))) return false;
  return page.evaluate<boolean>(
    `new Promise((resolve) => setTimeout(() => resolve(panelChangedAt <= panelPress.at), ${readingMs}))`,
  );
}
