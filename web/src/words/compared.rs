//! What a scenario's lanes come to beside each other.

use super::{length, names};
use timeline::{Comparison, Reason};

/// Small numbers, from two.
const NUMBERS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

fn number(count: usize) -> String {
    let word = count.checked_sub(2).and_then(|index| NUMBERS.get(index));
    word.map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// `Twice`, `three times`, `1.7 times`.
fn multiple(times: f64) -> String {
    let whole = times.round();
    match (times - whole).abs() <= whole * 0.02 {
        true if whole <= 2.0 => "twice".to_owned(),
        true => format!("{} times", number(whole as usize)),
        false => format!("{times:.1} times"),
    }
}

fn reason(why: Reason, slow: &str) -> String {
    match why {
        Reason::Overlap(waits) => format!(": the {} waits overlap", number(waits)),
        Reason::Held(stall) => format!(": {slow} stands still for {} in one step", length(stall)),
        Reason::Work(more) => format!(": {slow} computes {} longer", length(more)),
        Reason::Unknown => String::new(),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What stands at the measure between two ends: the gain, and why.
pub fn measure(comparison: &Comparison, lanes: &[String]) -> Option<(String, String)> {
    let Comparison::Sooner { slow, times, by, why, .. } = comparison else { return None };
    let gain = format!("{} as fast, {} sooner", capital(&multiple(*times)), length(*by));
    Some((gain, reason(*why, &lanes[*slow])))
}

/// The fast lanes by name, or as all others.
fn those(fast: &[usize], lanes: &[String]) -> String {
    if fast.len() > 1 && fast.len() + 1 == lanes.len() {
        return format!("The other {}", number(fast.len()));
    }
    names(&fast.iter().map(|lane| lanes[*lane].clone()).collect::<Vec<_>>())
}

/// The whole sentence, with the names of the lanes.
pub fn sentence(comparison: &Comparison, lanes: &[String]) -> String {
    match comparison {
        Comparison::Sooner { fast, slow, times, by, why } => {
            let (slow, be) = (&lanes[*slow], if fast.len() == 1 { "is" } else { "are" });
            let (fast, gain) = (those(fast, lanes), multiple(*times));
            format!("{} {be} {gain} as fast as {slow}, {} sooner{}.", fast, length(*by), reason(*why, slow))
        }
        Comparison::Starves { lane, than, more } => {
            let (lane, than) = (&lanes[*lane], &lanes[*than]);
            format!("All take as long, but tasks of {lane} starve {} longer than those of {than}.", length(*more))
        }
        Comparison::Equal(took) => format!("All take {}.", length(*took)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use abi::Duration;

    #[test]
    fn gains_are_said_in_words_where_they_are_whole() {
        let lanes = ["Sync", "Callbacks", "async/await"].map(str::to_owned);
        let sooner = |times, by, why| Comparison::Sooner {
            fast: vec![1, 2],
            slow: 0,
            times,
            by: Duration::from_millis(by),
            why,
        };
        let measure = |comparison: &Comparison| {
            let (gain, why) = measure(comparison, &lanes).expect("a gain");
            format!("{gain}{why}").replace('\u{a0}', " ")
        };
        let greeters = sooner(3.0003, 6000, Reason::Overlap(3));
        assert_eq!(measure(&greeters), "Three times as fast, 6.0 s sooner: the three waits overlap");
        let held = sooner(1.7, 2800, Reason::Held(Duration::from_millis(3000)));
        assert_eq!(measure(&held), "1.7 times as fast, 2.8 s sooner: Sync stands still for 3.0 s in one step");
        assert_eq!(measure(&sooner(2.0, 500, Reason::Unknown)), "Twice as fast, 0.5 s sooner");
        assert_eq!(
            sentence(&greeters, &lanes).replace('\u{a0}', " "),
            "The other two are three times as fast as Sync, 6.0 s sooner: the three waits overlap."
        );
        let starves = Comparison::Starves { lane: 0, than: 1, more: Duration::from_millis(400) };
        assert_eq!(
            sentence(&starves, &lanes).replace('\u{a0}', " "),
            "All take as long, but tasks of Sync starve 0.4 s longer than those of Callbacks."
        );
    }
}
