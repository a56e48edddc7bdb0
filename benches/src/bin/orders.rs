//! Writes NDJSON: `orders 200000 > orders.ndjson`. The same number gives the same bytes.

use std::io::{self, BufWriter, Write as _};

use kvspec_benches::data::{self, Random};

fn main() -> io::Result<()> {
    let count = std::env::args()
        .nth(1)
        .and_then(|text| text.parse().ok())
        .unwrap_or(200_000);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut random = Random::new(11);
    for _ in 0..count {
        serde_json::to_writer(&mut out, &data::order(&mut random))?;
        out.write_all(b"\n")?;
    }
    out.flush()
}
