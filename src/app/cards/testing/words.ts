interface Node {
  text?: string | null;
  props?: Record<string, unknown>;
  childNodes?: readonly unknown[];
}

/** Props that a person reads. */
const spoken = ['title', 'label', 'description', 'valueDescription', 'validationMessage'];

/** All that is said in a tree of HubSpot's test renderer, also in its panels; a node's own `text` is but its direct text. */
export function wordsIn(node: unknown): string {
  const { text, props = {}, childNodes } = node as Node;
  const said = spoken.map((name) => props[name]).filter((value) => typeof value === 'string');
  const fragments = Object.values(props).filter(isNode);
  const children = childNodes ? [...childNodes, ...fragments].map(wordsIn) : [text ?? ''];
  return [...said, ...children].filter(Boolean).join(' ');
}

function isNode(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'childNodes' in value;
}
