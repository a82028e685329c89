/** Parameters of Punycode, as RFC 3492 sets them for domain names. */
const base = 36;
const smallest = 1;
const largest = 26;
const skew = 38;
const damp = 700;
const firstBias = 72;
const firstCode = 128;
const digits = 'abcdefghijklmnopqrstuvwxyz0123456789';

const longestLabel = 63;

/** A domain with its internationalised labels as `xn--…`; undefined where a label cannot be written so. */
export function toAsciiDomain(domain: string): string | undefined {
  const labels = domain.split('.').map((label) => (/^[ -~]*$/.test(label) ? label : `xn--${encode(label)}`));
  return labels.every((label) => label.length <= longestLabel) ? labels.join('.') : undefined;
}

/** A domain with its `xn--…` labels as the letters they stand for; undefined where a label stands for none. */
export function toUnicodeDomain(domain: string): string | undefined {
  const labels = domain
    .split('.')
    .map((label) => (label.startsWith('xn--') ? decode(label.slice(4)) : label));
  return labels.every((label) => label !== undefined) ? labels.join('.') : undefined;
}

function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? damp : 2));
  rest += Math.floor(rest / count);
  let bias = 0;
  while (rest > ((base - smallest) * largest) / 2) {
    rest = Math.floor(rest / (base - smallest));
    bias += base;
  }
  return bias + Math.floor((base * rest) / (rest + skew));
}

function threshold(position: number, bias: number): number {
  return Math.min(largest, Math.max(smallest, position - bias));
}

function encode(label: string): string {
  const codes = Array.from(label, (character) => character.codePointAt(0) ?? 0);
  const plain = codes.filter((code) => code < firstCode);
  let output = String.fromCodePoint(...plain) + (plain.length > 0 ? '-' : '');
  let code = firstCode;
  let delta = 0;
  let bias = firstBias;
  for (let done = plain.length; done < codes.length; code += 1) {
    const next = Math.min(...codes.filter((each) => each >= code));
    delta += (next - code) * (done + 1);
    code = next;
    for (const each of codes) {
      if (each < code) delta += 1;
      if (each !== code) continue;
      output += variableLength(delta, bias);
      bias = adapt(delta, done + 1, done === plain.length);
      delta = 0;
      done += 1;
    }
    delta += 1;
  }
  return output;
}

function variableLength(delta: number, bias: number): string {
  let output = '';
  let rest = delta;
  for (let position = base; ; position += base) {
    const limit = threshold(position, bias);
    if (rest < limit) return output + (digits[rest] ?? '');
    output += digits[limit + ((rest - limit) % (base - limit))] ?? '';
    rest = Math.floor((rest - limit) / (base - limit));
  }
}

function decode(text: string): string | undefined {
  const split = text.lastIndexOf('-');
  const codes = Array.from(text.slice(0, Math.max(0, split)), (character) => character.charCodeAt(0));
  let code = firstCode;
  let index = 0;
  let bias = firstBias;
  let at = split + 1;
  while (at < text.length) {
    const before = index;
    let weight = 1;
    for (let position = base; ; position += base) {
      const digit = digits.indexOf(text[at] ?? ' ');
      at += 1;
      if (digit < 0) return undefined;
      index += digit * weight;
      const limit = threshold(position, bias);
      if (digit < limit) break;
      weight *= base - limit;
    }
    const count = codes.length + 1;
    bias = adapt(index - before, count, before === 0);
    code += Math.floor(index / count);
    index %= count;
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    codes.splice(index, 0, code);
    index += 1;
  }
  return String.fromCodePoint(...codes);
}
