//! The enrol form as a browser without scripts fills it in and sends it.
//! Left to others: who does, and when.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::http;

/// A person reads the form and fills it in; whoever is faster than this is called first.
pub const READS: Duration = Duration::from_secs(3);

/// A form that was opened, with what it brings along.
pub struct EnrolForm {
    run: &'static str,
    key: String,
    stamp: String,
    cookies: String,
}

impl EnrolForm {
    /// Opens the form of a run in a browser of its own.
    pub fn open(address: &str, run: &'static str) -> Result<Self> {
        let (page, cookies) = http::visit(address, &format!("/fr/enrol/{run}"))?;
        let page = String::from_utf8_lossy(&page);
        Ok(Self {
            run,
            key: hidden(&page, "key")?.to_owned(),
            stamp: hidden(&page, "stamp")?.to_owned(),
            cookies,
        })
    }

    /// Sends it for the n-th woman, and says how long the answer took. An answer that is no
    /// redirect to her confirmation is an error.
    pub fn send(self, address: &str, n: u64) -> Result<Duration> {
        let Self {
            run,
            key,
            stamp,
            cookies,
        } = self;
        let form = format!(
            "lang=fr&seats={run}&given_name=Salma&family_name=Ben+Ali&phone=2{n:07}&consent=yes\
             &waitlist=yes&key={key}&stamp={stamp}"
        );
        let begun = Instant::now();
        let location = http::post(address, "/api/enrolments/create", &cookies, &form)?;
        if location != "/fr/my/done" {
            bail!("led to {location}");
        }
        Ok(begun.elapsed())
    }
}

/// The value of a hidden field.
fn hidden<'a>(page: &'a str, name: &str) -> Result<&'a str> {
    let named = format!("name=\"{name}\"");
    page.split("<input")
        .find(|input| input.contains(&named))
        .and_then(|input| input.split("value=\"").nth(1)?.split('"').next())
        .with_context(|| format!("the form has no {name}"))
}
