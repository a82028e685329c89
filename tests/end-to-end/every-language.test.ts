import { languages } from '@bulk-associate/messages';
import { goThrough, narrow } from './judged-walk';
import { setTheStage } from './stage';
import { walks } from './walks';

/** English and Japanese are walked through in `for-everybody.test.ts`, where axe judges every screen too. */
const others = languages.filter((language) => language !== 'en' && language !== 'ja');

const stage = setTheStage();

describe.each(others)('in %s, in a narrow window', (language) => {
  it.each(Object.entries(walks))('each step %s fits, and is in the language', async (_, walk) => {
    await stage.page.setViewportSize({ width: narrow, height: 900 });
    await goThrough(walk, stage, stage.panelIn({ language, place: 'sidebar' }));
  });
});
