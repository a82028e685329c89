import type { Page } from 'playwright-core';

/**
 * In the page: what does not fit. Not counted are a table, which scrolls within its frame, names that are cut in its cells,
 * what is typed into a field, and the one pixel of what is visually hidden. A box that shows what overflows it is not
 * counted either: what is around it overflows then.
 */
const misfits = `(() => {
  const found = [];
  const textOf = (one) => (one.innerText || one.getAttribute('aria-label') || one.className).trim().slice(0, 80);
  const textRects = (one) => {
    if (one.nodeType === 3) {
      const range = document.createRange();
      range.selectNodeContents(one);
      return [...range.getClientRects()].filter(({ width }) => width > 1);
    }
    return [...one.childNodes].flatMap(textRects);
  };
  if (document.documentElement.scrollWidth > innerWidth) found.push('The page scrolls sideways.');
  for (const one of document.body.querySelectorAll('*')) {
    if (one.clientWidth <= 1 || one.matches('input, select, textarea, svg *')) continue;
    const { overflowX, textOverflow } = getComputedStyle(one);
    if (one.firstElementChild?.matches('table') || (textOverflow === 'ellipsis' && one.closest('td'))) continue;
    if (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1)
      found.push((['hidden', 'clip'].includes(overflowX) ? 'Cut off: ' : 'Scrolls sideways: ') + textOf(one));
  }
  for (const button of document.querySelectorAll('button, [role=button], [role=tab]')) {
    const frame = button.getBoundingClientRect();
    const lines = [];
    for (const { top, bottom, left, right } of textRects(button).sort((one, other) => one.top - other.top)) {
      if (left < frame.left - 1 || right > frame.right + 1) found.push('Wider than its button: ' + textOf(button));
      if (top >= (lines.at(-1) ?? -Infinity) - 2) lines.push(bottom);
    }
    if (lines.length > 2) found.push('More than two lines: ' + textOf(button));
  }
  return found;
})()`;

/** What of the page as it stands is cut off, scrolls sideways or is too long for its button. */
export async function misfitsOn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(misfits);
}
