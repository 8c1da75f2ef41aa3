//! What a refusal says, in the three languages: what happened and what helps,
//! without blame and without jargon.

use domain::lang::Lang;

use super::Refusal;

/// Heading and sentence of a refusal.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// One line.
    pub title: &'static str,
    /// What she can do.
    pub text: &'static str,
}

/// The words for a refusal.
pub fn words(refusal: Refusal, lang: Lang) -> Words {
    match lang {
        Lang::Ar => arabic(refusal),
        Lang::Fr => french(refusal),
        Lang::En => english(refusal),
    }
}

/// Link to the page she came from.
pub fn back(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "الرجوع إلى الصفحة السابقة",
        Lang::Fr => "Revenir à la page précédente",
        Lang::En => "Go back to the previous page",
    }
}

/// Link to the first page.
pub fn home(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "الصفحة الرئيسية",
        Lang::Fr => "Page d’accueil",
        Lang::En => "First page",
    }
}

/// Link to the staff's sign-in.
pub fn sign_in(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "تسجيل الدخول",
        Lang::Fr => "Se connecter",
        Lang::En => "Sign in",
    }
}

fn arabic(refusal: Refusal) -> Words {
    let (title, text) = match refusal {
        Refusal::ForeignOrigin => (
            "لم نقبل هذا الطلب",
            "وصلنا الطلب من موقع آخر. لحمايتك لا نقبل إلا ما يُرسَل من صفحاتنا. افتحي الصفحة من هنا وأعيدي المحاولة.",
        ),
        Refusal::NotUnderstood => (
            "لم نفهم هذا الطلب",
            "ربما تغيّرت الصفحة منذ أن فتحتِها. افتحيها من جديد وأعيدي المحاولة.",
        ),
        Refusal::SignInFirst => (
            "يجب تسجيل الدخول",
            "هذه الصفحة مخصّصة لفريق العمل. سجّلي الدخول ثم أعيدي المحاولة.",
        ),
        Refusal::NotAllowed => (
            "هذه الصفحة ليست متاحة لك",
            "إذا كنتِ بحاجة إليها فاطلبي ذلك من المنسّقة.",
        ),
        Refusal::NotFound => (
            "لم نجد هذه الصفحة",
            "قد يكون العنوان غير كامل أو أن الصفحة لم تعد موجودة.",
        ),
        Refusal::WrongMethod => ("لا يمكن فتح هذا العنوان مباشرة", "ابدئي من الصفحة الرئيسية."),
        Refusal::Outdated => (
            "تغيّرت هذه الصفحة",
            "لم يُسجَّل شيء. افتحي الصفحة من جديد وأعيدي المحاولة.",
        ),
        Refusal::TooLarge => ("النص أطول من اللازم", "اختصري ما كتبتِه ثم أعيدي المحاولة."),
        Refusal::TooSlow => (
            "انقطع الإرسال",
            "يبدو أن الاتصال بطيء. لم يُسجَّل شيء. أعيدي المحاولة.",
        ),
        Refusal::Busy => (
            "الخدمة مشغولة",
            "انتظري بضع ثوانٍ ثم أعيدي المحاولة. لن تُسجَّلي مرتين.",
        ),
        Refusal::Broken => (
            "حدث خلل عندنا",
            "الخطأ ليس منك. انتظري قليلاً ثم أعيدي المحاولة.",
        ),
    };
    Words { title, text }
}

fn french(refusal: Refusal) -> Words {
    let (title, text) = match refusal {
        Refusal::ForeignOrigin => (
            "Cette demande n’a pas été acceptée",
            "Elle vient d’un autre site. Pour vous protéger, nous n’acceptons que ce qui est envoyé depuis nos pages. Ouvrez la page d’ici et réessayez.",
        ),
        Refusal::NotUnderstood => (
            "Nous n’avons pas compris cette demande",
            "La page a peut-être changé depuis que vous l’avez ouverte. Ouvrez-la de nouveau et réessayez.",
        ),
        Refusal::SignInFirst => (
            "Il faut se connecter",
            "Cette page est réservée à l’équipe. Connectez-vous, puis réessayez.",
        ),
        Refusal::NotAllowed => (
            "Cette page ne vous est pas ouverte",
            "Si vous en avez besoin, demandez à la coordination.",
        ),
        Refusal::NotFound => (
            "Cette page est introuvable",
            "L’adresse est peut-être incomplète, ou la page n’existe plus.",
        ),
        Refusal::WrongMethod => (
            "Cette adresse ne s’ouvre pas directement",
            "Commencez par la page d’accueil.",
        ),
        Refusal::Outdated => (
            "Cette page a changé",
            "Rien n’a été enregistré. Ouvrez la page de nouveau et réessayez.",
        ),
        Refusal::TooLarge => ("Le texte est trop long", "Raccourcissez-le et réessayez."),
        Refusal::TooSlow => (
            "L’envoi s’est interrompu",
            "La connexion semble lente. Rien n’a été enregistré. Réessayez.",
        ),
        Refusal::Busy => (
            "Le service est très demandé",
            "Attendez quelques secondes et réessayez. Vous ne serez pas inscrite deux fois.",
        ),
        Refusal::Broken => (
            "Une panne de notre côté",
            "Ce n’est pas de votre faute. Attendez un moment et réessayez.",
        ),
    };
    Words { title, text }
}

fn english(refusal: Refusal) -> Words {
    let (title, text) = match refusal {
        Refusal::ForeignOrigin => (
            "This request was not accepted",
            "It came from another site. To protect you, we only accept what is sent from our own pages. Open the page from here and try again.",
        ),
        Refusal::NotUnderstood => (
            "We did not understand this request",
            "The page may have changed since you opened it. Open it again and retry.",
        ),
        Refusal::SignInFirst => (
            "Please sign in",
            "This page is for staff. Sign in, then try again.",
        ),
        Refusal::NotAllowed => (
            "This page is not open to you",
            "If you need it, ask the coordinator.",
        ),
        Refusal::NotFound => (
            "We cannot find this page",
            "The address may be incomplete, or the page may be gone.",
        ),
        Refusal::WrongMethod => (
            "This address cannot be opened directly",
            "Start from the first page.",
        ),
        Refusal::Outdated => (
            "This page has changed",
            "Nothing was saved. Open the page again and retry.",
        ),
        Refusal::TooLarge => ("The text is too long", "Shorten it and try again."),
        Refusal::TooSlow => (
            "Sending was interrupted",
            "The connection seems slow. Nothing was saved. Please try again.",
        ),
        Refusal::Busy => (
            "The service is busy",
            "Wait a few seconds and try again. You will not be signed up twice.",
        ),
        Refusal::Broken => (
            "Something broke on our side",
            "It is not your fault. Wait a moment and try again.",
        ),
    };
    Words { title, text }
}
