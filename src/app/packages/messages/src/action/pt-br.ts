import type { ActionMessages } from '../messages';

/** The messages of the bulk action in Brazilian Portuguese. */
export const ptBr: ActionMessages = {
  actionSelected: 'Na lista você selecionou: {records}',
  actionRepeated: 'Registros repetidos na lista, que contam uma vez só: {n}.',
  actionUnreadable: 'Registros omitidos porque o HubSpot não informou seu ID exato: {n}.',
  actionNone: 'Nenhum registro selecionado',
  actionNoneText: 'Selecione registros na lista e inicie esta ação novamente.',
  actionKeepOpen:
    'Deixe este painel aberto até a execução terminar. Se você o fechar, ela para; o que foi feito permanece.',
  actionDone: 'Você já pode fechar este painel. A lista mostra as mudanças quando for recarregada.',
  actionReload: 'Recarregar a lista',
  anchorTitle_associate: 'A quais registros você quer associá-los?',
  anchorTitle_remove: 'A quais registros eles deixarão de estar associados?',
  anchorsTogether: '{records}',
  anchorLabelHint: 'O rótulo que os registros selecionados abaixo mostram ao lado dos registros da lista.',
  anchorNone: 'Selecione pelo menos um abaixo.',
  anchorRemove: 'Remover {name}',
  anchorFull: 'Já são {most}, o máximo que pode ser selecionado aqui.',
  anchorName: 'ID, URL, nome, e-mail ou domínio de um registro',
  anchorNotFound: 'Esta conta não tem esse registro, ou ele foi excluído.',
  anchorUnreadable: 'Isto não identifica um registro deste tipo de objeto.',
  anchorOnlyOne: 'Pode haver mais de um valor. Pesquise um registro por vez e escreva o ID sem separadores.',
  anchorSeveral: 'Corresponde a mais de um registro. Selecione o correto.',
  anchorSuggested: 'Empresas com o domínio de e-mail dos contatos selecionados',
  anchorLeftOut: {
    one: '{n} destas associações é omitida, como você indicou na revisão.',
    many: '{n} destas associações são omitidas, como você indicou na revisão.',
    other: '{n} destas associações são omitidas, como você indicou na revisão.',
  },
  anchorPairs: {
    one: '{records} × {anchors} = {n} associação',
    many: '{records} × {anchors} = {n} de associações',
    other: '{records} × {anchors} = {n} associações',
  },
};
