//! What crosses the boundary. JavaScript writes into one buffer and reads a result from two
//! others, all of which stay where they are from call to call: nothing is allocated to cross.

use std::cell::RefCell;

/// What a result begins with: where its text stands, and how many bytes it has.
const HEAD: usize = 2;
/// A buffer that grew beyond this many bytes is given back after the call.
const LARGE: usize = 1 << 20;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<Output> = const { RefCell::new(Output::new()) };
}

/// A result: numbers, and one text in which they count off UTF-16 code units.
pub(crate) struct Output {
    numbers: Vec<u32>,
    text: String,
    /// The length of the text in UTF-16 code units.
    units: usize,
}

impl Output {
    const fn new() -> Self {
        Self {
            numbers: Vec::new(),
            text: String::new(),
            units: 0,
        }
    }

    /// Writes one number.
    pub(crate) fn number(&mut self, number: usize) {
        self.numbers.push(u32::try_from(number).unwrap_or(u32::MAX));
    }

    /// Writes a number of 64 bits: its upper half, then the lower one.
    pub(crate) fn wide(&mut self, number: u64) {
        self.numbers
            .extend([(number >> 32) as u32, (number & 0xffff_ffff) as u32]);
    }

    /// Writes a text, and its length as a number.
    pub(crate) fn text(&mut self, text: &str) {
        let units = if text.is_ascii() {
            text.len()
        } else {
            text.chars().map(char::len_utf16).sum()
        };
        self.number(units);
        self.units += units;
        self.text.push_str(text);
    }

    /// Writes something, and before it how many numbers and code units it has.
    pub(crate) fn measured(&mut self, write: impl FnOnce(&mut Self)) {
        let (place, units) = (self.numbers.len(), self.units);
        self.numbers.extend([0, 0]);
        write(self);
        let size = [self.numbers.len() - place - 2, self.units - units];
        for (number, place) in size.into_iter().zip(place..) {
            self.put(place, u32::try_from(number).unwrap_or(u32::MAX));
        }
    }

    /// Where the next number will stand, to be put there later.
    pub(crate) fn place(&mut self) -> usize {
        self.numbers.push(0);
        self.numbers.len() - 1
    }

    /// Puts a number into its place.
    pub(crate) fn put(&mut self, place: usize, number: u32) {
        if let Some(slot) = self.numbers.get_mut(place) {
            *slot = number;
        }
    }
}

/// An address as JavaScript knows it; the memory of WebAssembly has no more than 32 bits.
fn address<T>(pointer: *const T) -> u32 {
    u32::try_from(pointer.addr()).unwrap_or(0)
}

/// Makes room for an input of so many bytes. Returns where it is to be written.
pub(crate) fn room(bytes: usize) -> u32 {
    INPUT.with_borrow_mut(|input| {
        if input.len() < bytes {
            input.resize(bytes, 0);
        }
        address(input.as_ptr())
    })
}

/// Gives the first bytes of the input to a call, and overwrites them when it is done: passwords
/// may be among them.
pub(crate) fn with_input<T>(bytes: usize, call: impl FnOnce(&[u8]) -> T) -> T {
    let mut input = INPUT.take();
    let used = bytes.min(input.len());
    let result = call(&input[..used]);
    input[..used].fill(0);
    if input.len() <= LARGE {
        INPUT.set(input);
    }
    result
}

/// As [`with_input`], for an input of several texts, given by their lengths. What is no text
/// cannot have come from the JavaScript side.
pub(crate) fn with_texts<const N: usize, T: Default>(
    lengths: [u32; N],
    call: impl FnOnce([&str; N]) -> T,
) -> T {
    let lengths = lengths.map(|length| length as usize);
    with_input(lengths.iter().sum(), |bytes| {
        let Ok(mut rest) = std::str::from_utf8(bytes) else {
            return T::default();
        };
        let mut texts = [""; N];
        for (text, length) in texts.iter_mut().zip(lengths) {
            match rest.split_at_checked(length) {
                Some((this, others)) => (*text, rest) = (this, others),
                None => return T::default(),
            }
        }
        call(texts)
    })
}

/// Writes a result. Returns where it stands.
pub(crate) fn result(write: impl FnOnce(&mut Output)) -> u32 {
    OUTPUT.with_borrow_mut(|output| {
        if output.text.capacity() > LARGE || output.numbers.capacity() > LARGE {
            *output = Output::new();
        }
        output.numbers.clear();
        output.numbers.resize(HEAD, 0);
        output.text.clear();
        output.units = 0;
        write(output);
        let text = address(output.text.as_ptr());
        output.put(0, text);
        let length = u32::try_from(output.text.len()).unwrap_or(0);
        output.put(1, length);
        address(output.numbers.as_ptr())
    })
}

/// Writes an input, as JavaScript does: for tests.
#[cfg(all(test, target_arch = "wasm32"))]
pub(crate) fn fill(bytes: &[u8]) {
    room(bytes.len());
    INPUT.with_borrow_mut(|input| input[..bytes.len()].copy_from_slice(bytes));
}

/// A copy of the last result: for tests.
#[cfg(all(test, target_arch = "wasm32"))]
pub(crate) fn written() -> (Vec<u32>, String) {
    OUTPUT.with_borrow(|output| (output.numbers[HEAD..].to_vec(), output.text.clone()))
}
