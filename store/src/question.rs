//! What courses ask of those who sign up, and what they answered. How an answer is read is
//! `domain::question`'s; who may read it is for the guards of `app::access` to say.

use domain::{
    id::{EnrolmentId, InstanceId, SignUpId},
    lang::Localised,
    question::{Answers, Question, Typed},
};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{Conn, Keys, StoreError, person::open_text};

/// What seals an answer.
const VALUE: &str = "answers.value";
/// Answers are filled up to this before they are sealed, or a yes would be told from a no by its
/// length.
const PADDED_BYTES: usize = 64;

/// An answer with the question as it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The question.
    pub question: Question<Localised>,
    /// Its answer, as it is kept.
    pub answer: Answer,
    /// When it was changed last, if it is not what the form said.
    pub changed_at: Option<Timestamp>,
}

/// What somebody answered. A log shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer(pub String);

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answer(…)")
    }
}

/// The questions that a course asks now, in their order.
pub async fn of_course(
    conn: &mut Conn,
    course: &str,
) -> Result<Vec<Question<Localised>>, StoreError> {
    let rows: Vec<(String,)> = fetch_all!(
        conn,
        (String,),
        "SELECT q.definition FROM questions q JOIN courses c ON c.id = q.course_id \
         WHERE c.slug = $1 AND q.position IS NOT NULL ORDER BY q.position",
        course
    )?;
    rows.iter()
        .map(|(definition,)| question(definition))
        .collect()
}

fn question(definition: &str) -> Result<Question<Localised>, StoreError> {
    serde_json::from_str(definition).map_err(|_| StoreError::Unknown("questions.definition"))
}

/// Keeps the answers of a request, in place of those that it has: whoever answers again answers
/// all of it. Whether there was anything to change.
pub(crate) async fn keep(
    tx: &mut Conn,
    sign_up: SignUpId,
    answers: &Answers,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let keys = tx.keys();
    let before = kept(tx, sign_up).await?;
    let mut changed = false;
    for it in before.iter().filter(|it| answers.get(&it.slug).is_none()) {
        remove(tx, sign_up, &it.slug).await?;
        changed = true;
    }
    let asked = asked_for(tx, sign_up).await?;
    for (slug, answer) in answers.iter() {
        // What was asked a moment ago and is asked no more is passed over.
        let Some((_, question)) = asked.iter().find(|(asked, _)| asked == slug) else {
            continue;
        };
        let same = before
            .iter()
            .any(|it| it.slug == slug && it.question == *question && it.answer == answer);
        if !same {
            put(tx, sign_up, slug, *question, &seal(&keys, answer), at).await?;
            changed = true;
        }
    }
    Ok(changed)
}

struct Kept {
    slug: String,
    question: Uuid,
    answer: String,
}

/// The questions that the course of a request asks now.
async fn asked_for(tx: &mut Conn, sign_up: SignUpId) -> Result<Vec<(String, Uuid)>, StoreError> {
    fetch_all!(
        tx,
        (String, Uuid),
        "SELECT q.slug, q.id FROM sign_ups s JOIN seats p ON p.id = s.seats_id \
         JOIN course_instances i ON i.id = p.instance_id \
         JOIN questions q ON q.course_id = i.course_id \
         WHERE s.id = $1 AND q.position IS NOT NULL",
        sign_up.0
    )
}

async fn kept(conn: &mut Conn, sign_up: SignUpId) -> Result<Vec<Kept>, StoreError> {
    let rows: Vec<(String, Uuid, Vec<u8>)> = fetch_all!(
        conn,
        (String, Uuid, Vec<u8>),
        "SELECT slug, question_id, value_sealed FROM answers WHERE sign_up_id = $1",
        sign_up.0
    )?;
    let keys = conn.keys();
    let kept = |(slug, question, sealed): (String, Uuid, Vec<u8>)| {
        Ok(Kept {
            slug,
            question,
            answer: open(&keys, &sealed)?,
        })
    };
    rows.into_iter().map(kept).collect()
}

async fn put(
    tx: &mut Conn,
    sign_up: SignUpId,
    slug: &str,
    question: Uuid,
    sealed: &[u8],
    at: Timestamp,
) -> Result<(), StoreError> {
    execute!(
        tx,
        "INSERT INTO answers (sign_up_id, slug, question_id, value_sealed, changed_at) \
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (sign_up_id, slug) DO UPDATE SET \
         question_id = $3, value_sealed = $4, changed_at = $5",
        sign_up.0,
        slug,
        question,
        sealed,
        at.as_microsecond()
    )
    .map(drop)
}

