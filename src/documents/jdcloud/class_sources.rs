//! Where the rows of the catalogue come from: titles of pages, and dates.

use crate::profile::{Bilingual, ClassSource};

macro_rules! sources {
    ($($name:ident $title:literal dated $en:literal $zh:literal)+) => {
        $(pub(super) static $name: ClassSource = ClassSource {
            title: $title,
            date: Bilingual::new($en, $zh),
        };)+
    };
}

sources! {
    SPEC_CONFIG "describeSpecConfig"
        dated "undated copy" "未注明日期的副本"
    SPECIFICATIONS "实例规格"
        dated "undated copy" "未注明日期的副本"
    PRICE_LIST "price list of a test suite"
        dated "undated copy" "未注明日期的副本"
}
