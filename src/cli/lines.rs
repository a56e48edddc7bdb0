//! Orders line by line, in one thread or by several side by side.

use std::collections::VecDeque;
use std::io::{self, BufRead};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use kvspec::{Run, Sighting};

use super::files::Reader;
use super::lint::{Clerk, Judged};

/// So many bytes of lines make a batch, which one thread judges at once.
const BATCH_BYTES: usize = 1 << 16;
/// So many batches wait for each thread at most.
const WAITING: usize = 3;

/// One line, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'b> {
    pub(super) bytes: &'b [u8],
    /// From 1.
    pub(super) number: usize,
    /// Of its first byte.
    pub(super) offset: usize,
    /// Its place among the lines that are not blank.
    pub(super) index: usize,
}

/// Reads lines, and knows where they stand.
pub(super) struct Lines {
    reader: Reader,
    place: Place,
}

/// Where the next line begins.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    number: usize,
    offset: usize,
    index: usize,
}

impl Place {
    /// Steps over a line.
    fn line<'b>(&mut self, bytes: &'b [u8]) -> Line<'b> {
        self.number += 1;
        let line = Line {
            bytes,
            number: self.number,
            offset: self.offset,
            index: self.index,
        };
        self.offset += bytes.len();
        self.index += usize::from(!bytes.trim_ascii().is_empty());
        line
    }
}

impl Lines {
    pub(super) fn new(reader: Reader) -> Self {
        Self {
            reader,
            place: Place::default(),
        }
    }

    /// Whether there was no line at all.
    pub(super) const fn is_empty(&self) -> bool {
        self.place.number == 0
    }

    /// Whether there was no line but blank ones.
    pub(super) const fn is_blank(&self) -> bool {
        self.place.index == 0
    }

    /// Whether all that has come so far was read, so that the next line may be long in coming.
    pub(super) fn may_wait(&self) -> bool {
        self.reader.buffer().is_empty()
    }

    /// The next line; `bytes` is room for it.
    pub(super) fn next<'b>(&mut self, bytes: &'b mut Vec<u8>) -> io::Result<Option<Line<'b>>> {
        bytes.clear();
        let count = read_line(&mut self.reader, bytes)?;
        Ok((count > 0).then(|| self.place.line(bytes)))
    }

    /// The next lines, and what went wrong behind them. An old batch gives its room to the new one.
    pub(super) fn batch(&mut self, old: Option<Batch>) -> (Option<Batch>, io::Result<()>) {
        let begin = self.place;
        let Batch {
            mut bytes,
            mut ends,
            mut written,
            mut found,
            ..
        } = old.unwrap_or_default();
        bytes.clear();
        ends.clear();
        written.clear();
        found.clear();
        let mut read = Ok(());
        while bytes.len() < BATCH_BYTES {
            let start = bytes.len();
            match read_line(&mut self.reader, &mut bytes) {
                Ok(0) => break,
                Ok(_) => {
                    self.place.line(&bytes[start..]);
                    ends.push(bytes.len());
                }
                Err(error) => {
                    bytes.truncate(start);
                    read = Err(error);
                    break;
                }
            }
        }
        let batch = (!bytes.is_empty()).then_some(Batch {
            bytes,
            ends,
            begin,
            written,
            found,
        });
        (batch, read)
    }
}

/// Appends a line with its end. Returns how many bytes it has; none behind the last line.
fn read_line(reader: &mut Reader, bytes: &mut Vec<u8>) -> io::Result<usize> {
    let before = bytes.len();
    loop {
        let read = match reader.fill_buf() {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let end = memchr::memchr(b'\n', read);
        let count = end.map_or(read.len(), |at| at + 1);
        bytes.extend_from_slice(&read[..count]);
        reader.consume(count);
        if end.is_some() || count == 0 {
            return Ok(bytes.len() - before);
        }
    }
}

/// Some lines of a text, and what was found in them by somebody who does not know the Tokens
/// before them.
#[derive(Debug, Default)]
pub(super) struct Batch {
    bytes: Vec<u8>,
    /// Where each line ends.
    ends: Vec<usize>,
    begin: Place,
    pub(super) written: Vec<u8>,
    pub(super) found: Vec<Found>,
}

/// What was found in one line.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) judged: Judged,
    pub(super) sighting: Option<Sighting>,
    /// Where what was written about it ends.
    pub(super) end: usize,
}

