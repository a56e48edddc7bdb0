//! Packs: what a careful team wants beyond what documents refuse. Off unless somebody asks.

use super::Code;
use crate::words::Bilingual;

/// A pack of rules that a team can ask for. Its findings never make an order invalid, whatever
/// severity the team gives them.
///
/// ```
/// use kvspec::{Code, Pack};
/// assert_eq!(Pack::by_id("security"), Some(Pack::Security));
/// assert_eq!(Pack::of(Code::TlsOff), Some(Pack::Security));
/// assert_eq!(Pack::of(Code::RequiredParameter), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Pack {
    /// Who can read and reach the data.
    Security,
    /// What happens when something fails, or is deleted.
    Availability,
    /// Whether anybody knows what an instance is for.
    Naming,
    /// Whether an instance is as large as the team wants.
    Cost,
}

impl Pack {
    /// Every pack.
    pub const ALL: &'static [Self] =
        &[Self::Security, Self::Availability, Self::Naming, Self::Cost];

    /// The names of all, in the same order.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|pack| pack.id())
    }

    /// The published name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Security => "security",
            Self::Availability => "availability",
            Self::Naming => "naming",
            Self::Cost => "cost",
        }
    }

    /// The pack of that published name.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|pack| pack.id() == id)
    }

    /// What it looks after.
    #[must_use]
    pub const fn about(self) -> Bilingual {
        match self {
            Self::Security => {
                const { Bilingual::new("who can read and reach the data", "谁能读取和访问数据") }
            }
            Self::Availability => {
                const {
                    Bilingual::new(
                        "what happens when something fails, or is deleted",
                        "发生故障或误删时会怎样",
                    )
                }
            }
            Self::Naming => {
                const {
                    Bilingual::new(
                        "whether anybody knows what an instance is for",
                        "能否看出实例的用途",
                    )
                }
            }
            Self::Cost => {
                const {
                    Bilingual::new(
                        "whether an instance is as large as the team wants",
                        "实例大小是否符合团队要求",
                    )
                }
            }
        }
    }

    /// The pack that a code belongs to, if it belongs to one.
    #[must_use]
    pub const fn of(code: Code) -> Option<Self> {
        Some(match code {
            Code::TlsOff
            | Code::TlsVersionOld
            | Code::PasswordFree
            | Code::PublicEndpoint
            | Code::EncryptionOff
            | Code::LiteralPassword => Self::Security,
            Code::SingleNode
            | Code::SingleZone
            | Code::ReleaseUnprotected
            | Code::NoBackupWindow
            | Code::NoBackupPolicy
            | Code::BackupLogOff
            | Code::NoAutoRenew
            | Code::NotClustered => Self::Availability,
            Code::NameMissing | Code::TagsMissing => Self::Naming,
            Code::MemoryBelow | Code::MemoryAbove => Self::Cost,
            _ => return None,
        })
    }

    /// The codes of the pack, in the order of the catalogue.
    pub fn codes(self) -> impl Iterator<Item = Code> {
        let all = Code::ALL.iter().copied();
        all.filter(move |code| Self::of(*code) == Some(self))
    }
}

/// A code that is off within its pack, too, until a policy gives it a severity.
pub(crate) const NAMED_ONLY: Code = Code::NotClustered;

/// Which rules of packs somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Packs {
    /// A bit for each pack.
    pub(crate) on: u8,
    /// Whether a policy names the code that is off within its pack.
    pub(crate) names: bool,
    /// The least memory in MB that the team wants.
    pub(crate) least: Option<u64>,
    /// The most memory in MB that the team wants.
    pub(crate) most: Option<u64>,
}

#[cfg_attr(
    not(feature = "editions"),
    allow(dead_code, reason = "the rows of packs come with the editions")
)]
impl Packs {
    /// Nothing.
    pub(crate) const NONE: Self = Self {
        on: 0,
        names: false,
        least: None,
        most: None,
    };

    pub(crate) fn of(packs: &[Pack]) -> Self {
        let on = packs.iter().fold(0, |on, pack| on | 1 << *pack as u8);
        Self { on, ..Self::NONE }
    }

    /// What either of two asks for.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            on: self.on | other.on,
            names: self.names || other.names,
            least: self.least.or(other.least),
            most: self.most.or(other.most),
        }
    }

    /// Whether nothing is asked for.
    pub(crate) const fn is_none(self) -> bool {
        self.on == 0
    }

    /// Whether findings of that code are asked for.
    pub(crate) fn ask_for(self, code: Code) -> bool {
        Pack::of(code).is_some_and(|pack| self.on >> pack as u8 & 1 == 1)
            && (code != NAMED_ONLY || self.names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pack_has_codes_and_a_name() {
        for pack in Pack::ALL.iter().copied() {
            assert!(pack.codes().count() > 1, "{pack:?}");
            assert_eq!(Pack::by_id(pack.id()), Some(pack));
        }
    }

    #[test]
    fn one_code_waits_until_it_is_named() {
        let mut packs = Packs::of(&[Pack::Availability]);
        assert!(packs.ask_for(Code::SingleZone));
        assert!(!packs.ask_for(Code::TlsOff));
        assert!(!packs.ask_for(Code::NotClustered));
        packs.names = true;
        assert!(packs.ask_for(Code::NotClustered));
        assert!(
            !Packs {
                names: true,
                ..Packs::NONE
            }
            .ask_for(Code::NotClustered)
        );
    }
}
