//! Arabic: the pages that everyone may read.
//! The shape stands in `sections::browse`.

use crate::i18n::{
    Plural,
    browse::{Calendar, Course, Home, Session},
};

pub const HOME: Home = Home {
    title: "دورات تكوين وورشات في مدينة تونس العتيقة",
    description: "دورات تكوين وورشات تجمّع الاقتصاد الاجتماعي والتضامني في مدينة تونس العتيقة: \
                  المواعيد والتسجيل في دقيقة واحدة، دون حساب.",
    heading: "نتعلّم ونبدع ونلتقي في مدينة تونس العتيقة",
    lead: "تكوين قريب منك، والتسجيل في دقيقة واحدة، دون حساب.",
    see_calendar: "الاطّلاع على الرزنامة",
    hubs_heading: "فضاءات للتعلّم",
    next_heading: "المواعيد القادمة",
    next_none: "مواعيد جديدة قريبًا.",
    how_heading: "كيف يتمّ التسجيل",
    choose: "اختيار حصة",
    choose_text: "اليوم والمكان وعدد الأماكن المتبقية، كلّها واضحة.",
    sign_up: "التسجيل",
    sign_up_text: "يكفي الاسم ورقم الهاتف.",
    keep: "حفظ الرابط",
    keep_text: "رابطك الخاص يُظهر مكانك ويتيح الإلغاء.",
};

pub const CALENDAR: Calendar = Calendar {
    title: "الرزنامة",
    description: "دورات تكوين وورشات في مدينة تونس العتيقة، أسبوعًا بأسبوع.",
    week_of: "أسبوع {date}",
    weeks: "الأسابيع",
    previous: "الأسبوع السابق",
    this_week: "هذا الأسبوع",
    next: "الأسبوع التالي",
    today: "اليوم",
    holiday: "يوم عطلة: {name}",
    holiday_unsure: "يوم عطلة: {name} (التاريخ للتأكيد)",
    none_this_week: "لا توجد حصص هذا الأسبوع.",
    next_with: "الحصص القادمة: أسبوع {date}",
    none_at_all: "لا توجد حصص مبرمجة بعد هذا الأسبوع. مواعيد جديدة قريبًا.",
};

pub const SESSION: Session = Session {
    description: "{when}، {hub}. التسجيل في دقيقة واحدة، دون حساب.",
    places_left: Plural {
        zero: "لم يبق أي مكان",
        one: "بقي مكان واحد",
        two: "بقي مكانان",
        few: "بقيت {n} أماكن",
        many: "بقي {n} مكانًا",
        other: "بقي {n} مكان",
    },
    full: "اكتمل العدد – قائمة الانتظار",
    full_waiting: Plural {
        zero: "اكتمل العدد – قائمة الانتظار",
        one: "اكتمل العدد – قائمة الانتظار (شخص واحد)",
        two: "اكتمل العدد – قائمة الانتظار (شخصان)",
        few: "اكتمل العدد – قائمة الانتظار ({n} أشخاص)",
        many: "اكتمل العدد – قائمة الانتظار ({n} شخصًا)",
        other: "اكتمل العدد – قائمة الانتظار ({n} شخص)",
    },
    closed: "انتهى أجل التسجيل",
    over: "انتهت هذه الحصة",
    when: "الموعد",
    place: "المكان",
    route: "كيفية الوصول",
    bring: "ما يجب إحضاره",
    language: "لغة الحصة",
    offered_by: "تقديم",
    access: "الدخول",
    arabic: "العربية",
    french: "الفرنسية",
    english: "الإنجليزية",
    women_only: "للنساء فقط",
    step_free: "دخول دون درج",
    childcare: "حضانة الأطفال",
    childcare_places: Plural {
        zero: "لا مكان للأطفال",
        one: "مكان لطفل واحد",
        two: "مكانان لطفلين",
        few: "{n} أماكن للأطفال",
        many: "{n} مكانًا للأطفال",
        other: "{n} مكان للأطفال",
    },
    sign_up: "التسجيل",
    join_list: "التسجيل في قائمة الانتظار",
    see_course: "عن هذا التكوين",
    other_sessions: "كلّ الحصص",
    another_day: "يوم آخر",
    on_holiday: "هذا اليوم يوم عطلة ({name}). سيؤكّد الفضاء الموعد.",
};

pub const COURSE: Course = Course {
    for_whom: "لمن هذا التكوين",
    learns: "محتوى التكوين",
    dates: "المواعيد",
    whole: Plural {
        zero: "لا حصص بعد",
        one: "حصة واحدة",
        two: "حصتان: تسجيل واحد للحصتين",
        few: "{n} حصص: تسجيل واحد لكلّ الحصص",
        many: "{n} حصة: تسجيل واحد لكلّ الحصص",
        other: "{n} حصة: تسجيل واحد لكلّ الحصص",
    },
    slots: "مواعيد فردية: اختيار الموعد المناسب",
    no_dates: "مواعيد جديدة قريبًا.",
    past: "مواعيد مضت",
    under_3: "أقلّ من 3 سنوات",
    from_3_to_5: "من 3 إلى 5 سنوات",
    from_6_to_12: "من 6 إلى 12 سنة",
    thanks: "بدعم من",
};
