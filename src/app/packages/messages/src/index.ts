export { en } from './english';
export { faces } from './face';
export { closest, languageFor, languages, type Language } from './languages';
export type {
  ActionKey,
  ActionMessages,
  BackEndKey,
  BackEndMessages,
  FaceKey,
  FaceMessages,
  Key,
  Message,
  Messages,
  PanelKey,
  PanelMessages,
} from './messages';
