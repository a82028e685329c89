import type { BackEndMessages } from '../messages';

/** The messages of what only the hosted back end offers, in Spanish. */
export const es: BackEndMessages = {
  runGoesOn: 'Puedes cerrar esta página; la ejecución continúa.',
  runLeave: 'Seleccionar otros registros mientras tanto',
  going_run: 'Hay una ejecución en curso: {done} de {total}',
  going_undo: 'Se está deshaciendo una ejecución: {done} de {total}',
  history: 'Historial',
  historyTitle: 'Ejecuciones en {record}',
  historyText: 'Lo que se hizo desde este registro, empezando por lo más reciente.',
  historyNone: 'No hay ejecuciones',
  historyNoneText:
    'Aquí aparecen las ejecuciones que se iniciaron desde este registro, hasta que se eliminan.',
  historyYou: 'Tú',
  historyUser: 'Usuario {id}',
  historyDeletedAt: 'Se conserva hasta: {date}',
  historyStopped: 'ejecución detenida',
  historyOpen: 'Ver resultado',
  historyBack: 'Volver al historial',
  historyDelete: 'Eliminar',
  historyDeleteAsk:
    '¿Eliminar esta entrada? Lo que la ejecución hizo en HubSpot se conserva. Ya no se podrá deshacer desde aquí.',
  historyDeleteAll: 'Eliminar todas las ejecuciones de la cuenta',
  historyDeleteAllAsk:
    '¿Eliminar las ejecuciones de todos los registros de esta cuenta? Lo que hicieron en HubSpot se conserva. Ya no se podrá deshacer ninguna desde aquí.',
  admin: 'Quién puede usar esta aplicación',
  adminOpen: 'Abrir la página (su URL sirve una sola vez)',
  refused_not_allowed: 'No puedes usar esta aplicación',
  refused_not_admin: 'Solo puede hacerlo un administrador de esta aplicación',
  refused_run_gone: 'Esta ejecución ya no se conserva',
  refused_run_gone_text: 'Se eliminó. Lo que hizo en HubSpot se conserva.',
  refused_run_busy: 'Esta ejecución no ha terminado',
  refused_run_busy_text: 'Espera a que termine o detenla.',
  refused_run_incomplete: 'No se pudo iniciar la ejecución',
  refused_run_incomplete_text: 'No llegaron todos sus registros. No se hizo nada. Iníciala de nuevo.',
  refused_too_many_runs: 'Hay demasiadas ejecuciones en curso en esta cuenta',
  refused_too_many_runs_text: 'Espera a que terminen algunas. No se hizo nada.',
  ask: 'Pregunta a: {ask}',
  askAdmin: 'Pregunta al administrador de esta aplicación o a la persona que la instaló.',
};
