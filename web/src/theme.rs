//! Light and dark: the system's wish, or the person's.

use crate::storage;

/// The name of the choice in the browser's storage.
const KEY: &str = "simul/theme";

/// A theme.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// The other one.
    pub fn other(self) -> Theme {
        match self {
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Light,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// What the person chose before.
pub fn remembered() -> Option<Theme> {
    let name = storage::read(KEY)?;
    [Theme::Light, Theme::Dark].into_iter().find(|theme| theme.name() == name)
}

/// What the system wishes.
pub fn of_system() -> Theme {
    let dark = web_sys::window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten());
    match dark.is_some_and(|query| query.matches()) {
        true => Theme::Dark,
        false => Theme::Light,
    }
}

/// Shows a theme, and remembers it.
pub fn wear(theme: Theme) {
    storage::write(KEY, theme.name());
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
    if let Some(root) = root {
        // Refused only for a name that is none.
        root.set_attribute("data-theme", theme.name()).expect("data-theme is an attribute's name");
    }
}
