//! Arabic: the private pages.
//! The shape stands in `sections::mine`.

use crate::i18n::mine::{Done, Link, Mine};

pub const DONE: Done = Done {
    title: "تأكيد",
    confirmed: "تمّ تأكيد التسجيل",
    confirmed_text: "في انتظارك بكلّ سرور.",
    waiting: "تمّ التسجيل في قائمة الانتظار",
    rank: "رتبتك في القائمة: {n}.",
    waiting_text: "كلّ مكان يصبح شاغرًا يُمنح للشخص التالي في القائمة. رابطك الخاص يُظهر دائمًا \
                   رتبتك.",
    link_heading: "حفظ الرابط الخاص",
    link_text: "بهذا الرابط يمكنك الاطّلاع على التسجيل أو إلغاؤه من أيّ هاتف. الرجاء عدم إعطائه \
                لأحد.",
    copy: "نسخ الرابط",
    copied: "تمّ النسخ",
    whatsapp: "إرساله إلى نفسي عبر واتساب",
    sms: "إرساله إلى نفسي عبر رسالة قصيرة",
    message: "موعدي: {link}",
    when: "الموعد والمكان",
    bring: "ما يجب إحضاره",
    see_mine: "تسجيلاتي",
    borrowed_heading: "هذا هاتف شخص آخر؟",
    borrowed_text: "الرجاء مغادرة الصفحة في النهاية: لا يبقى شيء في الهاتف.",
};

pub const MINE: Mine = Mine {
    title: "تسجيلاتي",
    heading: "تسجيلاتي",
    none_heading: "لا شيء للعرض في هذا الهاتف",
    none_text: "للاطّلاع على التسجيل، يمكن فتح الرابط الخاص المحفوظ أو لصقه.",
    open_link: "لصق الرابط",
    status_confirmed: "التسجيل مؤكّد",
    status_pending: "في انتظار تأكيد الفضاء",
    status_waiting: "في قائمة الانتظار",
    status_offered: "مكان محجوز لك",
    status_cancelled: "التسجيل ملغى",
    status_excused: "غياب مبرّر",
    rank: "رتبتك في القائمة: {n}.",
    started: "بدأ الموعد. عند تعذّر الحضور، الرجاء الاتصال بنا.",
    cancel: "إلغاء",
    cancel_question: "تأكيد الإلغاء؟",
    cancel_text: "يُمنح مكانك للشخص التالي. يمكن التسجيل من جديد لاحقًا.",
    cancel_confirm: "نعم، إلغاء",
    notice_already: "تمّ التسجيل من قبل. هذا هو تسجيلك.",
    notice_cancelled: "تمّ إلغاء التسجيل. شكرًا على إعلامنا.",
    notice_started: "بدأ الموعد، لذلك لا يمكن الإلغاء هنا. عند تعذّر الحضور، الرجاء الاتصال بنا.",
    notice_unknown: "هذا التسجيل غير مفتوح في هذا الهاتف. يمكن فتحه بالرابط الخاص.",
    private_link: "الرابط الخاص",
};

pub const LINK: Link = Link {
    title: "فتح الرابط",
    heading: "فتح الرابط",
    text: "مكان لصق الرابط الخاص أو كتابة رمزه.",
    label: "الرابط أو الرمز",
    hint: "الرمز هو 22 حرفًا ورقمًا بعد العلامة #.",
    submit: "فتح",
    missing: "الرجاء لصق الرابط أو كتابة الرمز",
    unknown: "هذا الرابط غير معروف. الرجاء التثبّت من أنّه كامل.",
};
