import { Button, Checkbox, type ButtonProps } from '@hubspot/ui-extensions';
import { createRenderer, type RenderedElementNode } from '@hubspot/ui-extensions/testing';
import { BulkAssociate } from '../face/BulkAssociate';
import type { Place } from '../face/place';
import { FakeSdk } from './fake-sdk';
import { wordsIn } from './words';

type ButtonNode = RenderedElementNode<ButtonProps>;

/** The whole card, drawn by HubSpot's test renderer, and the words to use it with. */
export function openCard(sdk = new FakeSdk(), place: Place = 'tab') {
  const renderer = createRenderer('crm.record.tab');
  renderer.render(<BulkAssociate sdk={sdk} place={place} />);
  const button = (label: string) => renderer.find(Button, (node) => wordsOf(node) === label);
  const card = {
    sdk,
    renderer,
    button,
    hasButton: (label: string) => renderer.findAll(Button).some((node) => wordsOf(node) === label),
    press: (label: string) => {
      // A person takes a moment to read.
      sdk.clock.time += 1000;
      press(button(label));
    },
    pressAtOnce: (label: string) => press(button(label)),
    text: () => wordsIn(renderer.getRootNode()),
    tick: (label: string, isTicked = true) => {
      const box = renderer.find(Checkbox, (node) => wordsOf(node) === label);
      box.trigger('onChange', isTicked as never);
    },
    /** Waits until the card says something. */
    sees: (words: string) =>
      until(
        () => card.text().includes(words),
        () => `“${words}” in: ${card.text()}`,
      ),
  };
  return card;
}

/** The label of a button or a check box, without what its overlay says. */
function wordsOf({ childNodes }: { childNodes: unknown[] }): string {
  return childNodes.map(wordsIn).join(' ');
}

/** Presses a button as a person can: one that is disabled does nothing. */
function press(button: ButtonNode): void {
  if (button.props.disabled) throw new Error(`The button “${wordsOf(button)}” is disabled.`);
  button.trigger('onClick');
}

/** HubSpot's `waitFor` looks again only when the tree changes, and hides what was expected. */
async function until(isSo: () => boolean, expected: () => string): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`The card does not show ${expected()}`);
}
