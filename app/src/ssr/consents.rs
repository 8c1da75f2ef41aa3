//! Consents on the server: which version a text has, what is shown of the answers, and the list of
//! what withdrawals ask for.

use domain::{consent::Purpose, desk::ConsentChannel, id::EnrolmentId, lang::Lang};
use store::consent::{self as records, DoneTask, Recorded, Said};

use super::{
    desk::{self, moment},
    enrol::CONSENT_TEXT,
    forms::see_other,
    staff::me,
};
use crate::{
    access::{EnrolmentAccess, Staff, TaskAccess},
    error::AppError,
    public::model::ConsentAnswer,
    routes,
    staff::consents::model::{Answer, Consent, Task, TasksPage},
};

/// The version of the text of a purpose, in all languages. It goes into the ledger with every
/// answer; a test holds it to the words.
#[must_use]
pub const fn text_version(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Data => CONSENT_TEXT,
        Purpose::PhotoSelf => "photo_self-2",
        Purpose::PhotoGroup => "photo_group-2",
        Purpose::SocialMedia => "social_media-2",
        Purpose::FunderReport => "funder_report-1",
    }
}

/// The answer in a field of a form: `yes`, `no`, or nothing.
#[must_use]
pub fn said(purpose: Purpose, field: &str) -> Option<Said> {
    let granted = match field {
        "yes" => true,
        "no" => false,
        _ => return None,
    };
    Some(Said {
        purpose,
        granted,
        text_version: text_version(purpose),
    })
}

/// What her page shows of her answers.
pub fn answered(told: Vec<records::Told>, zone: &str) -> Result<Vec<ConsentAnswer>, AppError> {
    let answer = |told: records::Told| {
        Ok(ConsentAnswer {
            purpose: told.purpose,
            granted: told.granted,
            since: moment(told.at, zone)?.date,
        })
    };
    told.into_iter().map(answer).collect()
}

/// What staff see of them: a line for each purpose, answered or not.
pub fn told(told: Vec<records::Told>, zone: &str) -> Result<Vec<Consent>, AppError> {
    let mut told = told;
    let line = |purpose: &Purpose| {
        let found = told.iter().position(|it| it.purpose == *purpose);
        let answer = found.map(|at| told.swap_remove(at)).map(|it| {
            Ok::<_, AppError>(Answer {
                granted: it.granted,
                channel: it.channel,
                by: it.by.map(|by| by.0),
                at: moment(it.at, zone)?,
            })
        });
        Ok(Consent {
            purpose: *purpose,
            answer: answer.transpose()?,
        })
    };
    Purpose::ALL.iter().map(line).collect()
}

/// Writes down what she told staff, and leads back to her enrolment.
pub async fn record(
    access: &EnrolmentAccess,
    lang: Lang,
    enrolment: EnrolmentId,
    said: Said,
    channel: ConsentChannel,
) -> Result<(), AppError> {
    let notice = match access.record_consent(said, channel, lang).await? {
        Recorded::Added(0) => "consent-same",
        Recorded::Added(_) => "consent-recorded",
        Recorded::Unknown => return Err(AppError::NotFound),
    };
    desk::back_to_record(lang, enrolment, notice);
    Ok(())
}

/// What withdrawals ask of her hubs.
pub async fn tasks(staff: &Staff) -> Result<TasksPage, AppError> {
    let zone = staff.home_zone().await?;
    let show = |task: records::Task| {
        let done = task.done.map(|(at, by)| {
            let by = by.map(|by| by.0).unwrap_or_default();
            Ok::<_, AppError>((by, moment(at, &zone)?))
        });
        Ok::<_, AppError>(Task {
            id: task.id,
            name: task.name,
            purpose: task.purpose,
            by_repeat: task.by_repeat,
            enrolment: task.enrolment,
            at: moment(task.at, &zone)?,
            done: done.transpose()?,
        })
    };
    let (open, done) = (
        staff.consent_tasks(false).await?,
        staff.consent_tasks(true).await?,
    );
    Ok(TasksPage {
        me: me(staff),
        open: open.into_iter().map(show).collect::<Result<_, _>>()?,
        done: done.into_iter().map(show).collect::<Result<_, _>>()?,
    })
}

/// Writes down that what a withdrawal asks for is done.
pub async fn finish(access: &TaskAccess, lang: Lang) -> Result<(), AppError> {
    let notice = match access.finish().await? {
        DoneTask::Done => "task-done",
        DoneTask::Gone => "task-gone",
    };
    see_other(&routes::consents_with(lang, notice));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{i18n::t, public::consent::asked_text};

    /// Each version that a text ever had, with a digest of its words in the three languages. A
    /// line is never changed: a new text is a new version, and a new line.
    const VERSIONS: &[(&str, &str)] = &[
        ("enrol-1", "84de87bdd6f4b4a7"),
        ("enrol-2", "706406e33eb6bbaf"),
        ("photo_self-1", "f0d13396360223f2"),
        ("photo_self-2", "585492f0989da9c8"),
        ("photo_group-1", "65b9b53979d65f5f"),
        ("photo_group-2", "46c4e1b89edcb14a"),
        ("social_media-1", "d9f7b6732d739ccb"),
        ("social_media-2", "ca44ca78899421db"),
        ("funder_report-1", "34ce4d7c1fd2296f"),
    ];

    fn digest(texts: [&str; 3]) -> String {
        let hash = store::keys::hash(texts.join("\u{1f}").as_bytes());
        hash.iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    #[test]
    fn a_text_that_is_agreed_to_does_not_change_without_its_version() {
        let now = |purpose: &Purpose| {
            let texts = [Lang::Ar, Lang::Fr, Lang::En].map(|lang| asked_text(t(lang), *purpose));
            (text_version(*purpose), digest(texts))
        };
        let unwritten: Vec<_> = Purpose::ALL.iter().map(now).collect();
        let is_written = |now: &(&str, String)| {
            let mut lines = VERSIONS.iter();
            lines.any(|(version, digest)| (*version, *digest) == (now.0, now.1.as_str()))
        };
        let unwritten: Vec<_> = unwritten.into_iter().filter(|it| !is_written(it)).collect();
        // A changed text is a new version, and a new line above.
        assert_eq!(unwritten, []);
    }

    #[test]
    fn a_changed_word_is_another_digest() {
        assert_ne!(digest(["a", "b", "c"]), digest(["a", "b", "d"]));
        assert_ne!(digest(["a", "bc", ""]), digest(["ab", "c", ""]));
    }
}
