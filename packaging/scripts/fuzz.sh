#!/usr/bin/env bash
# Runs every fuzzer over its corpus for some seconds each, starting from what earlier runs found.
# A longer run by command: fuzz.sh 3600. With --readers only those of files that somebody else wrote
# (bundle, introduction, profile, typed times), which build in a few minutes: the short run of ./check.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
target=all
if [ "${1:-}" = --readers ]; then
    target=fuzz_readers
    shift
fi
seconds=${1:-20}

cmake --preset fuzz
cmake --build --preset fuzz --target "$target"

# Qt frees some of its tables after LeakSanitizer has looked; a leak of ours shows in the asan tests.
export ASAN_OPTIONS=detect_leaks=0

fuzzers=(build/fuzz/bin/fuzz_*)
if [ "$target" = fuzz_readers ]; then
    fuzzers=(build/fuzz/bin/fuzz_{bundle,introduction,profile,typed_time})
fi

for fuzzer in "${fuzzers[@]}"; do
    name=${fuzzer##*/fuzz_}
    corpus=tests/fuzz/corpus/$name
    found=build/fuzz/found/$name
    mkdir -p "$found"
    [ "$name" != profile ] || corpus=resources/profiles
    dictionary=()
    [ ! -f "tests/fuzz/$name.dict" ] || dictionary=("-dict=tests/fuzz/$name.dict")
    echo "== $name, $seconds s"
    "$fuzzer" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -max_len=65536 \
        -artifact_prefix="$found/" "${dictionary[@]}" "$found" "$corpus" 2>&1 | tail -n 4
done
