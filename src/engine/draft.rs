//! A request that is being filled in: of every value is kept what it means for the verdict, so
//! that a change takes one look at one value.

use super::glance::{Glance, Result, Sight, Stop};
use super::kept::Kept;
use crate::input::{FieldKind, FieldName, Reader};
use crate::profile::{Kind, Mask, NameMatch, Object, Profile};
use crate::text::is_whole_number;

/// What stands for the verdict on a request, while its values come one by one. The values are not
/// kept.
///
/// ```
/// use kvspec::{Draft, Fields, Profile};
///
/// let mut draft = Draft::new(Profile::by_id("alibaba.create-instance.cn").unwrap());
/// let mut fields = Fields::new();
/// fields.string("RegionId", "cn-hangzhou");
/// fields.number("Capacity", 0);
/// draft.set(&fields);
/// assert_eq!(draft.is_valid(), Some(false));
/// fields.clear();
/// fields.number("Capacity", 1024);
/// draft.set(&fields);
/// assert_eq!(draft.is_valid(), Some(true));
/// ```
#[derive(Debug, Clone)]
pub struct Draft {
    glance: Glance,
    root: Part,
    /// Whether something was set that has no place in the tables, or cannot be read, or a glance
    /// is not enough under these tables.
    is_odd: bool,
}

/// One object of the request.
#[derive(Debug, Clone)]
struct Part {
    sight: Sight,
    /// Parameters whose value is an error, a bit for each.
    wrong: Mask,
    /// Those of whose value a glance cannot tell.
    unsure: Mask,
    /// Those that are set, whatever to.
    set: Mask,
    /// Objects and lists, by the parameters that they are the values of.
    inner: Vec<(usize, Vec<Part>)>,
    /// The verdict on the object, as it is.
    verdict: Result,
}

/// Elements of a list that are kept.
const MOST_ELEMENTS: usize = 1_000;

impl Draft {
    /// A request of that profile without values.
    #[must_use]
    pub fn new(profile: &'static Profile) -> Self {
        let mut root = Part::of(profile.request);
        root.conclude();
        Self {
            glance: Glance::new(profile, crate::DEFAULT_MAX_DEPTH),
            root,
            is_odd: !profile.is_glanced_at(),
        }
    }

    /// Sets values. A name can be that of a parameter, or a path of names, with slashes between
    /// them, and of places in lists. JSON's `null` takes the value away.
    pub fn set(&mut self, values: &crate::Fields) {
        self.set_packed(values.packed());
    }

    /// As [`Draft::set`], of [`crate::Fields::packed`].
    #[doc(hidden)]
    pub fn set_packed(&mut self, packed: &str) {
        let Some(mut reader) = Reader::new(packed, 0) else {
            self.is_odd = true;
            return;
        };
        while !reader.is_done() {
            let set = match reader.entry() {
                Some((FieldName::Number(index), kind, text)) => {
                    self.root.set_number(self.glance, index, kind, text)
                }
                Some((FieldName::Written(path), kind, text)) => {
                    self.root.set(self.glance, path, kind, text, true)
                }
                None => {
                    self.is_odd = true;
                    break;
                }
            };
            self.is_odd |= set.is_none();
        }
        self.root.conclude();
    }

    /// Whether the request is valid, as it is: `true` where [`crate::Checker`] finds no error in
    /// it. Nothing where that takes a closer look, as for a name in another case.
    #[must_use]
    pub fn is_valid(&self) -> Option<bool> {
        match self.root.verdict {
            _ if self.is_odd => None,
            Ok(()) => Some(true),
            Err(Stop::Invalid) => Some(false),
            Err(Stop::Unsure) => None,
        }
    }
}

/// `None` where the tables have no place for a value.
type Placed = Option<()>;

impl Part {
    const fn of(object: &'static Object) -> Self {
        Self {
            sight: Sight::of(object),
            wrong: 0,
            unsure: 0,
            set: 0,
            inner: Vec::new(),
            verdict: Err(Stop::Unsure),
        }
    }

    /// Whether nothing is set.
    fn is_vacant(&self) -> bool {
        self.set == 0
    }

