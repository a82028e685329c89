import type { FaceMessages } from '../messages';

export const ptBr: FaceMessages = {
  Contacts: 'contatos',
  Companies: 'empresas',
  Deals: 'negócios',
  Tickets: 'tickets',
  thisRecord: 'este registro',

  faceLead: 'Associe muitos registros a {record} de uma só vez e veja o resultado de cada um.',
  faceCountMore: 'mais de {n}',
  faceCountFailed: 'não se sabe',
  faceOpen: 'Associar registros',
  faceShowProgress: 'Ver progresso',
  faceLast: 'Última execução, {time}: {summary}.',
  faceShowLast: 'Ver último resultado',
  faceSuggested_email_domain: {
    one: '{n} contato com o domínio de e-mail {domain} ainda não está associado.',
    many: '{n} de contatos com o domínio de e-mail {domain} ainda não estão associados.',
    other: '{n} contatos com o domínio de e-mail {domain} ainda não estão associados.',
  },
  faceSuggestedMore_email_domain:
    'Mais de {n} contatos com o domínio de e-mail {domain} ainda não estão associados.',
  faceSuggested_company_domain: {
    one: '{n} empresa com o domínio deste e-mail, {domain}, ainda não está associada.',
    many: '{n} de empresas com o domínio deste e-mail, {domain}, ainda não estão associadas.',
    other: '{n} empresas com o domínio deste e-mail, {domain}, ainda não estão associadas.',
  },
  faceSuggestedMore_company_domain:
    'Mais de {n} empresas com o domínio deste e-mail, {domain}, ainda não estão associadas.',
  faceSuggestedRenamed: '{types} com o domínio {domain} ainda sem associação: {count}.',
  faceShowSuggested: 'Ver sugestões',

  panel_title_associate: 'Associar registros a {record}',
  panel_title_remove: 'Remover associações com {record}',
  loading: 'Carregando…',
  tryAgain: 'Tentar novamente',
  detailed: '{what} ({detail})',
  forSupport: 'Para o suporte da HubSpot: {id}',

  problem_MISSING_SCOPES: 'Falta uma permissão ao aplicativo',
  problem_MISSING_SCOPES_text:
    'Um administrador desta conta da HubSpot precisa instalar o aplicativo novamente.',
  problem_UNAUTHORIZED: 'O aplicativo não tem acesso a esta conta',
  problem_UNAUTHORIZED_text: 'Um administrador desta conta da HubSpot precisa instalá-lo.',
  problem_DAILY_LIMIT: 'O limite diário foi atingido',
  problem_DAILY_LIMIT_text:
    'Esta conta já usou hoje todas as suas chamadas à API da HubSpot. Continue depois deste horário: {time}.',
  midnight: 'meia-noite ({zone})',
  problem_RATE_LIMITED: 'O HubSpot pede menos chamadas',
  problem_RATE_LIMITED_text:
    'Há muitos aplicativos ativos nesta conta no momento. Tente novamente em um minuto.',
  problem_NO_ANSWER: 'Sem resposta',
  problem_NO_ANSWER_text: 'Você pode estar sem conexão, ou o aplicativo está lento. Tente novamente.',
  problem_HUBSPOT_UNAVAILABLE: 'Indisponível no momento',
  problem_HUBSPOT_UNAVAILABLE_text:
    'O HubSpot ou o aplicativo está com uma falha. Tente novamente em um minuto.',
  problem_INTERNAL: 'O aplicativo está com uma falha',
  problem_INTERNAL_text:
    'Não foi você que causou isso. Tente novamente; se continuar, avise quem cuida do aplicativo.',
  problem_HUBSPOT_REJECTED: 'O HubSpot recusou isto',
  problemRecord: 'O HubSpot não informou um ID exato deste registro.',
  problemNothing: 'Nada pode ser associado',
  problemNothingText:
    'Esta conta não define nenhuma associação com {record}. Um administrador pode adicionar uma no modelo de dados.',
};
