//! French: around a course's own questions.
//! The shape stands in `sections::questions`.

use crate::i18n::questions::Questions;

pub static QUESTIONS: Questions = Questions {
    yes: "Oui",
    no: "Non",
    no_answer: "Sans réponse",
    bounds: "Un nombre de {min} à {max}.",
    only_if: "Seulement si la réponse à « {question} » est « {answer} »",
    missing: "« {question} » : indiquer une réponse",
    long: "« {question} » : {max} lettres au plus",
    signs: "« {question} » : la réponse contient des signes que nous ne pouvons pas garder",
    number: "« {question} » : un nombre de {min} à {max}",
    choice: "« {question} » : choisir une réponse dans la liste",
    answers: "Réponses aux questions de la formation",
    changed: "Dernière modification : {when}",
    change: "Modifier mes réponses",
    save: "Garder mes réponses",
    saved: "C’est fait : vos nouvelles réponses sont gardées.",
    over: "C’est terminé : les réponses ne peuvent plus être modifiées ici.",
};
