import type { Words } from './words';

const again = 'Installer à nouveau';

export const fr: Words = {
  install: {
    installed: {
      title: 'Bulk Associate est installé',
      text: 'Il reste une étape : affichez la carte pour votre équipe.',
      steps: [
        'Dans HubSpot, ouvrez un contact, une entreprise, une transaction ou un ticket.',
        'En tant qu’administrateur, choisissez « Personnaliser » et ouvrez la vue de fiche utilisée par votre équipe.',
        'Ajoutez la carte Bulk Associate dans la colonne du milieu, sous forme d’onglet, ou dans la barre latérale, puis enregistrez.',
        'Ouvrez une fiche et cliquez sur « {open} ».',
      ],
      link: 'Accéder à HubSpot',
    },
    declined: {
      title: 'Bulk Associate n’a pas été installé',
      text: 'Vous avez annulé dans HubSpot. Rien n’a été modifié ni enregistré.',
      link: again,
    },
    stale: {
      title: 'Cette installation ne peut pas être terminée ici',
      text: 'Elle a été commencée il y a trop longtemps, dans un autre navigateur ou ailleurs que sur notre page d’installation. Rien n’a été enregistré.',
      link: again,
    },
    refused: {
      title: 'HubSpot n’a pas confirmé l’installation',
      text: 'La confirmation a déjà été utilisée ou est trop ancienne. Si la carte ne fonctionne pas, installez à nouveau l’application.',
      link: again,
    },
    hubspotUnavailable: {
      title: 'HubSpot n’a pas répondu',
      text: 'L’installation n’a pas pu être terminée. Patientez une minute, puis installez à nouveau.',
      link: again,
    },
    databaseUnavailable: {
      title: 'L’installation ne peut pas être terminée pour le moment',
      text: 'Notre base de données est inaccessible. Rien n’a été enregistré. Patientez une minute, puis installez à nouveau.',
      link: again,
    },
  },
  admin: {
    title: 'Qui peut utiliser Bulk Associate',
    intro: (account) =>
      `Compte HubSpot ${account}. Ce que vous enregistrez ici s’applique immédiatement, sur toutes les fiches.`,
    who: 'Qui peut utiliser la carte',
    allowed: {
      everyone: 'Toutes les personnes qui voient la carte',
      named: 'Seulement les personnes et les administrateurs désignés ci-dessous',
      admins: 'Seulement les administrateurs désignés ci-dessous',
    },
    rights:
      'Dans HubSpot, une application agit avec ses propres droits. HubSpot ne vérifie pas si la personne peut modifier des associations.',
    teams:
      'Il n’est pas possible de choisir des équipes : HubSpot n’indique pas à cette application à quelles équipes une personne appartient.',
    ask: 'À qui les autres personnes doivent-elles s’adresser ?',
    askHint:
      'Affiché aux personnes qui ne peuvent pas utiliser la carte, par exemple : Dana, service commercial.',
    save: 'Enregistrer',
    people: 'Personnes',
    person: 'Personne',
    role: 'Rôle',
    change: 'Modifier',
    user: (id) => `Utilisateur HubSpot ${id}`,
    you: 'vous',
    pending: (hint) => `${hint} (n’a pas encore utilisé la carte)`,
    roles: {
      user: 'Peut utiliser la carte',
      admin: 'Administrateur : peut utiliser la carte et modifier cette page',
    },
    remove: 'Retirer',
    removeOf: (person) => `Retirer ${person}`,
    name: 'Désigner une personne',
    nameField: 'Adresse e-mail dans HubSpot, ou ID d’utilisateur HubSpot',
    nameHint:
      'L’adresse n’est pas enregistrée. Elle permet de reconnaître la personne la prochaine fois qu’elle utilisera la carte. Pour changer un rôle, désignez à nouveau la personne.',
    add: 'Ajouter',
    runs: 'Traitements',
    runsText: (days) =>
      `Les ID des fiches et les résultats des traitements sont conservés pendant ${days} jours, afin que chacun puisse consulter un traitement et l’annuler.`,
    confirm: 'Je comprends que les traitements supprimés ne peuvent plus être annulés.',
    deleteRuns: 'Supprimer tous les traitements',
    done: {
      saved: 'Enregistré.',
      named: 'La personne est désignée.',
      removed: 'La personne est retirée.',
      deleted: 'Tous les traitements sont supprimés. Ceux qui étaient en cours ont été arrêtés.',
    },
    errors: {
      who: 'Saisissez une adresse e-mail ou un ID d’utilisateur HubSpot (chiffres uniquement). Rien n’a été modifié.',
      ask: 'Indiquez à qui s’adresser en 200 caractères au maximum. Rien n’a été modifié.',
      too_many: 'Il n’est pas possible de désigner plus de 500 personnes. Rien n’a été modifié.',
      last_admin:
        'Il doit rester au moins un administrateur ayant déjà utilisé la carte. Rien n’a été modifié.',
      unconfirmed: 'Cochez la case pour confirmer. Rien n’a été supprimé.',
    },
    expiredTitle: 'Ouvrez cette page depuis la carte',
    expired:
      'Le lien a déjà été ouvert ou date de plus de cinq minutes, ou vous n’êtes plus administrateur de cette application. Ouvrez à nouveau les paramètres dans la carte.',
    unavailableTitle: 'Cette page ne peut pas être affichée pour le moment',
    unavailable:
      'Notre base de données est inaccessible. Rien n’a été modifié. Patientez une minute, puis rechargez la page.',
  },
};
