//! `kvspec lsp`: the language server, over standard input and output.

use std::path::{Path, PathBuf};

use kvspec::Locale;
use kvspec::house;
use kvspec::lsp::{Disk, Settings, serve};
use lsp_server::Connection;

use super::config::is_of_the_tree;
use super::files::{defining, read_limited};
use super::{CLEAN, FAILED, LspArguments, complain};

/// Files of a folder, and settings, are read up to this size.
const LARGEST: u64 = 4 << 20;

struct Files;

impl Disk for Files {
    fn module(&self, folder: &Path) -> Vec<(String, String)> {
        defining(folder)
    }

    fn policy(&self, folder: &Path) -> Option<PathBuf> {
        for folder in folder.ancestors() {
            let path = folder.join(house::FILE_NAME);
            if is_of_the_tree(&path, folder) {
                return Some(path);
            }
            // What lies above a checkout is no part of it.
            if folder.join(".git").exists() {
                return None;
            }
        }
        None
    }

    fn read(&self, path: &Path) -> Option<String> {
        let bytes = read_limited(path, LARGEST, Locale::En).ok()?;
        String::from_utf8(bytes).ok()
    }
}

pub(super) fn run(arguments: &LspArguments) -> u8 {
    if cfg!(target_family = "wasm") {
        complain(&match arguments.language.locale() {
            Locale::En => {
                "the language server needs threads, which WebAssembly does not have: install the command for this machine"
            }
            Locale::Zh => "语言服务器需要线程，而 WebAssembly 没有线程：请安装本机版本的命令",
        });
        return FAILED;
    }
    let packs = arguments.packs.iter().map(|pack| pack.id().to_owned());
    let settings = Settings {
        locale: arguments.language.locale.map(|name| name.tag().to_owned()),
        profile: arguments.profile.map(|profile| profile.id.to_owned()),
        packs: packs.collect(),
        level: None,
    };
    let (connection, threads) = Connection::stdio();
    let served = serve(&connection, &Files, settings);
    // The threads end when the channels do.
    drop(connection);
    let ended = threads.join().map_err(|error| error.to_string());
    match served.map_err(|error| error.to_string()).and(ended) {
        Ok(()) => CLEAN,
        Err(problem) => {
            complain(&problem);
            FAILED
        }
    }
}
