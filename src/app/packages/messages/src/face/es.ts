import type { FaceMessages } from '../messages';

export const es: FaceMessages = {
  Contacts: 'contactos',
  Companies: 'empresas',
  Deals: 'negocios',
  Tickets: 'tickets',
  thisRecord: 'este registro',

  faceLead: 'Asocia muchos registros con {record} de una sola vez y consulta el resultado de cada uno.',
  faceCountMore: 'más de {n}',
  faceCountFailed: 'no disponible',
  faceOpen: 'Asociar registros',
  faceShowSuggested: 'Ver sugerencias',

  panel_title_associate: 'Asociar registros con {record}',
  panel_title_remove: 'Quitar asociaciones con {record}',
  loading: 'Cargando…',
  tryAgain: 'Reintentar',
  detailed: '{what} ({detail})',
  forSupport: 'Para el soporte de HubSpot: {id}',

  problem_NO_ANSWER: 'Sin respuesta',
  problem_NO_ANSWER_text: 'Puede que no tengas conexión o que la aplicación esté lenta. Vuelve a intentarlo.',
  problem_HUBSPOT_UNAVAILABLE: 'No disponible en este momento',
  problem_HUBSPOT_UNAVAILABLE_text:
    'Hay un problema en HubSpot o en la aplicación. Vuelve a intentarlo en un minuto.',
  problemRecord: 'HubSpot no indicó el ID exacto de este registro.',
  problemNothing: 'No se puede asociar nada',
  problemNothingText:
    'Esta cuenta no define ninguna asociación con {record}. Un administrador puede agregar una en el modelo de datos.',
};
