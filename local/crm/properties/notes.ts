import { propertiesIn, recordProperties, type Property } from './property';

const { longText, datetime, owner } = propertiesIn('engagement');

/** The properties of notes. */
export const noteProperties: Property[] = [
  datetime('hs_timestamp', ['Activity date', 'アクティビティーの日付', 'Aktivitätsdatum', "Date de l'activité", 'Fecha de actividad', 'Data da atividade']),
  longText('hs_note_body', ['Note body', 'メモの本文', 'Notiztext', 'Corps de la note', 'Cuerpo de la nota', 'Corpo da observação'], { maxLength: 65_536 }),
  owner(['Activity assigned to', 'アクティビティーの割り当て先', 'Aktivität zugewiesen zu', 'Activité attribuée à', 'Actividad asignada a', 'Atividade atribuída a']),
  ...recordProperties('engagement', 'hs_lastmodifieddate'),
]; // prettier-ignore
