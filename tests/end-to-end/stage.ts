import {
  animationsEnd,
  barriersOn,
  sharedBrowser,
  PageOfFile,
  type ServerControls,
} from 'hubspot-local/testing';
import type { BrowserContext, Page } from 'playwright-core';
import { sharedLocalServer } from './local-server';
import { PanelPage, type Edition } from './panel-page';

/** The stand-in and a page for the tests of one file; each test gets a CRM as it was seeded, and the page as if it were new. */
export interface Stage {
  server: ServerControls;
  context: BrowserContext;
  page: Page;
  /** The record page, as a person uses it. */
  panelIn(edition: Edition): PanelPage;
  /** Waits until the page is drawn and nothing on it moves or fades, other than what never ends: a spinner. */
  atRest(): Promise<void>;
  /** What axe finds serious or critical on the page as it stands. */
  barriers(): Promise<string[]>;
}

/** In the page: resolves when nothing on it has changed for a while. A card's button comes before its text. */
const unchanged = `new Promise((resolve) => {
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (observer.disconnect(), resolve()), 200);
  };
  const observer = new MutationObserver(wait);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  wait();
})`;

/** Sets the stage up and takes it down. A test fails if the card had an error, or asked for what is not drawn. */
export function setTheStage(): Stage {
  const stage = {} as Stage;
  let page: PageOfFile;
  jest.setTimeout(180_000);
  beforeAll(async () => {
    stage.server = await sharedLocalServer();
    page = new PageOfFile(await sharedBrowser(), { width: 1400, height: 900 });
  });
  afterAll(() => page?.close());
  beforeEach(async () => {
    await stage.server.reset();
    stage.page = await page.fresh();
    stage.context = stage.page.context();
  });
  afterEach(async () => {
    const problems = await stage.page.locator('.problems').allTextContents();
    expect(problems).toEqual([]);
  });
  stage.panelIn = (edition) => new PanelPage(stage.page, stage.server.url, edition);
  stage.atRest = async () => {
    await stage.page.evaluate(unchanged);
    await animationsEnd(stage.page);
  };
  stage.barriers = () => barriersOn(stage.page);
  return stage;
}
