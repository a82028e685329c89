import type { en } from './en';

/** The key of a message. */
export type Key = keyof typeof en;

/** A message: a text, or its plural forms. Every language has the form `other`. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** All messages of a language. A missing or unknown key is a type error. */
export type Messages = Readonly<Record<Key, Message>>;

type Places<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
type PlacesOf<M> = M extends string ? Places<M> : Places<M[keyof M]>;

/** A value for each placeholder of a message. Numbers are formatted, and `n` also decides the plural form. */
export type Fills<K extends Key> = { [Name in PlacesOf<(typeof en)[K]>]: Fill };
export type Fill = string | number;

/** Returns a message with its placeholders filled: `t('back')`, `t('associate', { n: 38 })`. */
export type Translate = <K extends Key>(
  key: K,
  ...fills: PlacesOf<(typeof en)[K]> extends never ? [] : [Fills<K>]
) => string;
