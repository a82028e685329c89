import type { Words } from './words';

const again = 'Instalar novamente';

export const ptBr: Words = {
  install: {
    installed: {
      title: 'O Bulk Associate está instalado',
      text: 'Falta uma etapa: mostre o cartão à sua equipe.',
      steps: [
        'No HubSpot, abra um contato, uma empresa, um negócio ou um ticket.',
        'Como administrador, selecione “Personalizar” e abra a visualização de registro que sua equipe usa.',
        'Adicione o cartão Bulk Associate na coluna central, como guia, ou na barra lateral, e salve.',
        'Abra um registro e clique em “{open}”.',
      ],
      link: 'Ir para o HubSpot',
    },
    declined: {
      title: 'O Bulk Associate não foi instalado',
      text: 'Você cancelou no HubSpot. Nada foi alterado nem armazenado.',
      link: again,
    },
    stale: {
      title: 'Esta instalação não pode ser concluída aqui',
      text: 'Ela foi iniciada há muito tempo, em outro navegador ou fora da nossa página de instalação. Nada foi armazenado.',
      link: again,
    },
    refused: {
      title: 'O HubSpot não confirmou a instalação',
      text: 'A confirmação já foi usada ou é muito antiga. Se o cartão não funcionar, instale o aplicativo novamente.',
      link: again,
    },
    hubspotUnavailable: {
      title: 'O HubSpot não respondeu',
      text: 'Não foi possível concluir a instalação. Aguarde um minuto e instale novamente.',
      link: again,
    },
    databaseUnavailable: {
      title: 'Não é possível concluir a instalação no momento',
      text: 'Nosso banco de dados está inacessível. Nada foi armazenado. Aguarde um minuto e instale novamente.',
      link: again,
    },
  },
  admin: {
    title: 'Quem pode usar o Bulk Associate',
    intro: (account) =>
      `Conta da HubSpot ${account}. O que você salvar aqui vale imediatamente em todas as páginas de registro.`,
    who: 'Quem pode usar o cartão',
    allowed: {
      everyone: 'Todas as pessoas que veem o cartão',
      named: 'Somente as pessoas e os administradores indicados abaixo',
      admins: 'Somente os administradores indicados abaixo',
    },
    rights:
      'No HubSpot, um aplicativo age com as próprias permissões. O HubSpot não verifica se a pessoa pode editar associações.',
    teams:
      'Não é possível selecionar equipes: o HubSpot não informa a este aplicativo de quais equipes uma pessoa faz parte.',
    ask: 'Com quem as outras pessoas devem falar?',
    askHint: 'Exibido a quem não pode usar o cartão, por exemplo: Dana, de Vendas.',
    save: 'Salvar',
    people: 'Pessoas',
    person: 'Pessoa',
    role: 'Função',
    change: 'Alterar',
    user: (id) => `Usuário da HubSpot ${id}`,
    you: 'você',
    pending: (hint) => `${hint} (ainda não usou o cartão)`,
    roles: {
      user: 'Pode usar o cartão',
      admin: 'Administrador: pode usar o cartão e alterar esta página',
    },
    remove: 'Remover',
    removeOf: (person) => `Remover ${person}`,
    name: 'Indicar uma pessoa',
    nameField: 'E-mail no HubSpot ou ID de usuário da HubSpot',
    nameHint:
      'O e-mail não é armazenado. Ele serve para reconhecer a pessoa quando ela usar o cartão novamente. Para alterar uma função, indique a pessoa outra vez.',
    add: 'Adicionar',
    runs: 'Execuções',
    runsText: (days) =>
      `Os IDs dos registros e os resultados das execuções são mantidos por ${days} dias, para que seja possível consultar uma execução e desfazê-la.`,
    confirm: 'Entendo que as execuções excluídas não poderão mais ser desfeitas.',
    deleteRuns: 'Excluir todas as execuções',
    done: {
      saved: 'Salvo.',
      named: 'A pessoa foi indicada.',
      removed: 'A pessoa foi removida.',
      deleted: 'Todas as execuções foram excluídas. As que estavam em andamento foram interrompidas.',
    },
    errors: {
      who: 'Informe um e-mail ou um ID de usuário da HubSpot (somente dígitos). Nada foi alterado.',
      ask: 'Use no máximo 200 caracteres para informar com quem falar. Nada foi alterado.',
      too_many: 'Não é possível indicar mais de 500 pessoas. Nada foi alterado.',
      last_admin: 'Pelo menos um administrador que já usou o cartão deve permanecer. Nada foi alterado.',
      unconfirmed: 'Marque a caixa para confirmar. Nada foi excluído.',
    },
    expiredTitle: 'Abra esta página pelo cartão',
    expired:
      'O URL já foi aberto, tem mais de cinco minutos ou você não é mais administrador deste aplicativo. Abra a página novamente pelo cartão.',
    unavailableTitle: 'Não é possível exibir esta página no momento',
    unavailable:
      'Nosso banco de dados está inacessível. Nada foi alterado. Aguarde um minuto e recarregue a página.',
  },
};
