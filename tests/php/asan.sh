#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# asan.sh BUILD LOG [ARGUMENT...]: the tests of PHP on an extension built with the sanitisers. PHP itself is built without
# and loses some memory of its own, so that what counts is an error, or a leak whose stack names us.
set -eu
build=$1 log=$2
shift 2
source=$(cd "$(dirname "$0")/../.." && pwd)
rm -rf "$log"
mkdir -p "$log"
cc -shared -fPIC -o "$log/nodeepbind.so" "$source/tests/php/nodeepbind.c"
export ORIENTA_SOURCE="$source" ORIENTA_PHP_COMMENTS="$build/bindings/php/php-comments.json"
export ORIENTA_PHP_OPTIONS="-d extension=$build/bindings/php/orienta.so -d pcre.jit=0"
export USE_ZEND_ALLOC=0 ZEND_DONT_UNLOAD_MODULES=1 G_SLICE=always-malloc
export ASAN_OPTIONS="verify_asan_link_order=0:detect_leaks=1:fast_unwind_on_malloc=0:malloc_context_size=30:allocator_may_return_null=1:exitcode=99:log_path=$log/asan"
export LSAN_OPTIONS=exitcode=0
export UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1:log_path=$log/ubsan"
status=0
# shellcheck disable=SC2086 # options are words
LD_PRELOAD="$log/nodeepbind.so $(cc -print-file-name=libasan.so) $(cc -print-file-name=libubsan.so)" \
  php $ORIENTA_PHP_OPTIONS -d memory_limit=-1 "$(command -v phpunit)" -c "$source/tests/php/phpunit.xml" "$@" || status=$?
# A leak is a paragraph.
leaks=$(find "$log" -name 'asan.*' -exec awk 'BEGIN { RS = "" } /leak of/ && /(orienta_|zim_|zif_|orienta\.so)/ { print; print "" }' {} +)
errors=$(grep -h -A 30 'ERROR: AddressSanitizer\|runtime error' "$log"/*san.* 2>/dev/null || true)
[ -z "$leaks" ] || { printf '%s\n' "$leaks" | head -60; status=98; }
[ -z "$errors" ] || { printf '%s\n' "$errors" | head -60; status=99; }
exit "$status"
