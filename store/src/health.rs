//! Whether the records can be read and written now, for the operator's probe. What an answer
//! looks like and how much room is enough are the caller's to say.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use uuid::Uuid;

use crate::{Conn, Store, StoreError, Write, keys::random};

/// Why the records cannot be relied upon now.
#[derive(Debug, thiserror::Error)]
pub enum Unwell {
    /// The database gave no answer.
    #[error("the database does not answer")]
    Silent(#[source] StoreError),
    /// It answers questions but takes no changes: read-only, a standby, or held by another.
    #[error("the database takes no changes")]
    ReadOnly(#[source] StoreError),
    /// SQLite: nothing can be written beside the database, where its journal stands.
    #[error("the database's folder cannot be written")]
    Folder(#[source] io::Error),
    /// SQLite: the disk is nearly full.
    #[error("the database's disk has too little room: {free_bytes} bytes are free")]
    NoRoom {
        /// What is left for us.
        free_bytes: u64,
    },
}

impl Store {
    /// Asks the database a question and offers it a change that changes nothing. Where it is a
    /// file, also looks whether its folder can be written and has so much room.
    pub async fn health(&self, free_bytes_min: u64) -> Result<(), Unwell> {
        let asked = async { ask(&mut self.read().await?).await };
        asked.await.map_err(Unwell::Silent)?;
        if let Some(folder) = self.folder() {
            let folder = folder.to_owned();
            let looked = tokio::task::spawn_blocking(move || look_at(&folder, free_bytes_min));
            looked
                .await
                .map_err(|_| Unwell::Silent(StoreError::Interrupted))??;
        }
        self.write(ChangeNothing).await.map_err(Unwell::ReadOnly)
    }
}

/// A connection from the pool may be a dead one: only an answer tells.
async fn ask(conn: &mut Conn) -> Result<(), StoreError> {
    fetch_one!(conn, (i64,), "SELECT COUNT(*) FROM store_key").map(drop)
}

/// A database that is read-only refuses this although no row is meant.
struct ChangeNothing;

impl Write for ChangeNothing {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(tx, "UPDATE store_key SET id = id WHERE id = 0").map(drop)
    }
}

fn look_at(folder: &Path, free_bytes_min: u64) -> Result<(), Unwell> {
    let free_bytes = fs4::available_space(folder).map_err(Unwell::Folder)?;
    if free_bytes < free_bytes_min {
        return Err(Unwell::NoRoom { free_bytes });
    }
    write_beside(folder).map_err(Unwell::Folder)
}

/// Makes a file and takes it away again: what permissions say does not tell of a disk that was
/// mounted read-only.
fn write_beside(folder: &Path) -> io::Result<()> {
    tried(&probe_in(folder), |probe| fs::write(probe, b"mawid"))
}

/// Takes the file away whatever became of writing it: on a full disk it may be there and empty.
fn tried(probe: &Path, write: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    let written = write(probe);
    let removed = fs::remove_file(probe);
    written.and(removed)
}

fn probe_in(folder: &Path) -> PathBuf {
    folder.join(format!(".mawid-{}", Uuid::from_bytes(random()).simple()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_probe_that_could_not_be_filled_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let full = tried(&probe_in(folder.path()), |probe| {
            fs::write(probe, b"")?;
            Err(io::ErrorKind::StorageFull.into())
        });
        assert_eq!(full.unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        // The control: a folder that can be written is as it was.
        write_beside(folder.path()).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        let nowhere = write_beside(&folder.path().join("nowhere"));
        assert_eq!(nowhere.unwrap_err().kind(), io::ErrorKind::NotFound);
    }
}
