import type { FaceMessages } from '../messages';

export const ptBr: FaceMessages = {
  Contacts: 'contatos',
  Companies: 'empresas',
  Deals: 'negócios',
  Tickets: 'tickets',
  thisRecord: 'este registro',

  faceLead: 'Associe muitos registros a {record} de uma só vez e veja o resultado de cada um.',
  faceCountMore: 'mais de {n}',
  faceCountFailed: 'indisponível',
  faceOpen: 'Associar registros',
  faceShowSuggested: 'Ver sugestões',

  panel_title_associate: 'Associar registros a {record}',
  panel_title_remove: 'Remover associações com {record}',
  loading: 'Carregando…',
  tryAgain: 'Tentar novamente',
  detailed: '{what} ({detail})',
  forSupport: 'Para o suporte da HubSpot: {id}',

  problem_NO_ANSWER: 'Sem resposta',
  problem_NO_ANSWER_text: 'Você pode estar sem conexão, ou o aplicativo está lento. Tente novamente.',
  problem_HUBSPOT_UNAVAILABLE: 'Indisponível no momento',
  problem_HUBSPOT_UNAVAILABLE_text:
    'Há um problema no HubSpot ou no aplicativo. Tente novamente em um minuto.',
  problemRecord: 'O HubSpot não informou o ID exato deste registro.',
  problemNothing: 'Nada pode ser associado',
  problemNothingText:
    'Esta conta não define nenhuma associação com {record}. Um administrador pode adicionar uma no modelo de dados.',
};
