import { foldName, normalizeText } from './characters';
import { hasBulletSign, peel, withoutBullet, withoutWrapping } from './peel';
import { familyNameFirst } from '../record-properties';

/** Characters of a name that is looked up: two spellings of it have to fit into HubSpot's 3,000 of a search. */
export const maxNameLength = 700;

/** A contact's name, taken apart. An empty part means that the property is empty. */
export interface ContactName {
  first: string;
  last: string;
}

const mostSplits = 8;

const titles = new Set(
  (
    'mr mrs ms miss mx dr prof sir dame rev fr hon capt col herr frau hr fr. dipl ing mag m mme mlle monsieur madame ' +
    'sr sra srta don doña dra dott dott.ssa sig sig.ra ing.'
  ).split(' '),
);
const degrees = new Set(
  'jr sr ii iii iv phd ph.d md m.d dds esq mba cpa pe rn llm llb msc bsc ma ba bs ms jd dphil pmp cfa'.split(
    ' ',
  ),
);
const honorifics = /(?:さん|様|さま|氏|君|先生|殿|女士|님|씨)$/u;

/**
 * The ways in which a contact's name may be split between its two properties, likeliest first, 8 at most:
 * `Smith, Ann`, `Ann Mary Smith`, `山田太郎`. Names in Latin letters are never turned around without a comma: James
 * Martin and Martin James are two people.
 */
export function contactNames(text: string): ContactName[] {
  const name = normalizeText(text);
  if (!looksLikeName(name)) return [];
  const short = splitsOf(withoutAdditions(name));
  const full = splitsOf(name);
  const seen = new Set<string>();
  return [...short, ...full]
    .filter(({ first, last }) => {
      const key = `${first}\n${last}`;
      return seen.size < mostSplits && !seen.has(key) && seen.add(key) !== undefined;
    })
    .slice(0, mostSplits);
}

function looksLikeName(name: string): boolean {
  if (name.length === 0 || name.length > 120) return false;
  if (!/^[\p{L}\p{M}\d'’‘.,()\-–·・&" ]+$/u.test(name) || !/^["'(‘]?[\p{L}\d]/u.test(name)) return false;
  // A name may hold a number, as `Agent 47`; long ones are ids and phone numbers.
  if (!/\p{L}/u.test(name) || /\d{5}/.test(name)) return false;
  if (/\p{L}\.\p{L}{2,}/u.test(name)) return false;
  return name.split(' ').length <= 7 && name.split(',').length <= 3;
}

/** Without titles, degrees, honorifics, and what stands in brackets or behind a dash. */
function withoutAdditions(name: string): string {
  const bare = name
    .replace(/\([^()]*\)/g, ' ')
    .replace(/ [-–] .*$/, '')
    .replace(honorifics, '');
  const [main = '', ...others] = bare.split(',');
  const rest = others.filter((part) => !degrees.has(part.trim().toLowerCase().replace(/\.$/, '')));
  const words = [main, ...rest].join(',').split(' ').filter(Boolean);
  while (words.length > 1 && titles.has((words[0] ?? '').toLowerCase().replace(/\.$/, ''))) words.shift();
  while (words.length > 2 && degrees.has((words.at(-1) ?? '').toLowerCase().replace(/\.$/, ''))) words.pop();
  return words.join(' ').trim();
}

function splitsOf(name: string): ContactName[] {
  const parts = name.split(',').map((part) => part.trim());
  if (parts.length === 2 && parts.every(Boolean)) return [{ first: parts[1] ?? '', last: parts[0] ?? '' }];
  if (parts.length > 1 || name === '') return [];
  const words = name.split(/[ ・]/).filter(Boolean);
  if (familyNameFirst.test(name)) return eastAsianSplits(name, words);
  return words.length === 1 ? undivided(name) : splitsAt(words, ' ', [words.length - 1, 1, 2, 3]);
}

function splitsAt(words: readonly string[], joint: string, positions: readonly number[]): ContactName[] {
  return [...new Set(positions)]
    .filter((at) => at > 0 && at < words.length)
    .map((at) => ({ first: words.slice(0, at).join(joint), last: words.slice(at).join(joint) }));
}

/** Family name first, and the other way round where forms asked for the given name first. */
function eastAsianSplits(name: string, words: readonly string[]): ContactName[] {
  if (words.length === 2) {
    const [family = '', given = ''] = words;
    return [{ first: given, last: family }, { first: family, last: given }, ...undivided(name)];
  }
  const characters = Array.from(words.join(''));
  if (characters.length > 12) return undivided(name);
  const lengths = characters.length === 3 && /^\p{Script=Hangul}/u.test(name) ? [1, 2] : [2, 1, 3, 4];
  return [
    ...splitsAt(characters, '', lengths).map(({ first, last }) => ({ first: last, last: first })),
    ...undivided(name),
  ];
}

/** The whole name in one of the two properties. */
function undivided(name: string): ContactName[] {
  return [
    { first: name, last: '' },
    { first: '', last: name },
  ];
}

/** Readings of one text as a name, at most: each costs a search. */
const mostNames = 4;
/** So often a name is unwrapped, at most. */
const mostLayers = 12;

/**
 * The names that a text may stand for, likeliest first: as it stands, because every sign in it may belong to the name,
 * and then without the bullet or the quotes around it.
 */
export function namesIn(text: string): string[] {
  return layersOf(text)
    .slice(0, mostNames)
    .filter((name) => isName(name));
}

/** A person's name without all that stands around it; undefined where the text is none. */
export function contactNameIn(text: string): string | undefined {
  return [peel(text), ...layersOf(text)].findLast((name) => contactNames(name).length > 0);
}

/** The text, and what is left of it each time that a bullet, quotes or brackets around it are taken away. */
function layersOf(text: string): string[] {
  const whole = text.trim();
  const layers = hasBulletSign(whole) ? [] : [whole];
  for (let name = withoutBullet(whole).trim(); layers.length < mostLayers;) {
    if (!layers.includes(name)) layers.push(name);
    const bare = withoutBullet(withoutWrapping(name.replace(/^=(?=")|^'(?!.*')|[,;]$/, ''))).trim();
    if (bare === name) break;
    name = bare;
  }
  const plain = withoutSymbols(layers.at(-1) ?? '');
  return layers.includes(plain) ? layers : [...layers, plain];
}

const symbol = /[\p{Extended_Pictographic}\p{So}™®©*†‡\s]/u;

/** Without the marks that people put behind a name: `Contoso™`, `Wingtip ✅`. */
function withoutSymbols(name: string): string {
  const characters = Array.from(name);
  while (characters.length > 1 && symbol.test(characters.at(-1) ?? '')) characters.pop();
  return characters.join('');
}

/** A letter or digit in it, and not longer than names are. */
function isName(text: string): boolean {
  return text.length > 0 && text.length <= maxNameLength && hasText(text);
}

/**
 * The spellings in which HubSpot may hold a name, likeliest first, 4 at most: its search compares the characters
 * themselves, but for their case. `original` is the spelling in the pasted text.
 */
export function nameForms(value: string, original: string = value): string[] {
  const straight = value
    .replace(/['‘’ʼ]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-');
  const curly = value.replace(/['‘’ʼ]/g, '’').replace(/ [-—] /g, ' – ');
  return [...new Set([value, original, straight, curly])];
}

/** Whether two names are the same to a reader. */
export function isSameName(one: string, other: string): boolean {
  return foldName(one) === foldName(other);
}

/** Whether there is anything to look for: a letter or a digit, not only ① or ². */
export function hasText(text: string): boolean {
  return /[\p{L}\p{Nd}\p{Nl}]/u.test(text);
}
