//! The two enrolments of a run as they were before they were joined, with the seats that this
//! takes. Whether it may be done at all is said in `part`.

use domain::{
    desk::EventKind,
    enrolment::EnrolmentStatus,
    id::SeatsId,
    joining::{Place, Whose},
};
use uuid::Uuid;

use super::{Unmerge, messages, moved::Run, side::Enrolled};
use crate::{
    Conn, StoreError,
    desk::{Event, record_event},
};

/// What taking a run apart has touched.
pub(super) struct Back {
    pub(super) pools: [SeatsId; 2],
    /// Whether a seat had been given to others: staff tell her, since no message would say it.
    pub(super) is_queued: bool,
}

impl Unmerge {
    /// Both enrolments of a run as they were. The place that stayed goes to the one whose it was,
    /// with what became of it; the other one takes hers again if it is free.
    pub(super) async fn restore(
        &self,
        tx: &mut Conn,
        run: &Run,
        joined_at: i64,
    ) -> Result<Back, StoreError> {
        let now = Enrolled::now(tx, run.kept.id).await?;
        let (mut kept, mut gone) = (run.kept.clone(), run.gone.clone());
        let mut is_queued = false;
        if run.was_shared() {
            let (owner, other) = match run.whose {
                Whose::Kept => (&mut kept, &mut gone),
                Whose::Gone => (&mut gone, &mut kept),
            };
            if now.place != run.place {
                owner.place = now.place; // a seat from the queue, meanwhile
                messages::follow_seat(tx, run.kept.id, owner.id).await?;
            }
            let wanted = other.place;
            other.place = take_again(tx, wanted).await?;
            is_queued = other.place.status != wanted.status;
        } else {
            // The other one had ended before: what the one that stayed has done since is hers.
            kept.place = now.place;
            if now.changed_at != joined_at {
                kept = Enrolled {
                    created_at: kept.created_at,
                    ..now
                };
            }
        }
        kept.write(tx, None).await?;
        gone.write(tx, None).await?;
        for place in [(&kept, run.kept.id), (&gone, run.gone.id)] {
            self.note(tx, place.0.place, place.1).await?;
        }
        Ok(Back {
            pools: [kept.place.seats, gone.place.seats],
            is_queued,
        })
    }

    async fn note(&self, tx: &mut Conn, place: Place, enrolment: Uuid) -> Result<(), StoreError> {
        let event = Event {
            enrolment,
            seats: place.seats,
            kind: EventKind::Parted,
            rank: place.rank,
            by: Some(self.by.account),
            reason: None,
            at: self.at,
        };
        record_event(tx, event).await
    }
}

/// Takes back what had been given up: a seat if one is free, else the first place of the queue,
/// because she had it before all who wait; a place in the queue where it was.
async fn take_again(tx: &mut Conn, wanted: Place) -> Result<Place, StoreError> {
    match wanted.status {
        EnrolmentStatus::Confirmed | EnrolmentStatus::Offered => {
            let taken = execute!(
                tx,
                "UPDATE seats SET taken = taken + 1 WHERE id = $1 AND taken < capacity",
                wanted.seats.0
            )?;
            match taken {
                1 => Ok(wanted),
                _ => first_of_queue(tx, wanted.seats).await,
            }
        }
        EnrolmentStatus::Waitlisted => {
            join_again(tx, wanted.seats).await?;
            Ok(wanted)
        }
        EnrolmentStatus::Pending | EnrolmentStatus::Cancelled | EnrolmentStatus::Excused => {
            Ok(wanted)
        }
    }
}

/// Before everybody who waits or ever waited there, with a rank that nobody else had.
async fn first_of_queue(tx: &mut Conn, pool: SeatsId) -> Result<Place, StoreError> {
    let (rank,) = fetch_one!(
        tx,
        (i64,),
        "UPDATE seats SET waiting = waiting + 1, front_rank = front_rank - 1 WHERE id = $1 \
         RETURNING front_rank",
        pool.0
    )?;
    Ok(Place {
        seats: pool,
        status: EnrolmentStatus::Waitlisted,
        rank: Some(rank),
    })
}

async fn join_again(tx: &mut Conn, pool: SeatsId) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE seats SET waiting = waiting + 1 WHERE id = $1",
        pool.0
    )?;
    Ok(())
}
