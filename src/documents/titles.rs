//! What the five documents are called, with their dates, and where a reader finds them.

/// The console's purchase page.
pub(crate) const CONSOLE: &str = "ApsaraDB for Redis, Step 1: Create an instance (2019)";
/// `CreateInstance`, in English.
pub(crate) const INTERNATIONAL: &str =
    "R-kvstore 2015-01-01, CreateInstance, international edition (2019)";
/// `CreateInstance`, in Chinese.
pub(crate) const CHINESE: &str = "R-kvstore 2015-01-01, CreateInstance, Chinese edition (2019)";
/// `CreateInstances`.
pub(crate) const BATCH: &str = "R-kvstore 2015-01-01, CreateInstances (2026-03-30)";
/// `createCacheInstance`.
pub(crate) const JDCLOUD: &str = "JCS for Redis v1, createCacheInstance (2019)";

/// The page at which a provider keeps a document, by the name under which findings cite it. The provider may have put a newer
/// edition there. `None` for documents that stand in packages, whose name and version are their title.
///
/// ```
/// let cited = kvspec::Profile::by_id("alibaba.create-instance.cn").unwrap().document;
/// assert_eq!(kvspec::documents::page_of(cited), Some("https://help.aliyun.com/document_detail/60873.html"));
/// ```
#[must_use]
pub fn page_of(document: &str) -> Option<&'static str> {
    Some(match document {
        CONSOLE => "https://www.alibabacloud.com/help/doc-detail/26351.htm",
        INTERNATIONAL => "https://www.alibabacloud.com/help/doc-detail/60873.htm",
        CHINESE => "https://help.aliyun.com/document_detail/60873.html",
        BATCH => "https://api.alibabacloud.com/document/R-kvstore/2015-01-01/CreateInstances",
        JDCLOUD => "https://docs.jdcloud.com/en/jcs-for-redis/api/createcacheinstance",
        _ => return None,
    })
}
