#!/usr/bin/env bash
# Runs every fuzzer over its corpus for some seconds each, starting from what earlier runs found.
# A longer run by command: fuzz.sh 3600. The fuzzers belong to the sanitizer build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-20}
fuzzers=(bundle introduction profile typed_time command payload)

cmake --preset asan >/dev/null
cmake --build --preset asan --target "${fuzzers[@]/#/fuzz_}"

# Qt frees some of its tables after LeakSanitizer has looked; a leak of ours shows in the asan tests.
export ASAN_OPTIONS=detect_leaks=0

for name in "${fuzzers[@]}"; do
    corpus=tests/fuzz/corpus/$name
    found=build/asan/found/$name
    mkdir -p "$found"
    [ "$name" != profile ] || corpus=resources/profiles
    dictionary=()
    [ ! -f "tests/fuzz/$name.dict" ] || dictionary=("-dict=tests/fuzz/$name.dict")
    echo "== $name, $seconds s"
    "build/asan/bin/fuzz_$name" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -max_len=65536 \
        -artifact_prefix="$found/" "${dictionary[@]}" "$found" "$corpus" 2>&1 | tail -n 4
done
