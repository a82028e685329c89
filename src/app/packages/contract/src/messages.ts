/** `read_messages`: what the card's panel says in one language. It needs no access to the account. */
export interface MessagesParameters {
  /** A BCP 47 tag: `ja`, `pt-br`. */
  language: string;
}

/** The messages of the panel in one language. */
export interface MessagesAnswer {
  /** The language of the messages: the closest to the one asked for; `en` if there is none. */
  language: string;
  /** By key: a text, or its plural forms. Empty for English, which the card has itself. */
  messages: Record<string, string | Partial<Record<string, string>>>;
}
