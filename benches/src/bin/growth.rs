//! How cost grows with the size of what is checked: three plots in one SVG.
//! `growth docs/growth.svg`

use std::hint::black_box;

use kvspec::{Checker, InputFormat, Linter, Profile, Run, Spec};
use kvspec_benches::clock::shortest;
use kvspec_benches::data::{self, Random};
use plotters::prelude::*;
use serde_json::{Value, json};

type Error = Box<dyn std::error::Error>;

struct Plot {
    title: &'static str,
    across: &'static str,
    up: &'static str,
    points: Vec<(f64, f64)>,
}

fn main() -> Result<(), Error> {
    let path = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "growth.svg".to_owned());
    let plots = [spec_size()?, instances()?, file_size()];
    let area = SVGBackend::new(&path, (1200, 400)).into_drawing_area();
    area.fill(&WHITE)?;
    for (part, plot) in area.split_evenly((1, 3)).iter().zip(&plots) {
        draw(part, plot)?;
    }
    area.present()?;
    for plot in &plots {
        println!("{}: {:?}", plot.title, plot.points);
        println!("  slope between halves: {:.2}", straightness(&plot.points));
    }
    Ok(())
}

/// How much steeper the second half is than the first: 1 for a straight line.
fn straightness(points: &[(f64, f64)]) -> f64 {
    let (first, middle, last) = (
        points[0],
        points[points.len() / 2],
        points[points.len() - 1],
    );
    let slope = |from: (f64, f64), to: (f64, f64)| (to.1 - from.1) / (to.0 - from.0);
    slope(middle, last) / slope(first, middle)
}

fn profile(id: &str) -> Result<&'static Profile, Error> {
    Profile::by_id(id).ok_or_else(|| id.into())
}

#[expect(clippy::cast_precision_loss, reason = "for a plot")]
fn scaled(size: usize, unit: f64) -> f64 {
    size as f64 / unit
}

/// One order with more and more unknown parameters and settings.
fn spec_size() -> Result<Plot, Error> {
    let checker = Checker::new(profile("alibaba.create-instance.cn")?);
    let mut random = Random::new(3);
    let points = (1..=12)
        .map(|step| {
            let mut form = data::ascii();
            for _ in 0..step * 800 {
                form[random.identifier(24)] = Value::from(random.identifier(80));
            }
            let text = form.to_string();
            let seconds = shortest(5, || {
                black_box(checker.check(Spec::Json(black_box(&text))));
            });
            (scaled(text.len(), 1e6), seconds * 1e3)
        })
        .collect();
    Ok(Plot {
        title: "one order, full report",
        across: "size, MB",
        up: "ms",
        points,
    })
}

/// A list of instances in the batch operation.
fn instances() -> Result<Plot, Error> {
    let checker = Checker::new(profile("alibaba.create-instances")?);
    let sample: Value = serde_json::from_str(checker.profile().sample)?;
    let list: Value = match &sample["Instances"] {
        Value::String(text) => serde_json::from_str(text)?,
        list => list.clone(),
    };
    let points = [
        1, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10_000,
    ]
    .into_iter()
    .map(|count| {
        let list = vec![list[0].clone(); count];
        let mut order = sample.clone();
        order["Instances"] = json!(list).to_string().into();
        let text = order.to_string();
        let seconds = shortest(5, || {
            black_box(checker.check(Spec::Json(black_box(&text))));
        });
        (scaled(count, 1.0), seconds * 1e3)
    })
    .collect();
    Ok(Plot {
        title: "CreateInstances, full report",
        across: "instances",
        up: "ms",
        points,
    })
}

/// A file of different orders, one a line.
fn file_size() -> Plot {
    let linter = Linter::new().format(InputFormat::Ndjson);
    let points = (1..=10)
        .map(|step| {
            let orders = data::different(step * 2000);
            let lines: Vec<String> = orders.iter().map(|order| format!("{order}\n")).collect();
            let size: usize = lines.iter().map(String::len).sum();
            let seconds = shortest(3, || {
                let mut run = Run::new();
                for (number, line) in lines.iter().enumerate() {
                    black_box(linter.lint_line(line, number + 1, 0, &mut run));
                }
            });
            (scaled(size, 1e6), seconds * 1e3)
        })
        .collect();
    Plot {
        title: "NDJSON, full reports",
        across: "size, MB",
        up: "ms",
        points,
    }
}

fn draw(
    area: &DrawingArea<SVGBackend<'_>, plotters::coord::Shift>,
    plot: &Plot,
) -> Result<(), Error> {
    let end = |of: fn(&(f64, f64)) -> f64| plot.points.iter().map(of).fold(0.0, f64::max) * 1.05;
    let mut chart = ChartBuilder::on(area)
        .caption(plot.title, ("sans-serif", 18))
        .margin(12)
        .x_label_area_size(36)
        .y_label_area_size(48)
        .build_cartesian_2d(0.0..end(|point| point.0), 0.0..end(|point| point.1))?;
    chart
        .configure_mesh()
        .x_labels(6)
        .y_labels(6)
        .light_line_style(WHITE)
        .x_desc(plot.across)
        .y_desc(plot.up)
        .draw()?;
    chart.draw_series(LineSeries::new(plot.points.iter().copied(), &BLUE))?;
    chart.draw_series(
        plot.points
            .iter()
            .map(|point| Circle::new(*point, 3, BLUE.filled())),
    )?;
    Ok(())
}
