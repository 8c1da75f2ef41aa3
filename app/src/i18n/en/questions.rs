//! English: around a course's own questions.
//! The shape stands in `sections::questions`.

use crate::i18n::questions::Questions;

pub static QUESTIONS: Questions = Questions {
    yes: "Yes",
    no: "No",
    no_answer: "No answer",
    bounds: "A number from {min} to {max}.",
    only_if: "Only if your answer to “{question}” is “{answer}”",
    missing: "“{question}”: please answer",
    long: "“{question}”: {max} letters at most",
    signs: "“{question}”: the answer has signs that we cannot keep",
    number: "“{question}”: a number from {min} to {max}",
    choice: "“{question}”: choose an answer from the list",
    answers: "Answers to the course's questions",
    changed: "Last changed: {when}",
    change: "Change my answers",
    save: "Keep my answers",
    saved: "Done: your new answers are kept.",
    over: "This has ended, so the answers can no longer be changed here.",
};
