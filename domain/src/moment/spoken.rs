//! Times in words for a voice: as people say them, not as a clock shows them.
//! What is written on pages stands in `text` and `time`.

use crate::lang::Lang;

use super::WallTime;

/// The hours 1 to 12 as Arabic counts them.
const HOURS_AR: [&str; 12] = [
    "الواحدة",
    "الثانية",
    "الثالثة",
    "الرابعة",
    "الخامسة",
    "السادسة",
    "السابعة",
    "الثامنة",
    "التاسعة",
    "العاشرة",
    "الحادية عشرة",
    "الثانية عشرة",
];

/// `الساعة التاسعة والنصف صباحًا`, `9 heures 30`, `9 30 in the morning`. A voice reads "09:30"
/// as two numbers and a sign, or as a duration; and nobody says "fourteen hundred" here.
pub fn spoken_time(lang: Lang, time: WallTime) -> String {
    let minute = time.minute;
    match lang {
        Lang::Ar => {
            let hour = HOURS_AR[usize::from(twelve(time.hour)) - 1];
            let past = match minute {
                0 => String::new(),
                15 => " والربع".to_owned(),
                30 => " والنصف".to_owned(),
                minute => format!(" و{minute} دقيقة"),
            };
            let part = part(time.hour, ["صباحًا", "بعد الزوال", "مساءً"]);
            format!("الساعة {hour}{past} {part}")
        }
        Lang::Fr => {
            let hours = if time.hour < 2 { "heure" } else { "heures" };
            match minute {
                0 => format!("{} {hours}", time.hour),
                minute => format!("{} {hours} {minute}", time.hour),
            }
        }
        Lang::En => {
            let hour = twelve(time.hour);
            let past = match minute {
                0 => "o'clock".to_owned(),
                minute @ 1..10 => format!("oh {minute}"),
                minute => minute.to_string(),
            };
            let parts = ["in the morning", "in the afternoon", "in the evening"];
            format!("{hour} {past} {}", part(time.hour, parts))
        }
    }
}

fn twelve(hour: u8) -> u8 {
    match hour % 12 {
        0 => 12,
        hour => hour,
    }
}

/// Morning until noon, then afternoon, and evening from six.
fn part(hour: u8, [morning, afternoon, evening]: [&str; 3]) -> &str {
    match hour {
        0..12 => morning,
        12..18 => afternoon,
        _ => evening,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(lang: Lang, text: &str) -> String {
        spoken_time(lang, WallTime::parse(text).unwrap())
    }

    #[test]
    fn arabic_says_the_hour_by_its_name_and_the_part_of_the_day() {
        assert_eq!(said(Lang::Ar, "09:30"), "الساعة التاسعة والنصف صباحًا");
        assert_eq!(said(Lang::Ar, "14:00"), "الساعة الثانية بعد الزوال");
        assert_eq!(
            said(Lang::Ar, "12:15"),
            "الساعة الثانية عشرة والربع بعد الزوال"
        );
        assert_eq!(said(Lang::Ar, "18:50"), "الساعة السادسة و50 دقيقة مساءً");
    }

    #[test]
    fn french_counts_to_twenty_four() {
        assert_eq!(said(Lang::Fr, "09:30"), "9 heures 30");
        assert_eq!(said(Lang::Fr, "14:00"), "14 heures");
        assert_eq!(said(Lang::Fr, "01:05"), "1 heure 5");
    }

    #[test]
    fn english_says_the_part_of_the_day() {
        assert_eq!(said(Lang::En, "09:30"), "9 30 in the morning");
        assert_eq!(said(Lang::En, "12:00"), "12 o'clock in the afternoon");
        assert_eq!(said(Lang::En, "18:05"), "6 oh 5 in the evening");
        assert_eq!(said(Lang::En, "00:00"), "12 o'clock in the morning");
    }

    #[test]
    fn no_time_is_said_with_the_signs_of_a_clock() {
        for lang in Lang::ALL {
            for hour in 0..24 {
                for minute in 0..60 {
                    let said = spoken_time(lang, WallTime { hour, minute });
                    assert!(!said.contains(':'), "{said}");
                }
            }
        }
    }
}
