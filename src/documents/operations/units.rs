//! Units of parameters and of fields of the response.

use super::{Unit, UnitRow};
use crate::documents::{
    ALIBABA_CONSOLE as CONSOLE, ALIBABA_CREATE_INSTANCE_CN as CN,
    ALIBABA_CREATE_INSTANCE_INTL as INTL, ALIBABA_CREATE_INSTANCES as BATCH,
    JDCLOUD_CREATE_CACHE_INSTANCE as JDCLOUD, alibaba, jdcloud,
};
use crate::profile::Citation;

const fn row(
    profiles: &'static [&'static str],
    paths: &'static [&'static str],
    unit: Unit,
    citation: Citation,
) -> UnitRow {
    UnitRow {
        profiles,
        paths,
        unit,
        is_response: false,
        citation,
    }
}

/// A field of the response.
const fn answer(
    profiles: &'static [&'static str],
    paths: &'static [&'static str],
    unit: Unit,
    citation: Citation,
) -> UnitRow {
    let mut row = row(profiles, paths, unit, citation);
    row.is_response = true;
    row
}

const ONE: &[&str] = &[alibaba::CREATE_INSTANCE];
const BOTH: &[&str] = &[alibaba::CREATE_INSTANCE, alibaba::CREATE_TAIR_INSTANCE];

const fn chinese(section: &'static str, quote: &'static str) -> Citation {
    Citation::new(CN.document, section, quote)
}

const fn batch(quote: &'static str) -> Citation {
    Citation::new(BATCH.document, "Request parameters", quote)
}

const fn response(quote: &'static str) -> Citation {
    Citation::new(alibaba::rows::DOCUMENT, "Response", quote)
}

pub(super) static UNITS: &[UnitRow] = &[
    row(
        &[INTL.id],
        &["/Period"],
        Unit::Month,
        Citation::new(INTL.document, "Request parameters", "Unit: month."),
    ),
    row(
        &[CN.id],
        &["/Period"],
        Unit::Month,
        chinese("请求参数", "单位为月，可选值：1-9，12，24，36"),
    ),
    row(
        &[CN.id],
        &["/AutoRenewPeriod"],
        Unit::Month,
        chinese("请求参数", "自动续费周期，单位为月"),
    ),
    row(
        &[CN.id],
        &["/Capacity"],
        Unit::Megabyte,
        chinese("请求参数", "实例的存储容量，单位为MB。"),
    ),
    row(
        &[BATCH.id],
        &["/Instances/*/Period"],
        Unit::Month,
        batch("The subscription duration in months."),
    ),
    row(
        &[BATCH.id],
        &["/Instances/*/Capacity"],
        Unit::Megabyte,
        batch("The storage capacity of the instance, in MB."),
    ),
    row(
        &[CONSOLE.id],
        &["/duration"],
        Unit::Month,
        chinese("请求参数", "单位为月，可选值：1-9，12，24，36"),
    ),
    row(
        BOTH,
        &["/Period"],
        Unit::Month,
        alibaba::rows::row("The subscription duration. Unit: months."),
    ),
    row(
        BOTH,
        &["/AutoRenewPeriod"],
        Unit::Month,
        alibaba::rows::row("The auto-renewal epoch. Unit: months."),
    ),
    row(
        ONE,
        &["/Capacity"],
        Unit::Megabyte,
        alibaba::rows::row("The storage capacity of the instance. Unit: MB."),
    ),
    row(
        &[JDCLOUD.id],
        &["/charge/chargeDuration"],
        Unit::ByChargeUnit,
        Citation::new(
            JDCLOUD.document,
            "ChargeSpec",
            "When chargeUnit is month, the value shall be 1~9; when chargeUnit is year, the value shall be 1, 2 or 3",
        ),
    ),
    row(
        &[jdcloud::CREATE_CACHE_INSTANCE],
        &["/charge/chargeDuration"],
        Unit::ByChargeUnit,
        jdcloud::create_cache_instance_2026::cite("ChargeSpec", "chargeDuration"),
    ),
    answer(
        &[CN.id],
        &["/Bandwidth"],
        Unit::MegabytePerSecond,
        chinese("返回数据", "实例带宽限制，单位：MB/s"),
    ),
    answer(
        &[CN.id],
        &["/Capacity"],
        Unit::Megabyte,
        chinese("返回数据", "实例的存储容量，单位：MB"),
    ),
    answer(
        &[CN.id],
        &["/Connections"],
        Unit::Piece,
        chinese("返回数据", "实例连接数限制，单位：个"),
    ),
    answer(
        BOTH,
        &["/Bandwidth"],
        Unit::MegabytePerSecond,
        response("Unit: MB/s."),
    ),
    answer(
        ONE,
        &["/Capacity"],
        Unit::Megabyte,
        response("The storage capacity of the instance. Unit: MB."),
    ),
];
