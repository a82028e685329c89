import type { en as actionEn } from './action/en';
import type { en as backEndEn } from './back-end/en';
import type { en as faceEn } from './face/en';
import type { en as noteEn } from './note/en';
import type { en as panelEn } from './panel/en';

/** The key of a message that is drawn before any is loaded. */
export type FaceKey = keyof typeof faceEn;

/** The key of a message of the panel. */
export type PanelKey = keyof typeof panelEn;

/** The key of a message of the bulk action alone. */
export type ActionKey = keyof typeof actionEn;

/** The key of a message of what only the hosted back end offers. */
export type BackEndKey = keyof typeof backEndEn;

/** The key of a message. */
export type Key = FaceKey | PanelKey;

/** A message: a text, or its plural forms. Every language has the form `other`. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** Messages of one language by key. A missing or unknown key is a type error. */
export type Messages<Of extends string = Key> = Readonly<Record<Of, Message>>;

/** One language of `face/`. */
export type FaceMessages = Messages<FaceKey>;

/** One language of `panel/`. */
export type PanelMessages = Messages<PanelKey>;

/** One language of `note/`. */
export type NoteMessages = typeof noteEn;

/** One language of `action/`. */
export type ActionMessages = Messages<ActionKey>;

/** One language of `back-end/`. */
export type BackEndMessages = Messages<BackEndKey>;
