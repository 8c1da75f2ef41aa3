//! From rows that may be one woman to what the pages show.

use domain::{id::EnrolmentId, lang::Lang};
use store::desk as records;

use super::{desk::moment, staff::me};
use crate::{
    access::{EnrolmentAccess, Staff},
    error::AppError,
    staff::{
        desk_model::Standing,
        duplicates::model::{Compared, Duplicates, Entry, Joined, Pair, Same, Side},
    },
};

/// The pairs at her hubs.
pub async fn duplicates(staff: &Staff) -> Result<Duplicates, AppError> {
    let pairs = staff.pairs().await?;
    Ok(Duplicates {
        me: me(staff),
        pairs: pairs.into_iter().map(pair).collect(),
    })
}

fn pair(pair: records::Pair) -> Pair {
    Pair {
        one: pair.one,
        one_name: pair.one_name,
        other: pair.other,
        other_name: pair.other_name,
        likeness: pair.likeness,
    }
}

/// Two rows side by side.
pub async fn compare(
    access: &EnrolmentAccess,
    other: EnrolmentId,
    lang: Lang,
) -> Result<Compared, AppError> {
    let compared = access.compare(other).await?;
    let zone = access.staff().home_zone().await?;
    let [one, other] = compared.sides;
    Ok(Compared {
        me: me(access.staff()),
        sides: [side(one, lang, &zone)?, side(other, lang, &zone)?],
        same_phone: compared.same_phone,
    })
}

fn side(side: records::Side, lang: Lang, zone: &str) -> Result<Side, AppError> {
    let entry = |entry: records::Entry| {
        Ok(Entry {
            enrolment: entry.enrolment,
            title: entry.title.get(lang).to_owned(),
            from: moment(entry.starts_at, zone)?,
            standing: Standing {
                status: entry.status,
                place: entry.place,
            },
            notes: entry.notes,
            marks: entry.marks,
        })
    };
    Ok(Side {
        enrolment: side.enrolment,
        name: side.name,
        since: moment(side.since, zone)?,
        lang: side.lang,
        entries: side
            .entries
            .into_iter()
            .map(entry)
            .collect::<Result<_, AppError>>()?,
    })
}

/// What her own page says of it.
pub async fn of_record(
    access: &EnrolmentAccess,
    goes_on: Option<EnrolmentId>,
) -> Result<Same, AppError> {
    if goes_on.is_some() {
        return Ok(Same {
            goes_on,
            ..Same::default()
        });
    }
    let (zone, now) = (access.staff().home_zone().await?, access.staff().now());
    let joined = |it: records::Joining| {
        Ok(Joined {
            merge: it.merge,
            name: it.name,
            by: it.by.map(|by| by.0).unwrap_or_default(),
            at: moment(it.at, &zone)?,
            until: (now < it.until)
                .then(|| moment(it.until, &zone))
                .transpose()?,
        })
    };
    let joinings = access.joinings().await?;
    Ok(Same {
        pairs: access.pairs().await?.into_iter().map(pair).collect(),
        joined: joinings
            .into_iter()
            .map(joined)
            .collect::<Result<_, AppError>>()?,
        goes_on: None,
    })
}
