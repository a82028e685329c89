import type { ActionMessages } from '../messages';

/** The messages of the bulk action in Spanish. */
export const es: ActionMessages = {
  actionSelected: 'En la lista seleccionaste: {records}',
  actionRepeated: 'Registros repetidos en la lista, que cuentan una sola vez: {n}.',
  actionUnreadable: 'Registros omitidos porque HubSpot no indicó su ID exacto: {n}.',
  actionNone: 'No hay registros seleccionados',
  actionNoneText: 'Selecciona registros en la lista y vuelve a iniciar esta acción.',
  actionKeepOpen:
    'Deja abierto este panel hasta que termine la ejecución. Si lo cierras, se detiene; lo hecho se conserva.',
  actionDone: 'Ya puedes cerrar este panel. La lista mostrará los cambios cuando se vuelva a cargar.',
  actionReload: 'Volver a cargar la lista',
  anchorTitle_associate: '¿Con qué registros quieres asociarlos?',
  anchorTitle_remove: '¿Con qué registros dejarán de estar asociados?',
  anchorsTogether: '{records}',
  anchorLabelHint: 'La etiqueta que los registros que seleccionas abajo muestran junto a los de la lista.',
  anchorNone: 'Selecciona al menos uno abajo.',
  anchorRemove: 'Quitar {name}',
  anchorFull: 'Ya son {most}, el máximo que se puede seleccionar aquí.',
  anchorName: 'ID, URL, nombre, correo o dominio de un registro',
  anchorNotFound: 'Esta cuenta no tiene ese registro, o se eliminó.',
  anchorUnreadable: 'Esto no identifica un registro de este tipo de objeto.',
  anchorOnlyOne:
    'Puede que sea más de un valor. Busca los registros de uno en uno y escribe el ID sin separadores.',
  anchorSeveral: 'Coincide con más de un registro. Selecciona el correcto.',
  anchorSuggested: 'Empresas con el dominio de correo de los contactos seleccionados',
  anchorLeftOut: {
    one: 'Se omite {n} de estas asociaciones, como indicaste en la revisión.',
    many: 'Se omiten {n} de estas asociaciones, como indicaste en la revisión.',
    other: 'Se omiten {n} de estas asociaciones, como indicaste en la revisión.',
  },
  anchorPairs: {
    one: '{records} × {anchors} = {n} asociación',
    many: '{records} × {anchors} = {n} de asociaciones',
    other: '{records} × {anchors} = {n} asociaciones',
  },
};
