export { en } from './english';
export { faces } from './face';
export { languageFor, languages, type Language } from './languages';
export type {
  ActionKey,
  ActionMessages,
  BackEndFaceMessages,
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
