//! What the documents say of an operation beside its parameters' rules: where a request is sent, who
//! may send it, what it costs and what comes after, the units and sample values of its parameters,
//! where to read on, and where the vendors' packages are known to say something else.
//!
//! One row for each statement, with where it is written. No verdict needs any of it.

mod differences;
mod endpoints;
mod examples;
mod links;
mod notes;
mod units;

pub use differences::{Aspect, KnownDifference};

use crate::profile::{Bilingual, Citation, Profile};

/// Where a request of an operation is sent.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Endpoint {
    /// Identifiers of the profiles.
    pub profiles: &'static [&'static str],
    /// The method of HTTP; `None` where the document names none.
    pub method: Option<&'static str>,
    /// The address; a path parameter stands in braces.
    pub url: &'static str,
    /// The status that means success, where the document names one.
    pub success: Option<u16>,
    /// Where that is written.
    pub citation: Citation,
}

/// The version of the interface that an operation belongs to.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ApiVersion {
    /// Identifiers of the profiles.
    pub profiles: &'static [&'static str],
    /// The product's name in the interface.
    pub product: &'static str,
    /// The version, as requests carry it.
    pub version: &'static str,
    /// Where that is written.
    pub citation: Citation,
}

/// What a policy of Resource Access Management has to allow.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Authorisation {
    /// Identifiers of the profiles.
    pub profiles: &'static [&'static str],
    /// The action, for the element `Action` of a policy.
    pub action: &'static str,
    /// What the action does, in the provider's words: create, list, get, update or delete.
    pub access_level: &'static str,
    /// The type of the resources; an asterisk says that the policy has to name them.
    pub resource_type: &'static str,
    /// The name of the resources, for the element `Resource` of a policy.
    pub resource: &'static str,
    /// The service's own condition keys.
    pub condition_keys: &'static [&'static str],
    /// Other actions that have to be allowed, too.
    pub dependent_actions: &'static [&'static str],
    /// Where that is written.
    pub citation: Citation,
}

/// Where a document says that one reads on.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Link {
    /// Identifiers of the profiles.
    pub profiles: &'static [&'static str],
    /// JSON Pointers to the parameters that it is about, `*` for the elements of a list; none for
    /// the operation as a whole.
    pub about: &'static [&'static str],
    /// What is found there.
    pub title: Bilingual,
    /// The address, or the name of an operation that answers.
    pub target: &'static str,
    /// Where that is written.
    pub citation: Citation,
}

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Topic {
    /// How one gets there.
    Procedure,
    /// What is paid, and when.
    Billing,
    /// What is sold where.
    Availability,
    /// What happens after the request.
    Afterwards,
}

impl Topic {
    /// Its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Procedure => "procedure",
            Self::Billing => "billing",
            Self::Availability => "availability",
            Self::Afterwards => "afterwards",
        }
    }
}

/// A statement of a document that no request can break.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Note {
    /// A name for it, in kebab case.
    pub id: &'static str,
    /// Identifiers of the profiles.
    pub profiles: &'static [&'static str],
    /// What it is about.
    pub topic: Topic,
    /// JSON Pointers to the parameters that it is about; none for the operation as a whole.
    pub about: &'static [&'static str],
    /// The values of that parameter for which it holds; none for all.
    pub values: &'static [&'static str],
    /// The statement.
    pub text: Bilingual,
    /// The document's words.
    pub citation: Citation,
}

/// The unit of a parameter, or of a field of the response.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct UnitRow {
    /// Identifiers of the profiles.
    pub profiles: &'static [&'static str],
    /// JSON Pointers, `*` for the elements of a list.
    pub paths: &'static [&'static str],
    /// The unit.
    pub unit: Unit,
    /// Whether it is a field of the response.
    pub is_response: bool,
    /// Where that is written.
    pub citation: Citation,
}