    fn set_number(&mut self, glance: Glance, index: usize, kind: FieldKind, text: &str) -> Placed {
        self.sight.object.parameters.get(index)?;
        self.put(glance, index, kind, text);
        Some(())
    }

    /// Sets the value at a path.
    fn set(
        &mut self,
        glance: Glance,
        path: &str,
        kind: FieldKind,
        text: &str,
        is_root: bool,
    ) -> Placed {
        let (name, rest) = match path.split_once('/') {
            // It names no place, and no parameter either.
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (path, ""),
        };
        let index = match self.sight.object.find(name) {
            NameMatch::Exact(index) => index,
            // What is unknown gets a warning, if it can be read.
            NameMatch::None if is_root && rest.is_empty() && kind != FieldKind::Json => {
                return Some(());
            }
            NameMatch::OtherCase(_) | NameMatch::None => return None,
        };
        if rest.is_empty() {
            if kind == FieldKind::Json && !is_root {
                // How deep it may be nested depends on where it stands.
                self.clear(index);
                self.set |= 1 << index;
                self.unsure |= 1 << index;
            } else {
                self.put(glance, index, kind, text);
            }
        } else {
            self.set_inner(glance, index, rest, kind, text)?;
        }
        Some(())
    }

    /// Sets the value at a path within an object or list.
    fn set_inner(
        &mut self,
        glance: Glance,
        index: usize,
        path: &str,
        kind: FieldKind,
        text: &str,
    ) -> Placed {
        let (object, element, path) = match self.sight.object.parameters[index].kind {
            Kind::Object(object) => (object, 0, path),
            Kind::JsonArray(object) => {
                let (number, rest) = path.split_once('/')?;
                if !is_whole_number(number) || rest.is_empty() {
                    return None;
                }
                let element = number.parse().ok().filter(|at| *at < MOST_ELEMENTS)?;
                (object, element, rest)
            }
            _ => return None,
        };
        let place = self.inner.iter().position(|(known, _)| *known == index);
        let place = place.unwrap_or_else(|| {
            self.clear(index);
            self.inner.push((index, Vec::new()));
            self.inner.len() - 1
        });
        let parts = &mut self.inner[place].1;
        if kind != FieldKind::Null {
            while parts.len() <= element {
                let mut part = Part::of(object);
                part.conclude();
                parts.push(part);
            }
        }
        let Some(part) = parts.get_mut(element) else {
            return Some(());
        };
        part.set(glance, path, kind, text, false)?;
        part.conclude();
        while parts.last().is_some_and(Self::is_vacant) {
            parts.pop();
        }
        if parts.is_empty() {
            self.clear(index);
        } else {
            self.set |= 1 << index;
            self.sight.present |= 1 << index;
        }
        Some(())
    }

    /// Puts a value in the place of what stood there.
    fn put(&mut self, glance: Glance, index: usize, kind: FieldKind, text: &str) {
        self.clear(index);
        self.set |= Mask::from(kind != FieldKind::Null) << index;
        match glance.field(&mut self.sight, index, kind, text) {
            Ok(()) => {}
            Err(Stop::Invalid) => self.wrong |= 1 << index,
            Err(Stop::Unsure) => self.unsure |= 1 << index,
        }
    }

    fn clear(&mut self, index: usize) {
        self.sight.forget(index);
        let others = !(1 << index);
        self.set &= others;
        self.wrong &= others;
        self.unsure &= others;
        if !self.inner.is_empty() {
            self.inner.retain(|(known, _)| *known != index);
        }
    }

    /// Draws the conclusion from what is known of the values.
    fn conclude(&mut self) {
        self.verdict = if self.wrong != 0 {
            Err(Stop::Invalid)
        } else if self.unsure != 0 {
            Err(Stop::Unsure)
        } else {
            let mut parts = self.inner.iter().flat_map(|(_, parts)| parts);
            parts
                .try_for_each(|part| match part.sight.object.idle_when {
                    None => part.verdict,
                    // Whether anything inside counts takes a closer look.
                    Some(_) => Err(Stop::Unsure),
                })
                .and_then(|()| self.sight.finish(false, &Kept::default()))
        };
    }
}
