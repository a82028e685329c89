interface Node {
  text?: string | null;
  props?: Record<string, unknown>;
  childNodes?: readonly unknown[];
}

/** Props with text that users read. */
const textProps = ['title', 'label', 'description', 'valueDescription', 'validationMessage'];

/** All text in a tree of HubSpot's test renderer, including panels. A node's `text` holds only its direct text. */
export function wordsIn(node: unknown): string {
  const { text, props = {}, childNodes } = node as Node;
  const said = textProps.map((name) => props[name]).filter((value) => typeof value === 'string');
  const fragments = Object.values(props).filter(isNode);
  const children = childNodes ? [...childNodes, ...fragments].map(wordsIn) : [text ?? ''];
  return [...said, ...children].filter(Boolean).join(' ');
}

function isNode(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'childNodes' in value;
}
