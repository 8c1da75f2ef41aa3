//! Her answers to a course's questions on the server: what the page is rendered from, and what
//! becomes of them when they are sent.

use domain::{
    id::SignUpId,
    lang::{Lang, Localised},
    question::{self, AnswerFault, Question, Typed},
};
use jiff::Timestamp;
use store::{
    calendar::{self, EnrolPage as Record},
    enrolment::{ChangeOutcome, MyEnrolment},
};

use super::{calendar::Shown, enrol::cut_answers, forms};
use crate::{
    access::VisitStore,
    error::AppError,
    forms::Outcome,
    public::{
        mine::ANSWERS_FORM,
        model::{AnswersNotice, AnswersPage, AnswersState},
    },
    routes,
};

/// The page; nothing where this browser does not hold the enrolment, where there is nothing to
/// answer, or where it is over.
pub async fn page(
    guard: &VisitStore,
    lang: Lang,
    sign_up: SignUpId,
) -> Result<Option<AnswersPage>, AppError> {
    let Some(record) = record(guard, sign_up).await? else {
        return Ok(None);
    };
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    let draft: Option<AnswersState> = forms::take(guard.site(), &guard.keys(), &form_of(sign_up));
    let state = match draft {
        Some(state) => state,
        None => AnswersState {
            typed: guard.typed(sign_up).await?,
            ..AnswersState::default()
        },
    };
    Ok(Some(AnswersPage {
        sign_up,
        title: shown.text(&record.title),
        questions: shown.questions(&record.questions),
        state,
    }))
}

/// What becomes of the answers that were sent.
pub async fn receive(
    guard: &VisitStore,
    lang: Lang,
    sign_up: SignUpId,
    typed: Typed,
) -> Result<Outcome<AnswersState>, AppError> {
    let desk = Desk {
        guard,
        lang,
        sign_up,
    };
    match record(guard, sign_up).await {
        Ok(Some(record)) => desk.keep(&record.questions, typed).await,
        Ok(None) => Ok(forms::done(&routes::mine_with(lang, "unknown"))),
        Err(AppError::Unavailable) => Ok(desk.again(typed, &[], Some(AnswersNotice::Busy))),
        Err(error) => Err(error),
    }
}

/// Whether she may change what she answered: while she has a place or waits, and until it is over.
#[must_use]
pub fn may_change(now: Timestamp, mine: &MyEnrolment) -> bool {
    mine.status.is_active() && now < mine.ends_at
}

/// What one of this visit is for, where its answers may be changed and something is asked.
async fn record(guard: &VisitStore, sign_up: SignUpId) -> Result<Option<Record>, AppError> {
    let held = guard.mine().await?;
    let mine = held.into_iter().find(|mine| mine.sign_up == sign_up);
    let Some(mine) = mine.filter(|mine| may_change(guard.now(), mine)) else {
        return Ok(None);
    };
    let record = calendar::seats(&mut guard.read().await?, &mine.seats_slug).await?;
    Ok(record.filter(|record| !record.questions.is_empty()))
}

fn form_of(sign_up: SignUpId) -> String {
    format!("answers/{sign_up}")
}

/// The form of one enrolment.
struct Desk<'a> {
    guard: &'a VisitStore,
    lang: Lang,
    sign_up: SignUpId,
}

impl Desk<'_> {
    async fn keep(
        &self,
        questions: &[Question<Localised>],
        typed: Typed,
    ) -> Result<Outcome<AnswersState>, AppError> {
        let answers = match question::parse(questions, &typed) {
            Ok(answers) => answers,
            Err(faults) => return Ok(self.again(typed, &faults, None)),
        };
        let notice = match self.guard.change_answers(self.sign_up, answers).await {
            Ok(ChangeOutcome::Kept) => "answered",
            Ok(ChangeOutcome::Over) => "answers-over",
            Ok(ChangeOutcome::Unknown) => "unknown",
            Err(AppError::Unavailable) => {
                return Ok(self.again(typed, &[], Some(AnswersNotice::Busy)));
            }
            Err(_) => return Ok(self.again(typed, &[], Some(AnswersNotice::Failed))),
        };
        Ok(forms::done(&routes::mine_with(self.lang, notice)))
    }

    fn again(
        &self,
        typed: Typed,
        faults: &[AnswerFault],
        notice: Option<AnswersNotice>,
    ) -> Outcome<AnswersState> {
        let state = AnswersState {
            typed: cut_answers(typed),
            faults: faults.to_vec(),
            notice,
        };
        let page = routes::answers(self.lang, &self.sign_up.to_string());
        let back = format!("{page}#{ANSWERS_FORM}");
        let (site, keys) = (self.guard.site(), self.guard.keys());
        forms::again(site, &keys, &form_of(self.sign_up), &back, state)
    }
}