impl Batch {
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let mut place = self.begin;
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let line = place.line(&self.bytes[start..*end]);
            start = *end;
            line
        })
    }

    pub(super) fn judge(mut self, clerk: &mut Clerk<'_>, scout: &mut Run) -> io::Result<Self> {
        let mut written = std::mem::take(&mut self.written);
        let mut found = std::mem::take(&mut self.found);
        for line in self.lines() {
            let judged = clerk.line(line, scout, &mut written)?;
            found.push(Found {
                judged,
                sighting: scout.sighting(),
                end: written.len(),
            });
        }
        self.written = written;
        self.found = found;
        Ok(self)
    }
}

/// Has so many threads, each with what `worker` makes for it, work on what `next` gives, and hands
/// the results to `take` in the same order. At most a few pieces are under way. It ends early when
/// `take` says so.
pub(super) fn side_by_side<I: Send, O: Send, W: FnMut(I) -> O>(
    jobs: usize,
    worker: &(impl Fn() -> W + Sync),
    mut next: impl FnMut() -> (Option<I>, io::Result<()>),
    mut take: impl FnMut(O) -> bool,
) -> io::Result<()> {
    thread::scope(|scope| {
        let mut workers: VecDeque<(SyncSender<I>, Receiver<O>)> = (0..jobs)
            .map(|_| {
                let (give, given) = sync_channel::<I>(WAITING);
                let (done, results) = sync_channel(WAITING);
                scope.spawn(move || {
                    let mut work = worker();
                    // Ends when nothing more is given, or nobody wants the results.
                    while let Ok(piece) = given.recv() {
                        if done.send(work(piece)).is_err() {
                            return;
                        }
                    }
                });
                (give, results)
            })
            .collect();
        let mut under_way = 0;
        let mut read = Ok(());
        let mut more = true;
        // Piece n goes to worker n, counted around; its result is taken from there in turn.
        let (mut giving, mut taking) = (0, 0);
        while more || under_way > 0 {
            if more && under_way < jobs * WAITING {
                let (piece, result) = next();
                more = result.is_ok() && piece.is_some();
                read = result;
                if let Some(piece) = piece {
                    if workers[giving].0.send(piece).is_err() {
                        break;
                    }
                    giving = (giving + 1) % jobs;
                    under_way += 1;
                }
                continue;
            }
            let Ok(result) = workers[taking].1.recv() else {
                break;
            };
            taking = (taking + 1) % jobs;
            under_way -= 1;
            if !take(result) {
                break;
            }
        }
        workers.clear();
        read
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn double(jobs: usize, count: usize, enough: usize) -> Vec<usize> {
        let mut taken = Vec::new();
        let mut numbers = 0..count;
        let read = side_by_side(
            jobs,
            &|| |number: usize| number * 2,
            || (numbers.next(), Ok(())),
            |result| {
                taken.push(result);
                taken.len() < enough
            },
        );
        assert!(read.is_ok());
        taken
    }

    #[test]
    fn results_come_in_order() {
        let expected: Vec<usize> = (0..1000).map(|number| number * 2).collect();
        for jobs in [1, 2, 3, 8] {
            assert_eq!(double(jobs, 1000, usize::MAX), expected);
        }
        assert!(double(2, 0, usize::MAX).is_empty());
    }

    #[test]
    fn whoever_takes_may_stop() {
        assert_eq!(double(3, 1_000_000, 5).len(), 5);
    }

    #[test]
    fn what_was_read_before_an_error_is_taken() {
        let mut numbers = 0..5;
        let mut taken = Vec::new();
        let read = side_by_side(
            2,
            &|| |number: usize| number,
            || match numbers.next() {
                Some(4) => (Some(4), Err(io::Error::other("broken"))),
                piece => (piece, Ok(())),
            },
            |result| {
                taken.push(result);
                true
            },
        );
        assert!(read.is_err());
        assert_eq!(taken, [0, 1, 2, 3, 4]);
    }
}
