/** Markdown, an HTML anchor, a HYPERLINK formula: an address and the words that stand for it. */
export function linkWithLabel(text: string): { address: string; label: string } | undefined {
  if (!/^[[<=]/.test(text)) return undefined;
  const markdown = /^\[([^[\]]{0,500})\]\(<?([^\s()<>]{1,2000})>?(?:\s+"[^"]{0,200}")?\)$/.exec(text);
  if (markdown) return { label: markdown[1] ?? '', address: markdown[2] ?? '' };
  const anchor =
    /^<a\s[^<>]{0,500}?href=["']?([^"'<>\s]{1,2000})["']?[^<>]{0,500}>([^<>]{0,500})<\/a>$/i.exec(text);
  if (anchor) return { label: anchor[2] ?? '', address: anchor[1] ?? '' };
  const formula = /^=HYPERLINK\(\s*"([^"]{1,2000})"\s*(?:[,;]\s*"([^"]{0,500})"\s*)?\)$/i.exec(text);
  return formula ? { label: formula[2] ?? '', address: formula[1] ?? '' } : undefined;
}
