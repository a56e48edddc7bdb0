//! What the sources say about a class beyond its numbers, in the library's own words.

use crate::words::Bilingual;

macro_rules! notes {
    ($($name:ident $en:literal $zh:literal)+) => {
        $(pub(super) static $name: Bilingual = Bilingual::new($en, $zh);)+
    };
}

notes! {
    JD_ONE_SHARD
        "It has 48 MB/s, and an order with it takes no shardNumber."
        "带宽 48 MB/s；下单时不填 shardNumber。"
    JD_PER_SHARD
        "It is the code of one shard, so the order needs shardNumber; 48 MB/s and the connections are those of a shard."
        "单分片代码，下单须填 shardNumber；48 MB/s 和连接数均指单个分片。"
    JD_NO_128
        "The table has no row of 128 shards for it."
        "规格表中没有它的 128 分片行。"
    JD_NO_16
        "The table has no row of 16 shards for it."
        "规格表中没有它的 16 分片行。"
    JD_PRINTED_32
        "In the row of 32 shards the table prints `redis.s.small.basic32` by mistake."
        "规格表的 32 分片行误印为 `redis.s.small.basic32`。"
    JD_NO_TABLE
        "The class table leaves it out; the English list and the sample answer of describeSpecConfig have it."
        "规格表未列出；英文列表和 describeSpecConfig 的返回示例中有。"
    JD_DOUBLED
        "Its capacity follows from its size word, each of which doubles the one before."
        "容量由规格名推得：每升一档翻一倍。"
    BEING_RETIRED
        "The page announces that it will be sold no longer."
        "页面预告该规格将停售。"
    NOT_IN_TABLE
        "The class table of today leaves it out."
        "现行规格表未列出。"
}
