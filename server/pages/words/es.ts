import type { Words } from './words';

const again = 'Instalar de nuevo';

export const es: Words = {
  install: {
    installed: {
      title: 'Bulk Associate está instalado',
      text: 'Falta un paso: muestra la tarjeta a tu equipo.',
      steps: [
        'En HubSpot, abre un contacto, una empresa, un negocio o un ticket.',
        'Como administrador, selecciona “Personalizar” y abre la vista de registro que usa tu equipo.',
        'Agrega la tarjeta Bulk Associate en la columna central, como pestaña, o en la barra lateral, y guarda los cambios.',
        'Abre un registro y haz clic en “{open}”.',
      ],
      link: 'Ir a HubSpot',
    },
    declined: {
      title: 'Bulk Associate no se instaló',
      text: 'Cancelaste la instalación en HubSpot. No se cambió ni se guardó nada.',
      link: again,
    },
    stale: {
      title: 'Esta instalación no se puede terminar aquí',
      text: 'Se inició hace demasiado tiempo, en otro navegador o fuera de nuestra página de instalación. No se guardó nada.',
      link: again,
    },
    refused: {
      title: 'HubSpot no confirmó la instalación',
      text: 'La confirmación ya se usó o es demasiado antigua. Si la tarjeta no funciona, instala la aplicación de nuevo.',
      link: again,
    },
    hubspotUnavailable: {
      title: 'HubSpot no respondió',
      text: 'No se pudo terminar la instalación. Espera un minuto y vuelve a instalar.',
      link: again,
    },
    databaseUnavailable: {
      title: 'La instalación no se puede terminar en este momento',
      text: 'No se puede acceder a nuestra base de datos. No se guardó nada. Espera un minuto y vuelve a instalar.',
      link: again,
    },
  },
  admin: {
    title: 'Quién puede usar Bulk Associate',
    intro: (account) =>
      `Cuenta de HubSpot ${account}. Lo que guardes aquí se aplica de inmediato en todas las páginas de registros.`,
    who: 'Quién puede usar la tarjeta',
    allowed: {
      everyone: 'Todas las personas que ven la tarjeta',
      named: 'Solo las personas y los administradores indicados abajo',
      admins: 'Solo los administradores indicados abajo',
    },
    rights:
      'En HubSpot, una aplicación actúa con sus propios permisos. HubSpot no verifica si la persona puede editar asociaciones.',
    teams:
      'No se pueden seleccionar equipos: HubSpot no comunica a esta aplicación a qué equipos pertenece una persona.',
    ask: '¿A quién deben preguntar las demás personas?',
    askHint: 'Se muestra a las personas que no pueden usar la tarjeta, por ejemplo: Dana, de Ventas.',
    save: 'Guardar',
    people: 'Personas',
    person: 'Persona',
    role: 'Rol',
    change: 'Cambiar',
    user: (id) => `Usuario de HubSpot ${id}`,
    you: 'tú',
    pending: (hint) => `${hint} (aún no ha usado la tarjeta)`,
    roles: {
      user: 'Puede usar la tarjeta',
      admin: 'Administrador: puede usar la tarjeta y cambiar esta página',
    },
    remove: 'Quitar',
    removeOf: (person) => `Quitar ${person}`,
    name: 'Indicar una persona',
    nameField: 'Correo electrónico en HubSpot o ID de usuario de HubSpot',
    nameHint:
      'El correo no se guarda. Sirve para reconocer a la persona la próxima vez que use la tarjeta. Para cambiar un rol, indica a la persona de nuevo.',
    add: 'Agregar',
    runs: 'Ejecuciones',
    runsText: (days) =>
      `Los ID de los registros y los resultados de las ejecuciones se conservan durante ${days} días, para poder consultar una ejecución y deshacerla.`,
    confirm: 'Entiendo que las ejecuciones eliminadas ya no se pueden deshacer.',
    deleteRuns: 'Eliminar todas las ejecuciones',
    done: {
      saved: 'Guardado.',
      named: 'Se agregó a la persona.',
      removed: 'Se quitó a la persona.',
      deleted: 'Se eliminaron todas las ejecuciones. Las que estaban en curso se detuvieron.',
    },
    errors: {
      who: 'Ingresa un correo electrónico o un ID de usuario de HubSpot (solo dígitos). No se cambió nada.',
      ask: 'Usa 200 caracteres como máximo para indicar a quién preguntar. No se cambió nada.',
      too_many: 'No se pueden indicar más de 500 personas. No se cambió nada.',
      last_admin: 'Debe quedar al menos un administrador que haya usado la tarjeta. No se cambió nada.',
      unconfirmed: 'Marca la casilla para confirmar. No se eliminó nada.',
    },
    expiredTitle: 'Abre esta página desde la tarjeta',
    expired:
      'La URL ya se abrió, tiene más de cinco minutos o ya no eres administrador de esta aplicación. Abre de nuevo la página desde la tarjeta.',
    unavailableTitle: 'Esta página no se puede mostrar en este momento',
    unavailable:
      'No se puede acceder a nuestra base de datos. No se cambió nada. Espera un minuto y vuelve a cargar la página.',
  },
};
