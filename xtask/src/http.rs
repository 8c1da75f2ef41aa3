//! The smallest HTTP client that can fetch a page of our own server and send it a form.
//! Left to others: which.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, bail};

const LIMIT: Duration = Duration::from_secs(10);

/// Fetches `path` from a server on this machine and returns the body of a 200.
pub fn get(address: &str, path: &str) -> Result<Vec<u8>> {
    let (body, _) = visit(address, path)?;
    Ok(body)
}

/// The same, with the cookies that a browser then sends back.
pub fn visit(address: &str, path: &str) -> Result<(Vec<u8>, String)> {
    let answer = ask(
        address,
        &format!(
            "GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept: text/html\r\n\
             Connection: close\r\n\r\n"
        ),
    )?;
    let (head, body) = parts(&answer)?;
    let status = head.lines().next().unwrap_or_default();
    if !status.contains(" 200 ") {
        bail!("{path} answered {status}");
    }
    let is_chunked = head
        .to_ascii_lowercase()
        .contains("transfer-encoding: chunked");
    let body = if is_chunked {
        unchunk(body)?
    } else {
        body.to_vec()
    };
    Ok((body, cookies(&head)))
}

fn cookies(head: &str) -> String {
    let set = head.lines().filter_map(|line| value_of(line, "set-cookie"));
    let pairs = set.map(|value| value.split(';').next().unwrap_or_default());
    pairs.collect::<Vec<_>>().join("; ")
}

/// The value of a line of a head, if it has this name.
fn value_of<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (its, value) = line.split_once(':')?;
    its.eq_ignore_ascii_case(name).then(|| value.trim())
}

/// Sends a form that is encoded already, with the cookies of its browser, as one without scripts
/// does, and says where the answer leads.
pub fn post(address: &str, path: &str, cookies: &str, form: &str) -> Result<String> {
    let answer = ask(
        address,
        &format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nAccept: text/html\r\n\
             Origin: http://{address}\r\nCookie: {cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{form}",
            form.len()
        ),
    )?;
    let (head, _) = parts(&answer)?;
    let status = head.lines().next().unwrap_or_default();
    let location = head.lines().find_map(|line| value_of(line, "location"));
    let location = location.map(str::to_owned);
    location.with_context(|| format!("{path} answered {status} and leads nowhere"))
}

fn ask(address: &str, request: &str) -> Result<Vec<u8>> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(LIMIT))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}

/// The head of an answer, as text, and its body.
fn parts(answer: &[u8]) -> Result<(String, &[u8])> {
    let (head, body) = split(answer, b"\r\n\r\n").context("the answer has no head")?;
    Ok((String::from_utf8_lossy(head).into_owned(), body))
}

fn unchunk(mut rest: &[u8]) -> Result<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let (size, after) = split(rest, b"\r\n").context("a chunk has no size")?;
        let size = usize::from_str_radix(std::str::from_utf8(size)?.trim(), 16)?;
        if size == 0 {
            return Ok(whole);
        }
        whole.extend_from_slice(after.get(..size).context("a chunk is cut off")?);
        rest = after.get(size + 2..).context("a chunk is cut off")?;
    }
}

fn split<'a>(text: &'a [u8], mark: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = text.windows(mark.len()).position(|window| window == mark)?;
    Some((&text[..at], &text[at + mark.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_are_sent_back_without_what_the_browser_keeps_to_itself() {
        let head = "HTTP/1.1 200 OK\r\nSet-Cookie: form=a; Path=/\r\nset-cookie: lang=fr; HttpOnly";
        assert_eq!(cookies(head), "form=a; lang=fr");
    }

    #[test]
    fn chunks_are_joined() {
        let joined = unchunk(b"4\r\nmawi\r\n1\r\nd\r\n0\r\n\r\n").expect("whole chunks");
        assert_eq!(joined, b"mawid");
    }
}
