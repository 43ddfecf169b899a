#!/usr/bin/env python3
"""Tries the set-ups of README.md exactly as they are printed, on throw-away repositories.

GitHub: every `run:` of action.yml in a shell, as a runner would; GitLab: the `script:` of the template;
pre-commit: pre-commit itself. The project's own address leads to this tree, tagged as the release it names.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree

import junitparser
import lxml.etree
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = tomllib.loads((ROOT / "Cargo.toml").read_text("utf-8"))["package"]
FAULTY = "On 31 June 1938 he left.\n\nHe wrote to the the committee.\n"
FOUND = {("dates/impossible", 1), ("text/repeated-word", 3)}


def run(command, folder, env=None, code=0, **more):
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **(env or {})}, text=True, capture_output=True, **more
    )
    if done.returncode != code:
        sys.exit(f"{command} ended with {done.returncode}, not {code}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def git(folder, *arguments):
    name = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return run(["git", *name, *arguments], folder)


def repository(folder, files):
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=x")
    return folder


def release(folder):
    """This tree as a repository with the tag that README.md names."""
    listed = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z").split("\0")
    paths = [path for path in listed if path and (ROOT / path).is_file()]
    repository(folder, {path: (ROOT / path).read_bytes() for path in paths})
    git(folder, "tag", f"v{PACKAGE['version']}")
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{folder.as_uri()}.insteadOf",
        "GIT_CONFIG_VALUE_0": PACKAGE["repository"],
        "CARGO_NET_GIT_FETCH_WITH_CLI": "true",
    }


def printed(marker):
    """The block of README.md in which some words stand."""
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    (block,) = [block for block in blocks if marker in block]
    assert block.count("\n") <= 5, block
    return block


def expand(words, values):
    """`${{ … }}` with the values a runner would have."""
    return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda match: values[match.group(1)], words)


def github(folder):
    """Every `run:` of the action, in the order and with the shell of a runner."""
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    steps = yaml.safe_load(printed("uses: actions/checkout"))
    step = next(step for step in steps if "textcheck" in step["uses"])
    assert step["uses"] == f"textcheck/textcheck@v{PACKAGE['version']}", step
    assert PACKAGE["repository"].endswith(step["uses"].split("@")[0])
    work = repository(folder / "work", {"articles/my draft.txt": FAULTY, "articles/b.txt": "Nothing.\n"})
    temp = folder / "temp"
    temp.mkdir()
    values = {f"inputs.{name}": given["default"] for name, given in action["inputs"].items()}
    assert set(step.get("with", {})) <= set(action["inputs"]), step
    values |= {f"inputs.{name}": str(value) for name, value in step.get("with", {}).items()}
    values["github.action_path"] = str(ROOT)
    output, summary = temp / "output", temp / "summary"
    runner = {"RUNNER_TEMP": str(temp), "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
    shown = ""
    for part in action["runs"]["steps"]:
        if "run" not in part:
            continue
        script = temp / "script.sh"
        script.write_text(part["run"], "utf-8")
        env = {name: expand(value, values) for name, value in part.get("env", {}).items()}
        code = 1 if part.get("id") == "check" else 0
        shown = run(["bash", "--noprofile", "--norc", "-eo", "pipefail", script], work, runner | env, code)
    outputs = dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())
    assert re.fullmatch("[0-9a-f]{40}", outputs["hash"]), outputs
    commands = {(rule, int(line)) for line, rule in re.findall(r",line=(\d+),.*?title=textcheck \((.*?)\)", shown)}
    assert commands == FOUND, shown
    log = json.loads(pathlib.Path(outputs["sarif-file"]).read_text("utf-8"))
    results = log["runs"][0]["results"]
    places = {(r["ruleId"], r["locations"][0]["physicalLocation"]["region"]["startLine"]) for r in results}
    assert places == FOUND, places
    assert "| `dates/impossible` | error | 1 | 1 |" in summary.read_text("utf-8")
    return temp / "textcheck" / "bin" / "textcheck", work


def gitlab(folder, env):
    """The template that README.md includes, its variables and its script in a shell."""
    included = yaml.safe_load(printed("remote:"))["include"][0]["remote"]
    raw = PACKAGE["repository"].replace("github.com", "raw.githubusercontent.com")
    assert included == f"{raw}/v{PACKAGE['version']}/templates/textcheck.yml", included
    template = yaml.safe_load((ROOT / "templates/textcheck.yml").read_text("utf-8"))
    work = repository(folder / "work", {"a.txt": FAULTY})
    script = "set -eo pipefail\n" + "\n".join(template["textcheck"]["script"])
    run(["bash", "-c", script], work, env | template["variables"], code=1)
    issues = json.loads((work / template["textcheck"]["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert {(i["check_name"], i["location"]["positions"]["begin"]["line"]) for i in issues} == FOUND, issues


def pre_commit(folder, env):
    """The configuration that README.md prints, with a commit that it must stop and one that it must not."""
    env = env | {"PRE_COMMIT_HOME": str(folder / "home")}
    files = {".pre-commit-config.yaml": printed("id: textcheck"), "a.txt": "Nothing.\n", "b.py": FAULTY}
    work = repository(folder / "work", files)
    passed = run(["pre-commit", "run", "--all-files"], work, env)
    assert "Passed" in passed, passed
    (work / "a.txt").write_text(FAULTY, "utf-8")
    git(work, "add", "a.txt")
    stopped = run(["pre-commit", "run"], work, env, code=1)
    assert "dates/impossible" in stopped and "b.py" not in stopped, stopped


def junit(binary, work):
    """JUnit XML against the schema of Jenkins's plugin, and as junitparser reads it."""
    text = run([binary, "--format", "junit", "articles", "gone.txt"], work, code=2)
    schema = lxml.etree.XMLSchema(lxml.etree.parse(ROOT / "tests/schemas/junit-10.xsd"))
    schema.assertValid(lxml.etree.fromstring(text.encode()))
    suites = junitparser.JUnitXml.fromstring(text.encode())
    kinds = [type(result).__name__ for suite in suites for case in suite for result in case.result]
    assert sorted(kinds) == ["Error", "Failure", "Failure"], kinds
    assert (suites.failures, suites.errors) == (2, 1)
    errors = xml.etree.ElementTree.fromstring(run([binary, "--format", "checkstyle", "."], work, code=1))
    assert {(e.get("source"), int(e.get("line"))) for e in errors.iter("error")} == FOUND


def main():
    with tempfile.TemporaryDirectory(prefix="textcheck-") as name:
        folder = pathlib.Path(name)
        env = release(folder / "release")
        binary, work = github(folder / "github")
        junit(binary, work)
        print("GitHub: the action's steps ran; JUnit and Checkstyle are read by others")
        gitlab(folder / "gitlab", env)
        print("GitLab: the template's script ran")
        pre_commit(folder / "pre-commit", env)
        print("pre-commit: the hook stopped a commit and let another pass")


if __name__ == "__main__":
    main()
