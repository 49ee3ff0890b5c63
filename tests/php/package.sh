#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# package.sh PACKAGE PKG_CONFIG_PATH LIBRARIES: the package is built by phpize as who installs it does, and its own tests pass.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export PKG_CONFIG_PATH="$2" NO_INTERACTION=1 TEST_PHP_ARGS='-q --show-diff'
tar -xzf "$1" -C "$folder" --strip-components=1
cd "$folder"
phpize
./configure --with-orienta CFLAGS=-O0
make -j2
LD_LIBRARY_PATH=$3 make test
