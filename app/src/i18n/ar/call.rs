//! Arabic: being called, calling, and signing up for someone.
//! The shape stands in `sections::call`.

use crate::i18n::Plural;
use crate::i18n::call::{Assist, Call, Calling, Calls};

pub static CALLING: Calling = Calling {
    call: CALL,
    calls: CALLS,
    assist: ASSIST,
};

const CALL: Call = Call {
    link: "أفضّل أن تتّصلوا بي",
    title: "طلب اتصال",
    heading: "نتّصل بك",
    intro: "يكفي رقم هاتف. يتّصل بك الفريق ويقوم بالتسجيل معك عبر الهاتف.",
    about: "الموضوع: {title}",
    name: "بأيّ اسم نناديك؟",
    hours: "ما الوقت المناسب؟",
    any: "في أيّ وقت",
    morning: "صباحًا",
    afternoon: "بعد الظهر",
    evening: "مساءً",
    agreement: "نحتفظ بهذا الرقم فقط للاتصال بك بشأن التكوينات.",
    submit: "طلب اتصال",
    busy: "الطلبات كثيرة جدًّا في هذه اللحظة. الرجاء الاتصال بنا مباشرة على الرقم أسفل الصفحة.",
    done_heading: "شكرًا: سنتّصل بك",
    done_text: "يتّصل الفريق من رقم الفضاء. إذا فاتك الاتصال نعيد المحاولة.",
};

const CALLS: Calls = Calls {
    title: "قائمة الاتصالات",
    none: "لا أحد ينتظر اتصالًا.",
    somebody: "بدون اسم",
    asked: "تاريخ الطلب: {when}",
    about: "الموضوع: {title}",
    tries: Plural {
        zero: "لم يتمّ الاتصال بعد",
        one: "اتصال واحد بدون ردّ",
        two: "اتصالان بدون ردّ",
        few: "{n} اتصالات بدون ردّ",
        many: "{n} اتصالًا بدون ردّ",
        other: "{n} اتصال بدون ردّ",
    },
    done: "تمّ",
    no_answer: "لا ردّ",
    sign_up_for: "التسجيل في",
    sign_up: "تسجيل",
    closed: "تمّ: الطلب مغلق.",
    noted: "تمّ تدوين عدم الردّ. بعد ثلاثة اتصالات يُغلق الطلب.",
    gone: "أُغلق هذا الطلب في الأثناء من حساب آخر.",
};

const ASSIST: Assist = Assist {
    title: "إضافة شخص",
    more: "إجابات أخرى (اختيارية)",
    channel: "أين الشخص؟",
    desk: "في الاستقبال",
    phone: "على الهاتف",
    read_out: "للقراءة بصوت مسموع",
    consent: "تمّت قراءة هذا النصّ بصوت مسموع، والشخص موافق",
    waitlist: "إذا اكتمل العدد: الوضع في قائمة الانتظار",
    submit: "تسجيل",
    enrolled: "لهذا الشخص تسجيل هنا من قبل. لم يتغيّر شيء.",
    see_enrolled: "الاطّلاع عليه",
    done: "تمّ التسجيل",
    link_heading: "الرابط الخاص",
    link_text: "بهذا الرابط يمكن للشخص الاطّلاع على التسجيل أو إلغاؤه. يمكن إرساله أو طباعته أو \
                كتابته، وهو لهذا الشخص وحده.",
    link_gone: "لا يظهر الرابط الخاص إلّا للحساب الذي عمّر الاستمارة، ولمدّة ساعتين.",
    another: "إضافة شخص آخر",
    see: "الاطّلاع على التسجيل",
};
