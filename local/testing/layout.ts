import type { Page } from 'playwright-core';

/**
 * In the page: what does not fit. Not counted are a table, which scrolls within its frame, names that are cut in its cells,
 * what is typed into a field, and the one pixel of what is visually hidden. A box that shows what overflows it is not
 * counted either: what is around it overflows then.
 */
const misfits = `(() => {
  const found = [];
  const textOf = (one) => (one.innerText || one.getAttribute('aria-label') || one.className).trim().slice(0, 80);
  // Written without spaces: a line may begin with any letter.
  const asian = /[\\u3000-\\u303f\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]/u;
  /** The texts in an element, each with the boxes of its lines. */
  const textsIn = (one) => {
    if (one.nodeType !== 3) return [...one.childNodes].flatMap(textsIn);
    const range = document.createRange();
    range.selectNodeContents(one);
    return [[one.data, [...range.getClientRects()].filter(({ width }) => width > 1)]];
  };
  const linesOf = (rects) => {
    const bottoms = [];
    for (const { top, bottom } of [...rects].sort((one, other) => one.top - other.top))
      if (top >= (bottoms.at(-1) ?? -Infinity) - 2) bottoms.push(bottom);
    return bottoms.length;
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
    const rects = textsIn(button).flatMap(([, boxes]) => boxes);
    if (rects.some(({ left, right }) => left < frame.left - 1 || right > frame.right + 1))
      found.push('Wider than its button: ' + textOf(button));
    if (linesOf(rects) > 2) found.push('More than two lines: ' + textOf(button));
  }
  for (const cell of document.querySelectorAll('td, th, button')) {
    for (const [text, rects] of textsIn(cell)) {
      const words = text.trim().split(/[\\s/-]+/).length;
      if (linesOf(rects) > words && !asian.test(text)) found.push('Broken within a word: ' + textOf(cell));
    }
  }
  return found;
})()`;

/** What of the page as it stands is cut off, scrolls sideways or is too long for its button. */
export async function misfitsOn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(misfits);
}