async fn remove(tx: &mut Conn, sign_up: SignUpId, slug: &str) -> Result<(), StoreError> {
    execute!(
        tx,
        "DELETE FROM answers WHERE sign_up_id = $1 AND slug = $2",
        sign_up.0,
        slug
    )
    .map(drop)
}

/// What a request has answered, as its form takes it.
pub async fn typed(conn: &mut Conn, sign_up: SignUpId) -> Result<Typed, StoreError> {
    let kept = kept(conn, sign_up).await?;
    Ok(kept.into_iter().map(|it| (it.slug, it.answer)).collect())
}

/// What was answered for an enrolment, in the order of the questions; what is asked no more
/// comes last.
pub async fn of_enrolment(
    conn: &mut Conn,
    enrolment: EnrolmentId,
) -> Result<Vec<Answered>, StoreError> {
    let rows: Vec<(Vec<u8>, i64, i64, String)> = fetch_all!(
        conn,
        (Vec<u8>, i64, i64, String),
        "SELECT a.value_sealed, a.changed_at, s.created_at, q.definition \
         FROM answers a JOIN sign_ups s ON s.id = a.sign_up_id \
         JOIN questions q ON q.id = a.question_id \
         WHERE a.sign_up_id = (SELECT l.id FROM sign_ups l \
             WHERE l.enrolment_id = $1 AND NOT l.is_repeat \
             ORDER BY COALESCE(l.answered_at, l.created_at) DESC, l.id DESC LIMIT 1) \
         ORDER BY CASE WHEN q.position IS NULL THEN 1 ELSE 0 END, q.position, q.slug",
        enrolment.0
    )?;
    let keys = conn.keys();
    let answered = |(sealed, changed_at, sent_at, definition): (Vec<u8>, _, _, String)| {
        Ok(Answered {
            question: question(&definition)?,
            answer: Answer(open(&keys, &sealed)?),
            changed_at: (changed_at > sent_at)
                .then(|| Timestamp::from_microsecond(changed_at))
                .transpose()
                .map_err(|_| StoreError::Unknown("answers.changed_at"))?,
        })
    };
    rows.into_iter().map(answered).collect()
}

/// What was answered for each enrolment of a run, in the order of the questions.
pub async fn of_instance(
    conn: &mut Conn,
    instance: InstanceId,
) -> Result<Vec<(EnrolmentId, Question<Localised>, Answer)>, StoreError> {
    let rows: Vec<(Uuid, Vec<u8>, String)> = fetch_all!(
        conn,
        (Uuid, Vec<u8>, String),
        "SELECT e.id, a.value_sealed, q.definition FROM seats p \
         JOIN enrolments e ON e.seats_id = p.id \
         JOIN answers a ON a.sign_up_id = (SELECT s.id FROM sign_ups s \
             WHERE s.enrolment_id = e.id AND NOT s.is_repeat \
             ORDER BY COALESCE(s.answered_at, s.created_at) DESC, s.id DESC LIMIT 1) \
         JOIN questions q ON q.id = a.question_id WHERE p.instance_id = $1 \
         ORDER BY CASE WHEN q.position IS NULL THEN 1 ELSE 0 END, q.position, q.slug, \
                  q.version DESC",
        instance.0
    )?;
    let keys = conn.keys();
    let answered = |(enrolment, sealed, definition): (Uuid, Vec<u8>, String)| {
        let answer = Answer(open(&keys, &sealed)?);
        Ok((EnrolmentId(enrolment), question(&definition)?, answer))
    };
    rows.into_iter().map(answered).collect()
}

fn seal(keys: &Keys, answer: &str) -> Vec<u8> {
    let mut padded = answer.as_bytes().to_vec();
    let bytes = padded.len().max(1).next_multiple_of(PADDED_BYTES);
    padded.resize(bytes, 0);
    keys.seal(VALUE, &padded)
}

fn open(keys: &Keys, sealed: &[u8]) -> Result<String, StoreError> {
    // No answer holds a control character, so the zeros are the filling.
    Ok(open_text(keys, VALUE, sealed)?
        .trim_end_matches('\0')
        .to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yes_and_a_no_are_sealed_alike_and_come_back_as_they_were() {
        let keys = Keys::new([7; 32]);
        let (yes, no) = (seal(&keys, "yes"), seal(&keys, "no"));
        assert_eq!(yes.len(), no.len());
        for answer in ["yes", "no", "", &"ش".repeat(40)] {
            assert_eq!(open(&keys, &seal(&keys, answer)).unwrap(), answer);
        }
    }
}
