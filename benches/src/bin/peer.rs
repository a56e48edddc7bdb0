//! What one would write with `jsonschema`: reads NDJSON from standard input, writes a line with
//! the verdict and all messages for each order.

use std::io::{self, BufRead as _, BufWriter, Write as _};

use kvspec_benches::schema::Schemas;
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let schemas = Schemas::new();
    let mut input = io::stdin().lock();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut line = String::new();
    let mut number = 0;
    loop {
        line.clear();
        if input.read_line(&mut line)? == 0 {
            return out.flush();
        }
        number += 1;
        let diagnostics: Vec<Value> = match serde_json::from_str::<Value>(&line) {
            Ok(value) => schemas
                .plain
                .iter_errors(&value)
                .map(|error| {
                    json!({"path": error.instance_path().to_string(), "message": error.to_string()})
                })
                .collect(),
            Err(error) => vec![json!({"path": "", "message": error.to_string()})],
        };
        let valid = diagnostics.is_empty();
        serde_json::to_writer(
            &mut out,
            &json!({"line": number, "valid": valid, "diagnostics": diagnostics}),
        )?;
        out.write_all(b"\n")?;
    }
}