/// A unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// Months.
    Month,
    /// Months or years: another parameter says which.
    ByChargeUnit,
    /// Megabytes.
    Megabyte,
    /// Megabytes in a second.
    MegabytePerSecond,
    /// A count.
    Piece,
}

impl Unit {
    /// Its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::ByChargeUnit => "chargeUnit",
            Self::Megabyte => "MB",
            Self::MegabytePerSecond => "MB/s",
            Self::Piece => "count",
        }
    }
}

/// A sample value of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Example {
    /// JSON Pointer, `*` for the elements of a list.
    pub path: &'static str,
    /// The value, as text.
    pub value: &'static str,
    /// The section of the document.
    pub section: &'static str,
}

fn is_of(profiles: &[&str], profile: &Profile) -> bool {
    profiles.contains(&profile.id)
}

impl Profile {
    /// Where a request of the profile is sent: none for the console's page and for other tools,
    /// which send it themselves.
    ///
    /// ```
    /// use kvspec::Profile;
    /// let profile = Profile::by_id("jdcloud.create-cache-instance").unwrap();
    /// let endpoint = profile.endpoint().unwrap();
    /// assert_eq!(endpoint.method, Some("POST"));
    /// assert!(endpoint.url.ends_with("/v1/regions/{regionId}/cacheInstance"));
    /// ```
    #[must_use]
    pub fn endpoint(&self) -> Option<&'static Endpoint> {
        endpoints::ENDPOINTS
            .iter()
            .find(|row| is_of(row.profiles, self))
    }

    /// The version of the interface.
    #[must_use]
    pub fn api_version(&self) -> Option<&'static ApiVersion> {
        endpoints::VERSIONS
            .iter()
            .find(|row| is_of(row.profiles, self))
    }

    /// What a policy has to allow, where the document says so.
    ///
    /// ```
    /// use kvspec::Profile;
    /// let profile = Profile::by_id("alibaba.create-instances").unwrap();
    /// assert_eq!(profile.authorisation().unwrap().action, "kvstore:CreateInstances");
    /// ```
    #[must_use]
    pub fn authorisation(&self) -> Option<&'static Authorisation> {
        endpoints::AUTHORISATIONS
            .iter()
            .find(|row| is_of(row.profiles, self))
    }

    /// Where the document says that one reads on.
    pub fn links(&self) -> impl Iterator<Item = &'static Link> + use<'_> {
        links::LINKS.iter().filter(|row| is_of(row.profiles, self))
    }

    /// What the document says that no request can break.
    pub fn notes(&self) -> impl Iterator<Item = &'static Note> + use<'_> {
        notes::NOTES.iter().filter(|row| is_of(row.profiles, self))
    }

    /// The unit of the parameter at a JSON Pointer, `*` for the elements of a list.
    ///
    /// ```
    /// use kvspec::Profile;
    /// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
    /// assert_eq!(profile.unit("/Capacity").unwrap().unit.name(), "MB");
    /// assert!(profile.unit("/RegionId").is_none());
    /// ```
    #[must_use]
    pub fn unit(&self, path: &str) -> Option<&'static UnitRow> {
        let mut rows = units::UNITS
            .iter()
            .filter(|row| !row.is_response && is_of(row.profiles, self));
        rows.find(|row| row.paths.contains(&path))
    }

    /// The unit of a field of the response.
    #[must_use]
    pub fn response_unit(&self, path: &str) -> Option<&'static UnitRow> {
        let mut rows = units::UNITS
            .iter()
            .filter(|row| row.is_response && is_of(row.profiles, self));
        rows.find(|row| row.paths.contains(&path))
    }

    /// The document's own sample values, in its order.
    pub fn examples(&self) -> impl Iterator<Item = Example> + use<> {
        examples::of(self.id)
    }

    /// Where a vendor's package is known to say something else than the profile.
    pub fn known_differences(&self) -> impl Iterator<Item = &'static KnownDifference> + use<'_> {
        differences::DIFFERENCES
            .iter()
            .filter(|row| is_of(row.profiles, self))
    }
}
