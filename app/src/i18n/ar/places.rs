//! Arabic: the cluster, its hubs, organisations and projects, and what is said aloud.
//! The shape stands in `sections::places`.

use crate::i18n::{
    Plural,
    places::{Cluster, Hub, Listen, Missing, Organisation, Project},
};

pub static HUB: Hub = Hub {
    open_until: "مفتوح الآن، إلى الساعة {time}",
    opens_today: "مغلق الآن. يفتح اليوم على الساعة {time}",
    opens_on: "مغلق الآن. يفتح {day} على الساعة {time}",
    shut: "مغلق الآن",
    hours: "أوقات العمل",
    in_force: "معمول به الآن",
    days: "من {from} إلى {to}",
    unsure: "للتأكيد",
    sample_hours: "هذه الأوقات مثال للعرض فقط.",
    holidays: "أيام العطل القادمة: الفضاء مغلق",
    rooms: "القاعات والدخول",
    room_holds: Plural {
        zero: "لا أماكن",
        one: "شخص واحد",
        two: "شخصان",
        few: "{n} أشخاص",
        many: "{n} شخصًا",
        other: "{n} شخص",
    },
    steps: "بدرج",
    courses: "التكوين في هذا الفضاء",
    next: "الحصص القادمة هنا",
    next_none: "لا حصص هنا الآن. مواعيد جديدة قريبًا.",
    all_dates: "كلّ المواعيد في هذا الفضاء",
    kept_by: "يشرف عليه",
};

pub static ORGANISATION: Organisation = Organisation {
    role: "الدور في التجمّع",
    does: "بالتفصيل",
    offers: "التكوين الذي تقدّمه هذه الجهة",
    keeps: "الفضاء الذي تشرف عليه هذه الجهة",
};

pub static PROJECT: Project = Project {
    what: "المشروع",
    pays: "التكوين الذي يدعمه المشروع",
};

pub static CLUSTER: Cluster = Cluster {
    link: "من نحن",
    title: "من نحن",
    description: "من يعمل معًا في مدينة تونس العتيقة، ودور كلّ واحد.",
    how: "كيف نعمل",
    hubs: "الفضاءات",
    actors: "الأطراف وأدوارها",
    projects: "المشاريع الداعمة",
    history: "كيف بدأ التجمّع",
    plans: "ما نحضّره",
    joining: "الانضمام",
    call: "للانضمام، الاتصال بأحد الفضاءات. الرقم في أسفل الصفحة.",
};

pub static MISSING: Missing = Missing {
    course: "هذا التكوين غير موجود",
    session: "هذه الحصة غير موجودة",
    hub: "هذا الفضاء غير موجود",
    organisation: "هذه الجهة غير موجودة",
    project: "هذا المشروع غير موجود",
    course_text: "قد تكون المواعيد تغيّرت، أو يكون الرابط ناقصًا. كلّ المواعيد في الرزنامة.",
    place_text: "قد يكون الرابط قديمًا أو ناقصًا. كلّ الفضاءات والأطراف في صفحة «من نحن».",
};

pub static LISTEN: Listen = Listen {
    start: "استماع",
    stop: "إيقاف",
    no_voice: "لا صوت بالعربية في هذا الهاتف.",
    when: "{day}، من {from} إلى {to}.",
    first_of: Plural {
        zero: "لا حصص بعد.",
        one: "حصة واحدة.",
        two: "حصتان. الأولى:",
        few: "{n} حصص. الأولى:",
        many: "{n} حصة. الأولى:",
        other: "{n} حصة. الأولى:",
    },
    place: "المكان: {hub}، {address}.",
    room: "القاعة: {room}. {access}",
    route: "كيفية الوصول: {route}",
    bring: "ما يجب إحضاره: {things}.",
    call: "عندك سؤال؟ رقم هاتف الفضاء في أسفل الصفحة.",
};
