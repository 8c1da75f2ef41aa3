//! A private link as a QR code, for the camera of another phone. Drawn here so that no phone
//! has to download how.

use fast_qr::{ECL, QRBuilder};

use crate::public::model::Qr;

/// The code of a text; none where the text is longer than such a code can be.
#[must_use]
pub fn of(text: &str) -> Option<Qr> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let side = code.size;
    let is_dark = |x: usize, y: usize| x < side && code.data[y * side + x].value();
    let mut path = String::new();
    for y in 0..side {
        let mut x = 0;
        while x < side {
            let run = (x..=side).take_while(|&x| is_dark(x, y)).count();
            if run > 0 {
                path.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
            }
            x += run.max(1);
        }
    }
    Some(Qr {
        side: u16::try_from(side).ok()?,
        path,
    })
}
