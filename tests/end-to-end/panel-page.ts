import type { Locator, Page } from 'playwright-core';
import { en, faces, type Language } from '@bulk-associate/messages';
import { panels } from '@bulk-associate/messages/panel';
import { createTranslator, type Translator } from '../../src/app/cards/locales/translator';
import { notePanelChanges, readPanel, wasPressIgnored } from './reading-time';

/** Where a test looks at the card. */
export interface Edition {
  language: Language;
  place: 'tab' | 'sidebar';
}

/** Pages that note the panel's changes. */
const noting = new WeakSet<Page>();

/** The record page as a person uses it: by what it says, in any of the card's languages. */
export class PanelPage {
  readonly translator: Translator;

  constructor(
    readonly page: Page,
    private readonly url: string,
    readonly edition: Edition = { language: 'en', place: 'tab' },
  ) {
    const { language } = edition;
    const messages = language === 'en' ? en : { ...faces[language], ...panels[language] };
    this.translator = createTranslator(language, messages, 'Europe/London');
  }

  /** Says a message of the card: what is looked for is what the card says. */
  get t(): Translator['t'] {
    return this.translator.t;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Loads a record's page, `0-2/18300000101`, with the panel closed. */
  async goTo(record: string): Promise<void> {
    const { language, place } = this.edition;
    await this.load(`record/${record}?controls=0&lang=${language}&place=${place}`);
  }

  /** Loads the index page of an object type, whose bulk action opens in a panel as well. */
  async goToList(objectType: string): Promise<void> {
    await this.load(`objects/${objectType}?controls=0&lang=${this.edition.language}`);
    await this.page.locator('tbody tr').first().waitFor();
  }

  private async load(address: string): Promise<void> {
    if (!noting.has(this.page)) await notePanelChanges(this.page);
    noting.add(this.page);
    await this.page.goto(`${this.url}${address}`);
  }

  /** Opens the panel on a record, or on the one that is shown. */
  async open(record?: string): Promise<void> {
    if (record !== undefined) await this.goTo(record);
    await this.page.getByRole('button', { name: this.t('faceOpen'), exact: true }).click();
    await this.dialog.getByRole('searchbox').waitFor();
  }

  /** Of the panel; a name that is text is the whole name. */
  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  }

  /** Presses the panel's first such button, once the panel takes presses; again, if it changed just before. */
  async press(name: string | RegExp): Promise<void> {
    const button = this.button(name).first();
    await button.waitFor();
    await this.takesPresses();
    await button.click();
    if (!(await wasPressIgnored(this.page))) return;
    if ((await button.count()) > 0) await button.click();
  }

  /** Waits until the panel takes presses. */
  async takesPresses(): Promise<void> {
    await readPanel(this.page);
  }

  /** Waits until the panel says something. */
  async says(text: string | RegExp): Promise<void> {
    await this.dialog.getByText(text).first().waitFor();
  }

  /**
   * Waits until the page says that something was copied. It says so twice where `press` has pressed again: copying changes
   * nothing in the panel by which `press` could see that it was heard.
   */
  async saysCopied(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Of the panel: a source of records, or a group of the review. */
  tab(name: string | RegExp): Locator {
    return this.dialog.getByRole('tab', { name });
  }

  /** Presses a tab, and waits until it is selected: the tab before may have fields of the same kind. */
  async goToTab(name: string | RegExp): Promise<void> {
    await this.tab(name).click();
    await this.dialog.getByRole('tab', { name, selected: true }).waitFor();
  }

  /** By id, as in HubSpot's paths: `0-1`. */
  async chooseType(objectType: string): Promise<void> {
    await this.dialog.getByLabel(this.t('chooseType')).selectOption(objectType);
  }

  /** Searches, and ticks the first ones found. */
  async tick(query: string, count: number): Promise<void> {
    await this.dialog.getByRole('searchbox').fill(query);
    const rows = this.dialog.getByRole('row').filter({ hasText: new RegExp(query, 'i') });
    await rows.nth(count - 1).waitFor();
    for (let n = 0; n < count; n++) await rows.nth(n).getByRole('checkbox').check();
  }

  /** Puts a text into the paste field from the clipboard, in place of what is there. */
  async write(text: string): Promise<void> {
    await this.goToTab(this.t('source_paste'));
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await this.dialog.getByRole('textbox').focus();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** Pastes a text and has it looked up. */
  async paste(text: string): Promise<void> {
    await this.write(text);
    await this.press(this.t('pasteFind'));
  }

  /** The button of a segment that adds its members, and shows their review if nothing else is selected. */
  segmentButton(name: string): Locator {
    const label = new RegExp(`^(${this.t('segmentAdd')}|${this.t('segmentReview')})$`);
    return this.dialog.getByRole('row').filter({ hasText: name }).getByRole('button', { name: label });
  }

  /** Adds all members of a segment. */
  async takeSegment(name: string): Promise<void> {
    await this.goToTab(this.t('source_segment'));
    await this.segmentButton(name).click();
  }

  /** Waits until the panel asks for the column of a pasted table: the buttons before and after have the same words. */
  async asksColumn(): Promise<void> {
    await this.says(this.t('pasteColumnLabel'));
  }

  /**
   * Goes on to the review of so many records. Of a small selection it need not be shown, but can be. Where not all of them
   * are new, see `needsReview`.
   */
  async review(n: number): Promise<void> {
    const { t } = this;
    await this.dialog
      .getByRole('button', { name: new RegExp(`(?<!\\d)${this.translator.number(n)}(?!\\d)`) })
      .last()
      .waitFor();
    await this.press(new RegExp(`^(${t('chooseReview', { n })}|${t('step_review')})$`));
    await this.button(t('back')).first().waitFor();
  }

  /**
   * Waits until the panel has found out that not all of so many selected records are new. It changes what the buttons do
   * then, and would ignore a press of a moment later.
   */
  async needsReview(n: number): Promise<void> {
    await this.button(this.t('chooseReview', { n })).waitFor();
  }

  /** Presses the button that associates so many contacts, at the selection, the review or the second confirmation. */
  async associate(n: number): Promise<void> {
    await this.press(this.t('carry_out_associate', { records: this.t('nContacts', { n }) }));
  }

  /** What the clipboard holds. */
  clipboard(): Promise<string> {
    return this.page.evaluate<string>('navigator.clipboard.readText()');
  }

  /** Waits until the heading of one of the page's own lists says this; it says how many records are linked. */
  async listGrowsTo(title: string): Promise<void> {
    await this.page.getByRole('heading', { name: title }).waitFor();
  }

  /** The way from the choice to the result, without a second confirmation. */
  async run(chosen: number, sent = chosen): Promise<void> {
    await this.review(chosen);
    await this.associate(sent);
  }

  /** Holds the calls of an app function back, from the one after so many on; lets them go when asked. */
  async hold(uid: string, after = 0): Promise<() => void> {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let seen = 0;
    await this.page.route(`**/functions/${uid}`, async (route) => {
      seen += 1;
      if (seen > after) await released;
      await route.continue().catch(() => undefined);
    });
    return release;
  }
}
