//! Private names of classes. Source of the rule: `_Py_Mangle` of CPython's `Python/compile.c`.

use std::borrow::Cow;

/// `name` as the body of class `class` sees it: `__x` is `_Class__x` there.
pub(crate) fn mangle<'a>(class: Option<&str>, name: &'a str) -> Cow<'a, str> {
    let Some(class) = class else { return Cow::Borrowed(name) };
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return Cow::Borrowed(name);
    }
    match class.trim_start_matches('_') {
        "" => Cow::Borrowed(name),
        class => Cow::Owned(format!("_{class}{name}")),
    }
}

#[cfg(test)]
mod tests {
    use super::mangle;

    #[test]
    fn only_private_names_in_classes_with_letters_change() {
        assert_eq!(mangle(Some("A"), "__x"), "_A__x");
        assert_eq!(mangle(Some("__A_"), "__x_"), "_A___x_");
        for (class, name) in [(None, "__x"), (Some("__"), "__x"), (Some("A"), "__x__"), (Some("A"), "_x")] {
            assert_eq!(mangle(class, name), name);
        }
    }
}
