//! No rows of packs: where findings have neither words nor reasons, as in the module of a page, nobody
//! asks for packs, and their rows would only take room.

#[cfg(feature = "editions")]
pub(in crate::documents) mod api {
    use crate::profile::Rule;

    pub(in crate::documents) const CREATE_INSTANCE: &[Rule] = &[];
    pub(in crate::documents) const CREATE_TAIR_INSTANCE: &[Rule] = &[];
    pub(in crate::documents) const CACHE_INSTANCE: &[Rule] = &[];
    pub(in crate::documents) const AZ_ID: &[Rule] = &[];
    pub(in crate::documents) const CHARGE: &[Rule] = &[];
}

pub(in crate::documents) mod older {
    use crate::profile::Rule;

    pub(in crate::documents) const INTL: &[Rule] = &[];
    pub(in crate::documents) const CN: &[Rule] = &[];
    pub(in crate::documents) const BATCH: &[Rule] = &[];
    pub(in crate::documents) const CACHE_INSTANCE: &[Rule] = &[];
    pub(in crate::documents) const AZ_ID: &[Rule] = &[];
    pub(in crate::documents) const CHARGE: &[Rule] = &[];
}
