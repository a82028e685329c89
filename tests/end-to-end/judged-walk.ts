import { misfitsOn } from 'hubspot-local/testing';
import type { PanelPage } from './panel-page';
import type { Stage } from './stage';
import type { Walk } from './walks';
import { wrongWordsOn } from './wrong-words';

/** The width of a narrow window, which the panel takes up, in pixels. */
export const narrow = 420;

/** Goes through the screens of a walk. Each must fit, be in the panel's language, and pass what else is expected. */
export async function goThrough(
  walk: Walk,
  { server, page, atRest }: Stage,
  panel: PanelPage,
  expectMore: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { language } = panel.edition;
  const look = async (...untranslated: string[]) => {
    await atRest();
    expect(await misfitsOn(page)).toEqual([]);
    const wrong = await wrongWordsOn(page, language);
    expect(wrong.filter((text) => !untranslated.includes(text))).toEqual([]);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    await expectMore();
  };
  await walk({ panel, server, look });
}
