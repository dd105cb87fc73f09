#!/usr/bin/env bash
# bless.sh -- records the expectations that are the reference's again: tests/ops, with the alembic program given as
# the one that runs. Read `git diff` before committing what it wrote.
#
#     REFERENCE=/path/to/alembic REFERENCE_PYTHON=/path/to/its/python make bless
set -euo pipefail
cd "$(dirname "$0")/.."
: "${REFERENCE:?set REFERENCE to an alembic program to record from}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ln -s "$(realpath "$REFERENCE")" "$folder/retort"
BUILD=$folder BLESS=1 OPS_REFERENCE=1 LIMIT=600 tests/run.sh ops
[ -z "${REFERENCE_PYTHON:-}" ] || BLESS=1 tests/run.sh autogen
git --no-pager diff --stat -- tests/ops tests/autogen
