import { backEnds } from './back-end';
import { readMessages, type ReadMessages } from './panel';

/** As `readMessages`, where a hosted back end answers: also the messages of what only it offers. */
export function readHostedMessages(parameters: { language: string }): ReadMessages {
  const { language, messages } = readMessages(parameters);
  return language === 'en'
    ? { language, messages }
    : { language, messages: { ...messages, ...backEnds[language] } };
}
