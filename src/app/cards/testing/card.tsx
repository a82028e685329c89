import type { ReactElement } from 'react';
import { Button, Checkbox, type ButtonProps } from '@hubspot/ui-extensions';
import { createRenderer, type RenderedElementNode } from '@hubspot/ui-extensions/testing';
import type { BackEnd } from '../edition/back-end';
import { BulkAssociate } from '../face/BulkAssociate';
import type { Place } from '../face/place';
import { FakeSdk } from './fake-sdk';
import { wordsIn } from './words';

type ButtonNode = RenderedElementNode<ButtonProps>;

/** Renders the card. Returns functions to use it as a user does. */
export function openCard(sdk = new FakeSdk(), place: Place = 'tab', backEnd?: BackEnd) {
  const card = render(<BulkAssociate sdk={sdk} place={place} backEnd={backEnd} />, sdk);
  return {
    ...card,
    /** Opens the panel, once the card can. */
    openPanel: async () => {
      await card.sees('Associate records');
      card.press('Associate records');
    },
  };
}

/** Renders a part of the card with HubSpot's test renderer. Returns functions to use it as a user does. */
export function render(
  part: ReactElement,
  sdk: FakeSdk,
  location: 'crm.record.tab' | 'crm.bulkActions' = 'crm.record.tab',
) {
  const renderer = createRenderer(location);
  renderer.render(part);
  const button = (label: string) => renderer.find(Button, (node) => wordsOf(node) === label);
  const card = {
    sdk,
    renderer,
    button,
    hasButton: (label: string) => renderer.findAll(Button).some((node) => wordsOf(node) === label),
    press: (label: string) => {
      // Longer than the time in which the card ignores a second click.
      sdk.clock.time += 1000;
      press(button(label));
    },
    pressAtOnce: (label: string) => press(button(label)),
    text: () => wordsIn(renderer.getRootNode()),
    tick: (label: string, isTicked = true) => {
      const box = renderer.find(Checkbox, (node) => wordsOf(node) === label);
      box.trigger('onChange', isTicked as never);
    },
    /** Waits until the card shows a text. */
    sees: (words: string) =>
      until(
        () => card.text().includes(words),
        () => `“${words}” in: ${card.text()}`,
      ),
  };
  return card;
}

/** The label of a button or a check box, without the text of its overlay. */
function wordsOf({ childNodes }: { childNodes: unknown[] }): string {
  return childNodes.map(wordsIn).join(' ');
}

/** Presses a button. Throws if it is disabled. */
function press(button: ButtonNode): void {
  if (button.props.disabled) throw new Error(`The button “${wordsOf(button)}” is disabled.`);
  button.trigger('onClick');
}

/** Lets happen what waits for no time: the answers of fake functions, and the drawing after them. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
}

/** Polls a condition. HubSpot's `waitFor` checks only when the tree changes, and its error hides what was expected. */
export async function until(isSo: () => boolean, expected: () => string): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`The card does not show ${expected()}`);
}
