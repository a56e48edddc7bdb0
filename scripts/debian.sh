# For other scripts to read: `debian PROGRAM "PACKAGE ..."` installs Debian packages for a program that is not there.
# shellcheck shell=bash

debian() {
    command -v "$1" >/dev/null && return
    command -v apt-get >/dev/null || { echo "$1 is missing, and there is no apt-get to install $2" >&2; return 1; }
    echo "installing the Debian packages $2"
    as_root=
    [ "$(id -u)" = 0 ] || as_root=sudo
    $as_root apt-get update -qq
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $2
}
