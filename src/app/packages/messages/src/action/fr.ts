import type { ActionMessages } from '../messages';

/** The messages of the bulk action in French. */
export const fr: ActionMessages = {
  actionSelected: 'Sélection dans la liste : {records}',
  actionRepeated: 'En double dans la liste : {n}. Chaque fiche ne compte qu’une fois.',
  actionUnreadable: {
    one: '{n} fiche de plus est exclue, car HubSpot n’en a pas donné l’ID exact.',
    many: '{n} de fiches de plus sont exclues, car HubSpot n’en a pas donné l’ID exact.',
    other: '{n} fiches de plus sont exclues, car HubSpot n’en a pas donné l’ID exact.',
  },
  actionNone: 'Aucune fiche sélectionnée',
  actionNoneText: 'Sélectionnez des fiches dans la liste et relancez cette action.',
  actionKeepOpen:
    'Gardez ce panneau ouvert jusqu’à la fin du traitement. Le fermer arrête le traitement ; ce qui est déjà fait est conservé.',
  actionDone: 'Vous pouvez fermer ce panneau. La liste affichera les changements une fois rechargée.',
  actionReload: 'Recharger la liste',
  anchorTitle_associate: 'À quelles fiches les associer ?',
  anchorTitle_remove: 'Supprimer les associations avec quelles fiches ?',
  anchorsTogether: '{records}',
  anchorLabelHint:
    'Le libellé tel qu’il apparaît sur les fiches sélectionnées ci-dessous, à côté de celles de la liste.',
  anchorNone: 'Sélectionnez-en au moins une ci-dessous.',
  anchorRemove: 'Retirer {name}',
  anchorFull: 'Le maximum de {most} est atteint.',
  anchorName: 'ID, URL, nom, e-mail ou domaine d’une fiche',
  anchorNotFound: 'Cette fiche n’existe pas dans ce compte, ou elle a été supprimée.',
  anchorUnreadable: 'Cela ne désigne aucune fiche de ce type d’objet.',
  anchorOnlyOne:
    'Il y a peut-être plusieurs valeurs. Recherchez une fiche à la fois, et écrivez un ID sans séparateurs.',
  anchorSeveral: 'Plusieurs fiches correspondent. Sélectionnez la bonne.',
  anchorSuggested: 'Entreprises avec le domaine d’e-mail des contacts sélectionnés',
  anchorLeftOut: {
    one: '{n} est exclue, comme lors de la vérification.',
    many: '{n} sont exclues, comme lors de la vérification.',
    other: '{n} sont exclues, comme lors de la vérification.',
  },
  anchorPairs: {
    one: '{records} × {anchors} = {n} association',
    many: '{records} × {anchors} = {n} d’associations',
    other: '{records} × {anchors} = {n} associations',
  },
};
