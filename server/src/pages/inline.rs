//! Inline scripts of a kept page: the policy allows them by their hashes. A nonce would be the
//! same for everyone who gets the page, and so allow a script that somebody smuggled in.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest as _, Sha256};

/// A page without its nonce, and the policy that fits it.
pub(super) struct Fixed {
    pub(super) html: String,
    pub(super) policy: String,
}

/// Puts hashes in the place of the nonce, in the policy and on the page. None when the page uses
/// its nonce for something else than a script, which then would no longer work.
pub(super) fn fix(html: &str, policy: &str) -> Option<Fixed> {
    let Some(nonce) = nonce_of(policy) else {
        return Some(Fixed {
            html: html.to_owned(),
            policy: policy.to_owned(),
        });
    };
    let mark = format!(" nonce=\"{nonce}\"");
    let mut fixed = String::with_capacity(html.len());
    let mut hashes = String::new();
    let mut rest = html;
    while let Some(at) = rest.find(&mark) {
        let (before, after) = (&rest[..at], &rest[at + mark.len()..]);
        let is_script = before.rfind('<').is_some_and(|tag| {
            let name = &before[tag..];
            name == "<script" || name.starts_with("<script ")
        });
        let (_, script) = after.split_once('>').filter(|_| is_script)?;
        let (script, _) = script.split_once("</script>")?;
        fixed.push_str(before);
        let hash = BASE64.encode(Sha256::digest(script));
        let source = format!(" 'sha256-{hash}'");
        if !hashes.contains(&source) {
            hashes.push_str(&source);
        }
        rest = after;
    }
    fixed.push_str(rest);
    let policy = policy.replace(&format!(" 'nonce-{nonce}'"), &hashes);
    (!fixed.contains(nonce)).then_some(Fixed {
        html: fixed,
        policy,
    })
}

fn nonce_of(policy: &str) -> Option<&str> {
    let (_, rest) = policy.split_once("'nonce-")?;
    let (nonce, _) = rest.split_once('\'')?;
    (!nonce.is_empty()).then_some(nonce)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "default-src 'self'; script-src 'self' 'nonce-abc' 'wasm-unsafe-eval'";

    #[test]
    fn scripts_with_the_nonce_are_allowed_by_their_hashes() {
        let html = "<p>abc</p><script nonce=\"abc\">alert(1)</script>\
                    <script nonce=\"abc\">alert(1)</script>";
        // A page that shows the nonce would give it away.
        assert!(fix(html, POLICY).is_none());
        let fixed = fix(&html.replace("<p>abc</p>", ""), POLICY).unwrap();
        assert_eq!(
            fixed.html,
            "<script>alert(1)</script><script>alert(1)</script>"
        );
        assert_eq!(
            fixed.policy,
            "default-src 'self'; script-src 'self' \
             'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=' 'wasm-unsafe-eval'"
        );
    }

    #[test]
    fn a_script_without_the_nonce_stays_forbidden() {
        let fixed = fix("<script>alert(2)</script>", POLICY).unwrap();
        assert_eq!(
            fixed.policy,
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
        );
    }

    #[test]
    fn a_nonce_on_anything_else_is_not_kept() {
        assert!(fix("<style nonce=\"abc\">p{}</style>", POLICY).is_none());
        assert!(fix("<script nonce=\"abc\">never ends", POLICY).is_none());
    }
}
