#!/usr/bin/env bash
# Makes docs/clauses.md anew, with the dev build or the one named: clauses.sh [build/dev]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=${1:-build/dev}
cmake -DROOT="$PWD" -DCLI="$build/bin/dutydesk-cli" -DOUT=docs/clauses.md -P packaging/scripts/clauses.cmake
