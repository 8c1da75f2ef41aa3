//! French: the enrol form and what can be wrong in it.
//! The shape stands in `sections::enrol`.

use crate::i18n::{
    Plural,
    enrol::{Enrol, Faults},
};

pub static ENROL: Enrol = Enrol {
    title: "Inscription",
    heading: "Inscription",
    adults: "L’inscription ici est possible à partir de 18 ans. Moins de 18 ans ? \
             Appeler le {phone}.",
    for_whom: "Cette inscription est pour",
    for_self: "Moi",
    for_other: "Quelqu’un d’autre",
    for_other_hint: "Pour quelqu’un d’autre : écrire son nom, lui lire le consentement ci-dessous, \
                     et le cocher si c’est d’accord. L’équipe lui redemandera sur place.",
    another: "Inscrire quelqu’un d’autre",
    another_hint: "À la même formation, avec le même numéro de téléphone. Les noms ne sont pas gardés.",
    begun: "Rempli avec les réponses de tout à l’heure, au nom de : {name}. À vérifier avant l’envoi.",
    begin_empty: "Ce n’est pas vous ? Formulaire vide",
    given_name: "Prénom",
    family_name: "Nom",
    phone: "Téléphone",
    phone_hint: "Par exemple 20 123 456. Ce peut être le téléphone d’une personne de confiance.",
    age_band: "Âge",
    age_band_why: "Cette question sert à compter les personnes de chaque âge. La réponse n’est \
                   jamais montrée avec votre nom.",
    under_25: "Moins de 25 ans",
    from_25_to_54: "De 25 à 54 ans",
    over_54: "Plus de 54 ans",
    prefer_not: "Je préfère ne pas répondre",
    project: "De quel projet venez-vous ?",
    project_why: "Cette question est posée parce que chaque projet compte ses propres participations.",
    project_none: "D’aucun, ou je ne sais pas",
    picture: "D’autres personnes utilisent ce téléphone ?",
    picture_legend: "Choisir une image",
    picture_why: "Sur un autre téléphone, votre lien privé demandera cette image avant de s’ouvrir. À retenir : nous ne la montrons plus.",
    picture_none: "Sans image",
    consent_heading: "Votre consentement",
    consent_text: "Nous gardons votre nom et votre numéro de téléphone pour organiser cette \
                   formation et vous contacter à ce sujet. Seule l’équipe de l’espace les voit. \
                   Vous pouvez demander à tout moment de les voir, de les corriger ou de les \
                   effacer.",
    consent: "J’accepte",
    waitlist: "Si c’est complet, me mettre sur la liste d’attente",
    submit: "S’inscrire",
    submit_list: "Rejoindre la liste d’attente",
    summary: "Merci de vérifier ces réponses",
    full: Plural {
        zero: "C’est complet, et personne n’attend. Cocher « liste d’attente » pour passer en \
               premier.",
        one: "C’est complet, et la liste d’attente compte {n} personne. Cocher « liste \
              d’attente » pour la suite.",
        two: "C’est complet, et la liste d’attente compte {n} personnes. Cocher « liste \
              d’attente » pour la suite.",
        few: "C’est complet, et la liste d’attente compte {n} personnes. Cocher « liste \
              d’attente » pour la suite.",
        many: "C’est complet, et la liste d’attente compte {n} personnes. Cocher « liste \
               d’attente » pour la suite.",
        other: "C’est complet, et la liste d’attente compte {n} personnes. Cocher « liste \
                d’attente » pour la suite.",
    },
    kept: "Une autre personne remplit le formulaire pour ce rendez-vous. Il sera peut-être libre à {time}. Rien n’est perdu : choisir un autre horaire, ou renvoyer le formulaire à ce moment-là.",
    kept_until: "Ce rendez-vous est gardé pour vous jusqu’à {time}.",
    times: "Quel horaire vous convient ?",
    closed: "Les inscriptions pour cette date sont closes. Nous appeler, ou choisir une autre date.",
    conflict: "Ce formulaire a déjà été envoyé avec d’autres réponses. Pour inscrire aussi une \
               autre personne, l’envoyer encore une fois.",
    busy: "Beaucoup de personnes s’inscrivent en ce moment. Rien n’est perdu : merci d’envoyer \
           encore une fois le formulaire.",
};

pub static FAULTS: Faults = Faults {
    given_name_missing: "Indiquer votre prénom",
    given_name_long: "Le prénom est trop long : 80 lettres au plus",
    given_name_wrong: "Le prénom contient des signes que nous ne pouvons pas garder",
    family_name_missing: "Indiquer votre nom",
    family_name_long: "Le nom est trop long : 80 lettres au plus",
    family_name_wrong: "Le nom contient des signes que nous ne pouvons pas garder",
    phone_missing: "Indiquer un numéro de téléphone",
    phone_short: "Le numéro est trop court : un numéro tunisien a 8 chiffres",
    phone_long: "Le numéro est trop long : un numéro tunisien a 8 chiffres",
    phone_wrong: "Vérifier le numéro de téléphone : par exemple 20 123 456",
    reach_wrong: "Choisir dans la liste comment et quand vous joindre",
    age_band_wrong: "Choisir un âge dans la liste",
    project_wrong: "Choisir un projet dans la liste",
    picture_wrong: "Choisir une image de la liste",
    consent_missing: "Votre consentement est nécessaire pour l’inscription",
    form_wrong: "Ce formulaire n’est plus valable. Merci de l’envoyer encore une fois",
};
