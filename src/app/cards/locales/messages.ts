import type { en } from './en';

/** The name of a message. */
export type Key = keyof typeof en;

/** A message of any language: a text, or plural forms of one. Every language has the form `other`. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** All that a language says. A missing or unknown key is a type error. */
export type Messages = Readonly<Record<Key, Message>>;

type Places<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
type PlacesOf<M> = M extends string ? Places<M> : Places<M[keyof M]>;

/** The places of a message, and nothing else; `n` is a number, because it is counted and formatted. */
export type Fills<K extends Key> = { [Name in PlacesOf<(typeof en)[K]>]: Fill };
export type Fill = string | number;

/** Says a message: `t('back')`, `t('associate', { n: 38 })`. */
export type Translate = <K extends Key>(
  key: K,
  ...fills: PlacesOf<(typeof en)[K]> extends never ? [] : [Fills<K>]
) => string;
