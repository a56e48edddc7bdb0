//! A service that takes orders: `cargo run --manifest-path examples/axum/Cargo.toml`, then
//! `curl -i -H 'Accept-Language: zh-CN' -d '{"RegionId": "cn-hangzhou"}' http://127.0.0.1:3000/orders`.
//!
//! The body is read and judged in one step. What is wrong comes back as problem details (RFC 9457)
//! in the caller's language; what is right is what would be sent to the provider.

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use kvspec::request::{CreateInstance2026, Request};
use kvspec::{Locale, render::problem};

async fn order(headers: HeaderMap, body: Bytes) -> Response {
    let languages = headers.get(header::ACCEPT_LANGUAGE);
    let languages = languages.and_then(|value| value.to_str().ok());
    let locale = Locale::from_accept_language(languages.unwrap_or_default());
    match CreateInstance2026::from_bytes(&body) {
        // A real service sends it. The query holds the password, if there is one.
        Ok(order) => (
            StatusCode::ACCEPTED,
            format!("{} parameters\n", order.pairs().len()),
        )
            .into_response(),
        Err(report) => {
            let details = problem::details(&report, locale);
            (
                StatusCode::UNPROCESSABLE_ENTITY,
                [(header::CONTENT_TYPE, problem::CONTENT_TYPE)],
                serde_json::to_string(&details).unwrap_or_default(),
            )
                .into_response()
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let service = Router::new().route("/orders", post(order));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    axum::serve(listener, service).await
}
