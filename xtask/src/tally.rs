//! Counts what passed and what failed.
//! Left to others: running the tests whose outputs are read here.

use std::ops::AddAssign;

use serde_json::Value;

/// How many tests ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that held.
    pub passed: u64,
    /// Tests that did not, and steps that broke.
    pub failed: u64,
    /// Tests that were not asked for.
    pub skipped: u64,
}

impl Tally {
    /// A step that broke counts as one failure, so that it can never go unnoticed.
    pub const BROKEN: Self = Self {
        passed: 0,
        failed: 1,
        skipped: 0,
    };

    /// Whether the run may be called green: something ran and nothing failed.
    pub fn is_green(self) -> bool {
        self.failed == 0 && self.passed > 0
    }

    /// Reads one line of `cargo test`, if it is a summary:
    /// `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub fn of_cargo_line(line: &str) -> Option<Self> {
        let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
        let count = |word: &str| {
            let part = counts
                .split("; ")
                .find_map(|part| part.trim().strip_suffix(word))?;
            part.trim().parse().ok()
        };
        Some(Self {
            passed: count("passed")?,
            failed: count("failed")?,
            skipped: count("ignored").unwrap_or(0),
        })
    }

    /// Reads Playwright's JSON report. A test that passed only when tried again is a failure.
    pub fn of_playwright(report: &Value) -> Option<Self> {
        let stats = report.get("stats")?;
        let count = |name: &str| stats.get(name).and_then(Value::as_u64).unwrap_or(0);
        let broken = report
            .get("errors")
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        Some(Self {
            passed: count("expected"),
            failed: count("unexpected") + count("flaky") + broken as u64,
            skipped: count("skipped"),
        })
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_summary_of_cargo_is_read() {
        let line = "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.31s";
        let read = Tally::of_cargo_line(line);
        assert_eq!(
            read,
            Some(Tally {
                passed: 12,
                failed: 2,
                skipped: 1
            })
        );
        assert_eq!(Tally::of_cargo_line("test a_summary ... ok"), None);
    }

    #[test]
    fn a_flaky_browser_test_has_failed() {
        let report = json!({"stats": {"expected": 7, "unexpected": 1, "flaky": 1, "skipped": 2}, "errors": []});
        let read = Tally::of_playwright(&report);
        assert_eq!(
            read,
            Some(Tally {
                passed: 7,
                failed: 2,
                skipped: 2
            })
        );
    }

    #[test]
    fn a_run_without_tests_is_not_green() {
        assert!(!Tally::default().is_green());
        assert!(!Tally::BROKEN.is_green());
    }
}
