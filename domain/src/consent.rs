//! What a person may be asked to agree to, each purpose by itself (law 2004-63: declared purposes;
//! photographs need an express consent for each use). Texts and their versions stand in `app`.

use serde::{Deserialize, Serialize};

use crate::words::words;

words! {
    /// One purpose. Only the first is needed for a seat.
    pub enum Purpose {
        /// Name and phone, to organise the course.
        Data = "data",
        /// A photograph of her alone, for herself.
        PhotoSelf = "photo_self",
        /// To be seen on photographs of the group, in the hub.
        PhotoGroup = "photo_group",
        /// To be seen on web pages and social media.
        SocialMedia = "social_media",
        /// Photographs and words of hers in reports to funders.
        FunderReport = "funder_report",
    }
}

impl Purpose {
    /// Those that she is asked about, and that no seat depends on.
    pub const ASKED: [Self; 4] = [
        Self::PhotoSelf,
        Self::PhotoGroup,
        Self::SocialMedia,
        Self::FunderReport,
    ];
}

/// Which photographs may be taken of someone. Without an answer, none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photos {
    /// Of her alone.
    pub alone: bool,
    /// With the group.
    pub group: bool,
}
