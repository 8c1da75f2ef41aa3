//! Arabic: the staff's side.
//! The shape stands in `sections::staff`.

use crate::i18n::Plural;
use crate::i18n::staff::{Day, Roll, SignIn, Staff};

pub static STAFF: Staff = Staff {
    title: "فضاء الفريق",
    public_site: "الصفحات العمومية",
    signed_in_as: "الحساب المفتوح:",
    sign_out: "تسجيل الخروج",
    forbidden_title: "الدخول غير متاح",
    forbidden_heading: "هذه الصفحة غير متاحة لهذا الحساب",
    forbidden_text: "الصفحة تابعة لفضاء آخر أو لدور آخر. عند الحاجة، الرجاء الاتصال بالتنسيق.",
    to_today: "إلى حصص اليوم",
    sign_in: SIGN_IN,
    day: DAY,
    roll: ROLL,
};

const SIGN_IN: SignIn = SignIn {
    title: "تسجيل الدخول",
    heading: "تسجيل دخول الفريق",
    email: "البريد الإلكتروني",
    password: "كلمة السر",
    submit: "تسجيل الدخول",
    email_missing: "الرجاء كتابة البريد الإلكتروني",
    password_missing: "الرجاء كتابة كلمة السر",
    wrong: "البريد الإلكتروني وكلمة السر غير متطابقين. الرجاء التثبّت من الاثنين.",
    paused: Plural {
        zero: "محاولات خاطئة متكرّرة. الرجاء الانتظار قليلًا ثم إعادة المحاولة.",
        one: "محاولات خاطئة متكرّرة. الرجاء الانتظار دقيقة واحدة ثم إعادة المحاولة.",
        two: "محاولات خاطئة متكرّرة. الرجاء الانتظار دقيقتين ثم إعادة المحاولة.",
        few: "محاولات خاطئة متكرّرة. الرجاء الانتظار {n} دقائق ثم إعادة المحاولة.",
        many: "محاولات خاطئة متكرّرة. الرجاء الانتظار {n} دقيقة ثم إعادة المحاولة.",
        other: "محاولات خاطئة متكرّرة. الرجاء الانتظار {n} دقيقة ثم إعادة المحاولة.",
    },
};

const DAY: Day = Day {
    title: "حصص اليوم",
    heading: "حصص {date}",
    previous: "اليوم السابق",
    today: "اليوم",
    next: "اليوم الموالي",
    none: "لا توجد حصص في فضاءاتك في هذا اليوم.",
    enrolled: Plural {
        zero: "لا تسجيلات",
        one: "تسجيل واحد",
        two: "تسجيلان",
        few: "{n} تسجيلات",
        many: "{n} تسجيلًا",
        other: "{n} تسجيل",
    },
    open_roll: "فتح قائمة الحضور",
};

const ROLL: Roll = Roll {
    title: "قائمة الحضور",
    heading: "قائمة الحضور: {title}",
    nobody: "لا يوجد أي مكان مؤكّد في هذه الحصة.",
    counts: "المجموع",
    count_present: same("الحضور: {n}"),
    count_late: same("التأخير: {n}"),
    count_excused: same("الغياب المبرّر: {n}"),
    count_absent: same("الغياب: {n}"),
    count_unmarked: same("بدون علامة: {n}"),
    present: "حضور",
    late: "تأخير",
    excused: "غياب مبرّر",
    absent: "غياب",
    unmarked: "بدون علامة",
    undo: "تراجع",
    by_me: "من حسابك",
    by_other: "من حساب آخر",
    by_her: "من طرف المشاركة نفسها",
    unknown_name: "شخص غير معروف",
    flag_cancelled: "التسجيل ملغى",
    flag_not_confirmed: "لا مكان مؤكّد في هذه الحصة",
    flag_unknown: "لا يوجد تسجيل بهذا الرمز في هذا التكوين",
    disagreement: "علامتان مختلفتان: {marks}. الرجاء اختيار واحدة.",
    light_ready: "كل علامة تُحفظ فورًا.",
    light_sending: "جارٍ الحفظ…",
    light_saved: "كل العلامات محفوظة.",
    light_failed: Plural {
        zero: "كل العلامات محفوظة.",
        one: "علامة واحدة لم تُحفظ. الرجاء إعادة المحاولة.",
        two: "علامتان لم تُحفظا. الرجاء إعادة المحاولة.",
        few: "{n} علامات لم تُحفظ. الرجاء إعادة المحاولة.",
        many: "{n} علامة لم تُحفظ. الرجاء إعادة المحاولة.",
        other: "{n} علامة لم تُحفظ. الرجاء إعادة المحاولة.",
    },
    row_sending: "جارٍ الحفظ…",
    row_failed: "لم تُحفظ",
    to_day: "حصص هذا اليوم",
};

/// A name with its number needs no other form: `الحضور: 12`.
const fn same(text: &'static str) -> Plural {
    Plural {
        zero: text,
        one: text,
        two: text,
        few: text,
        many: text,
        other: text,
    }
}
