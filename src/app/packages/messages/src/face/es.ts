import type { FaceMessages } from '../messages';

export const es: FaceMessages = {
  Contacts: 'contactos',
  Companies: 'empresas',
  Deals: 'negocios',
  Tickets: 'tickets',
  thisRecord: 'este registro',

  faceLead: 'Asocia muchos registros con {record} de una sola vez y consulta el resultado de cada uno.',
  faceCountMore: 'más de {n}',
  faceCountFailed: 'se desconoce',
  faceOpen: 'Asociar registros',
  faceShowProgress: 'Ver progreso',
  faceLast: 'Última ejecución, {time}: {summary}.',
  faceShowLast: 'Ver último resultado',
  faceSuggested_email_domain: {
    one: '{n} contacto con el dominio de correo {domain} aún no está asociado.',
    many: '{n} de contactos con el dominio de correo {domain} aún no están asociados.',
    other: '{n} contactos con el dominio de correo {domain} aún no están asociados.',
  },
  faceSuggestedMore_email_domain:
    'Más de {n} contactos con el dominio de correo {domain} aún no están asociados.',
  faceSuggested_company_domain: {
    one: '{n} empresa con el dominio de este correo, {domain}, aún no está asociada.',
    many: '{n} de empresas con el dominio de este correo, {domain}, aún no están asociadas.',
    other: '{n} empresas con el dominio de este correo, {domain}, aún no están asociadas.',
  },
  faceSuggestedMore_company_domain:
    'Más de {n} empresas con el dominio de este correo, {domain}, aún no están asociadas.',
  faceSuggestedRenamed: '{types} con el dominio {domain} aún sin asociar: {count}.',
  faceShowSuggested: 'Ver sugerencias',

  panel_title_associate: 'Asociar registros con {record}',
  panel_title_remove: 'Quitar asociaciones con {record}',
  loading: 'Cargando…',
  tryAgain: 'Reintentar',
  detailed: '{what} ({detail})',
  forSupport: 'Para el soporte de HubSpot: {id}',

  problem_MISSING_SCOPES: 'A la aplicación le falta un permiso',
  problem_MISSING_SCOPES_text:
    'Un administrador de esta cuenta de HubSpot tiene que volver a instalar la aplicación.',
  problem_UNAUTHORIZED: 'La aplicación no tiene acceso a esta cuenta',
  problem_UNAUTHORIZED_text: 'Un administrador de esta cuenta de HubSpot tiene que instalarla.',
  problem_DAILY_LIMIT: 'Se alcanzó el límite diario',
  problem_DAILY_LIMIT_text:
    'Esta cuenta ha usado hoy todas sus llamadas a la API de HubSpot. Continúa después de esta hora: {time}.',
  midnight: 'medianoche ({zone})',
  problem_RATE_LIMITED: 'HubSpot pide menos llamadas',
  problem_RATE_LIMITED_text:
    'Ahora mismo hay muchas aplicaciones activas en esta cuenta. Vuelve a intentarlo dentro de un minuto.',
  problem_NO_ANSWER: 'Sin respuesta',
  problem_NO_ANSWER_text: 'Puede que no tengas conexión o que la aplicación vaya lenta. Vuelve a intentarlo.',
  problem_HUBSPOT_UNAVAILABLE: 'No disponible en este momento',
  problem_HUBSPOT_UNAVAILABLE_text:
    'HubSpot o la aplicación tienen un fallo. Vuelve a intentarlo dentro de un minuto.',
  problem_INTERNAL: 'La aplicación tiene un fallo',
  problem_INTERNAL_text:
    'No es culpa tuya. Vuelve a intentarlo; si continúa, avisa a quien se encarga de la aplicación.',
  problem_HUBSPOT_REJECTED: 'HubSpot lo rechazó',
  problemRecord: 'HubSpot no dio un ID exacto de este registro.',
  problemNothing: 'No se puede asociar nada',
  problemNothingText:
    'Esta cuenta no define ninguna asociación con {record}. Un administrador puede agregar una en el modelo de datos.',
};
