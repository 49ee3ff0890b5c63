#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# valgrind.sh LOG COMMAND...: a command under valgrind, with its logs in a folder. An interpreter, and much of what it
# loads, loses memory of its own: what counts is an error or a leak with a frame of ours.
set -eu
log=$1
shift
rm -rf "$log"
mkdir -p "$log"
export G_SLICE=always-malloc ORIENTA_VALGRIND=1
status=0
valgrind --leak-check=full --show-leak-kinds=definite,indirect --num-callers=50 --fullpath-after= \
  --log-file="$log/%p" "$@" || status=$?
# A report is a paragraph.
reports=$(find "$log" -type f -exec sed 's/^==[0-9]*== *//' {} + |
  awk 'BEGIN { RS = "" } /(at|by) 0x[^\n]*(orienta_|_wrap_|zim_Orienta|\/\.\.\/(lib|bindings)\/)/ { print; print "" }')
if [ -n "$reports" ]; then
  printf '%s\n' "$reports" | head -100
  printf 'the rest is in %s\n' "$log"
  status=99
fi
exit "$status"
