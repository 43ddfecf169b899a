#!/usr/bin/env bash
# Tries what docs/ci.md offers with the real programs: linters, pre-commit, a shell in place of the runners.
# Their packages are put under target/ci; docker and the runners themselves are not needed.
set -euo pipefail
cd "$(dirname "$0")/../.."

tools=$PWD/target/ci
python3 -m venv "$tools/venv"
"$tools/venv/bin/pip" install --quiet --disable-pip-version-check -r tests/ci/requirements.txt
export PATH=$tools/venv/bin:$PATH

tests/ci/lint.sh
# One build for all that installs textcheck, without what makes a release slow to link.
export CARGO_TARGET_DIR=$tools/build
export CARGO_PROFILE_RELEASE_LTO=false CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
python3 tests/ci/setups.py
