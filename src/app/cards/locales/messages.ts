import type { en, FaceKey, Key, Message } from '@bulk-associate/messages';

type Places<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
export type PlacesOf<M> = M extends string ? Places<M> : Places<M[keyof M]>;

/** Messages by key, of which any may be missing. */
export type SomeMessages = Readonly<Partial<Record<string, Message>>>;

/** A value for each placeholder of a message. Numbers are formatted, and `n` also decides the plural form. */
export type Fills<K extends Key> = FillsOf<(typeof en)[K]>;
export type FillsOf<M> = { [Name in PlacesOf<M>]: Fill };
export type Fill = string | number;

/**
 * Returns a message with its placeholders filled: `t('back')`, `t('associate', { n: 38 })`. A word without a placeholder
 * may be given the number that it stands beside: some languages decline it.
 */
export type Translate<Known extends Key = Key> = <K extends Known>(
  key: K,
  ...fills: PlacesOf<(typeof en)[K]> extends never ? [beside?: { n: number }] : [Fills<K>]
) => string;

/** Says what is drawn before the panel is open. */
export type TranslateFace = Translate<FaceKey>;
