#!/usr/bin/env bash
# Runs every fuzzer over its corpus for some seconds each. A longer run by command: fuzz.sh 3600
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-20}

cmake --preset fuzz
cmake --build --preset fuzz

# Qt frees some of its tables after LeakSanitizer has looked; a leak of ours shows in the asan tests.
export ASAN_OPTIONS=detect_leaks=0

for fuzzer in build/fuzz/bin/fuzz_*; do
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
