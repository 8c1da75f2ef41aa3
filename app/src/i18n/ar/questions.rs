//! Arabic: around a course's own questions.
//! The shape stands in `sections::questions`.

use crate::i18n::questions::Questions;

pub static QUESTIONS: Questions = Questions {
    yes: "نعم",
    no: "لا",
    no_answer: "دون إجابة",
    bounds: "عدد من {min} إلى {max}.",
    only_if: "فقط إذا كانت الإجابة عن «{question}»: «{answer}»",
    missing: "«{question}»: الرجاء الإجابة",
    long: "«{question}»: {max} حرفًا على الأكثر",
    signs: "«{question}»: في الإجابة علامات لا يمكن حفظها",
    number: "«{question}»: عدد من {min} إلى {max}",
    choice: "«{question}»: الرجاء اختيار إجابة من القائمة",
    answers: "الإجابات عن أسئلة التكوين",
    changed: "آخر تغيير: {when}",
    change: "تغيير إجاباتي",
    save: "حفظ إجاباتي",
    saved: "تمّ حفظ إجاباتك الجديدة.",
    over: "انتهى الموعد أو أُلغي، لذلك لا يمكن تغيير الإجابات هنا.",
};
