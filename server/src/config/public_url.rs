//! The address under which people know this server, written as a browser
//! writes an `Origin`. Comparing it with requests is left to `security`.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;
use std::sync::Arc;

use http::Uri;

/// Scheme, host and port, in the form of an `Origin` header. Cheap to clone: every layer of every
/// request does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    origin: Arc<str>,
    host: Arc<str>,
}

/// Why an address is not one that people can type.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum PublicUrlFault {
    /// Not an address at all.
    #[error("it is not an address such as https://trainings.example")]
    Malformed,
    /// Neither http nor https.
    #[error("it must begin with http:// or https://")]
    Scheme,
    /// More than scheme, host and port.
    #[error("it must end after the host and port: Mawid serves whole hosts, not folders")]
    Folder,
    /// Browsers send names in punycode.
    #[error("write a name with accents or Arabic letters in its xn-- form")]
    NotAscii,
}

impl PublicUrl {
    /// This machine, over plain http.
    pub fn loopback(port: u16) -> Self {
        Self::new("http", "127.0.0.1", Some(port))
    }

    fn new(scheme: &str, host: &str, port: Option<u16>) -> Self {
        let host = host.to_ascii_lowercase();
        let usual = if scheme == "https" { 443 } else { 80 };
        let origin = match port.filter(|port| *port != usual) {
            Some(port) => format!("{scheme}://{host}:{port}"),
            None => format!("{scheme}://{host}"),
        };
        Self {
            origin: origin.into(),
            host: host.into(),
        }
    }

    /// `https://host[:port]`, without a trailing slash.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Whether people reach it over https.
    pub fn is_https(&self) -> bool {
        self.origin.starts_with("https://")
    }

    /// Whether only this machine can reach it.
    pub fn is_loopback(&self) -> bool {
        let bare = self.host.trim_start_matches('[').trim_end_matches(']');
        let ip = bare.parse::<IpAddr>().ok();
        let by_address = ip.is_some_and(|ip| match ip {
            IpAddr::V4(v4) => v4.is_loopback(),
            IpAddr::V6(v6) => v6 == Ipv6Addr::LOCALHOST,
        });
        by_address || bare == "localhost"
    }
}

impl FromStr for PublicUrl {
    type Err = PublicUrlFault;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if !text.is_ascii() {
            return Err(PublicUrlFault::NotAscii);
        }
        let uri: Uri = text.parse().map_err(|_| PublicUrlFault::Malformed)?;
        let scheme = match uri.scheme_str() {
            Some(scheme @ ("http" | "https")) => scheme,
            _ => return Err(PublicUrlFault::Scheme),
        };
        let host = uri.host().filter(|host| !host.is_empty());
        let host = host.ok_or(PublicUrlFault::Malformed)?;
        let with_name = uri.authority().is_some_and(|a| a.as_str().contains('@'));
        if uri.path() != "/" || uri.query().is_some() || with_name {
            return Err(PublicUrlFault::Folder);
        }
        Ok(Self::new(scheme, host, uri.port_u16()))
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(text: &str) -> Result<String, PublicUrlFault> {
        text.parse::<PublicUrl>().map(|url| url.origin().to_owned())
    }

    #[test]
    fn it_is_written_as_a_browser_writes_an_origin() {
        let cases = [
            ("https://Trainings.Example/", "https://trainings.example"),
            ("https://a.example:443", "https://a.example"),
            ("http://a.example:80", "http://a.example"),
            ("http://a.example:8080", "http://a.example:8080"),
            ("http://[::1]:3000", "http://[::1]:3000"),
        ];
        for (text, expected) in cases {
            assert_eq!(origin(text).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn folders_names_and_other_schemes_are_refused() {
        assert_eq!(origin("https://a.example/x"), Err(PublicUrlFault::Folder));
        assert_eq!(origin("https://me@a.example"), Err(PublicUrlFault::Folder));
        assert_eq!(origin("ftp://a.example"), Err(PublicUrlFault::Scheme));
        assert_eq!(origin("a.example"), Err(PublicUrlFault::Scheme));
        assert_eq!(
            origin("https://تدريب.example"),
            Err(PublicUrlFault::NotAscii)
        );
    }

    #[test]
    fn loopback_is_told_from_other_hosts() {
        let loopback = |text: &str| text.parse::<PublicUrl>().unwrap().is_loopback();
        assert!(loopback("http://127.0.0.1:3000"));
        assert!(loopback("http://localhost"));
        assert!(loopback("http://[::1]:3000"));
        assert!(!loopback("http://localhost.example"));
        assert!(!loopback("http://192.168.1.2"));
    }
}
