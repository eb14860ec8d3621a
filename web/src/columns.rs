//! How wide lanes are, and which of them fold to their heads because the page isn't wide enough for all.

/// Between two lanes, in pixels; the style sheet has the same.
const GAP: f64 = 20.0;
/// The width of a folded lane.
const FOLDED: f64 = 124.0;
/// A lane with short lines.
const LEAST: f64 = 230.0;
/// A lane with long lines has this at least. Five of them stand on a desktop's 1440 pixels.
const ENOUGH: f64 = 264.0;
/// A lane with long lines gets up to this for its share: longer ones are scrolled to.
const MOST: f64 = 302.0;
/// The numbers of lines, and the room after a line.
const GUTTER: f64 = 34.0;
/// The width of a letter.
const LETTER: f64 = 7.23;

/// The width that a program's text asks for, in pixels.
fn wish(source: &str) -> f64 {
    let longest = source.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    (GUTTER + longest as f64 * LETTER).ceil().clamp(LEAST, MOST)
}

/// The columns of some lanes.
#[derive(PartialEq, Debug)]
pub struct Columns {
    /// For each lane whether it is folded.
    pub folded: Vec<bool>,
    /// The style sheet's words for the widths.
    pub template: String,
}

impl Columns {
    /// The columns of programs on `width` pixels. Lanes fold from the right; the one that is looked at stays open.
    pub fn of<'a>(sources: impl Iterator<Item = &'a str>, width: f64, kept: Option<usize>) -> Columns {
        let wishes: Vec<f64> = sources.map(wish).collect();
        let least: Vec<f64> = wishes.iter().map(|wish| wish.min(ENOUGH)).collect();
        let mut folded = vec![false; least.len()];
        let need = |folded: &[bool]| {
            let columns = least.iter().zip(folded).map(|(least, folded)| if *folded { FOLDED } else { *least });
            columns.sum::<f64>() + GAP * least.len().saturating_sub(1) as f64
        };
        let kept = kept.filter(|kept| *kept < least.len()).unwrap_or(0);
        for lane in (0..least.len()).rev().filter(|lane| *lane != kept) {
            if need(&folded) <= width {
                break;
            }
            folded[lane] = true;
        }
        let column = |lane: usize| match folded[lane] {
            true => format!("{FOLDED}px"),
            false => format!("minmax({}px, {}fr)", least[lane], wishes[lane]),
        };
        let template = (0..least.len()).map(column).collect::<Vec<_>>().join(" ");
        Columns { folded, template }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: &str = "import time\n";
    const LONG: &str = "await asyncio.gather(greet(1), greet(2), greet(3), greet(4))\n";

    fn folded(sources: &[&str], width: f64, kept: Option<usize>) -> Vec<bool> {
        Columns::of(sources.iter().copied(), width, kept).folded
    }

    #[test]
    fn a_column_is_as_wide_as_its_longest_line_asks() {
        let columns = Columns::of([SHORT, LONG].into_iter(), 1400.0, None);
        assert_eq!(columns.template, "minmax(230px, 230fr) minmax(264px, 302fr)");
    }

    #[test]
    fn five_lanes_with_code_stand_on_a_desktop() {
        assert_eq!(folded(&[LONG; 5], 1400.0, None), [false; 5]);
    }

    #[test]
    fn lanes_fold_from_the_right_but_for_the_one_that_is_looked_at() {
        let sources = [SHORT, SHORT, SHORT, SHORT];
        assert_eq!(folded(&sources, 900.0, None), [false, false, false, true]);
        assert_eq!(folded(&sources, 800.0, None), [false, false, true, true]);
        assert_eq!(folded(&sources, 800.0, Some(3)), [false, true, true, false]);
        assert_eq!(folded(&sources, 100.0, Some(9)), [false, true, true, true]);
    }
}
