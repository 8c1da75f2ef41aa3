//! Arabic: the frame of every page, and what goes wrong.
//! The shape stands in `sections::common`.

use crate::i18n::common::Common;

pub static COMMON: Common = Common {
    brand: "موعد",
    skip: "الانتقال إلى المحتوى",
    menu: "القائمة الرئيسية",
    calendar: "الرزنامة",
    mine: "تسجيلاتي",
    languages: "اللغة",
    leave: "مغادرة الصفحة",
    leave_short: "مغادرة",
    loading: "لحظة من فضلك…",
    questions: "عندك سؤال؟ للاتصال بنا",
    by_phone: "التسجيل ممكن أيضًا بالهاتف أو في الاستقبال.",
    sample: "مثال: التواريخ والقاعات وعدد الأماكن للعرض فقط.",
    sample_phone: "رقم للعرض فقط",
    optional: "(اختياري)",
    not_found_title: "الصفحة غير موجودة",
    not_found_heading: "هذه الصفحة غير موجودة",
    not_found_text: "قد يكون العنوان قديمًا أو ناقصًا.",
    to_home: "إلى الصفحة الأولى",
    to_calendar: "إلى الرزنامة",
    problem_heading: "لم تنجح العملية",
    try_again: "إعادة المحاولة",
    unavailable: "الإقبال كبير في هذه اللحظة. الرجاء إعادة المحاولة بعد دقيقة.",
    failed: "حدث خلل من جهتنا. الرجاء إعادة المحاولة أو الاتصال بنا.",
    malformed: "لم نتمكّن من قراءة ما أُرسل. الرجاء تعمير الاستمارة من جديد.",
    outdated: "هذه الصفحة أقدم من خدمتنا. الرجاء تحميلها من جديد.",
    sending: "جارٍ الإرسال…",
    unsent: "لم يتم الإرسال: لا يوجد اتصال. ما كتبتِه باقٍ هنا. الرجاء إعادة المحاولة.",
    offline: "لا يوجد اتصال في هذه اللحظة. الرجاء إعادة المحاولة.",
    forbidden: "هذه الصفحة غير متاحة لهذا الحساب.",
    sign_in_needed: "الرجاء تسجيل الدخول أولًا.",
};
