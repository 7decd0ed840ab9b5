"""What cannot run here, macOS and Windows as they are: recipes and the workflow are at least well-formed and agree with the rest."""

from __future__ import annotations

import plistlib
import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = ROOT / ".github/workflows/installers.yml"


@pytest.fixture(scope="module")
def workflow() -> dict:
    return yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))


def steps(workflow: dict) -> list[dict]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_the_workflow_builds_and_tries_on_both_systems(workflow):
    for name in ("windows", "macos"):
        titles = [step.get("name") for step in workflow["jobs"][name]["steps"]]
        assert titles.index("Build") < titles.index("Try it")


def test_the_workflow_names_scripts_that_are_there(workflow):
    named = set(re.findall(r"packaging/[\w./-]+", "\n".join(step.get("run", "") for step in steps(workflow))))
    assert {
        "packaging/windows/release",
        "packaging/windows/check.ps1",
        "packaging/macos/make",
        "packaging/macos/check",
    } <= named
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_the_workflow_installs_by_hash(workflow):
    installing = [
        line for step in steps(workflow) for line in step.get("run", "").splitlines() if "install --no-input" in line
    ]
    assert len(installing) == 4
    assert [line for line in installing if "--require-hashes" not in line] == []


def test_the_workflow_s_scripts_are_bash(workflow):
    for step in steps(workflow):
        if "run" in step and step.get("shell", "bash") == "bash":
            done = subprocess.run(["bash", "-n"], input=step["run"], text=True, capture_output=True, check=False)
            assert done.returncode == 0, done.stderr


def test_secrets_are_only_used_for_tags_and_are_explained(workflow):
    readme = (ROOT / "packaging/README.md").read_text(encoding="utf-8")
    for step in steps(workflow):
        secrets = re.findall(r"secrets\.(\w+)", str(step))
        if secrets:
            assert "ref_type == 'tag'" in step["if"]
        for name in secrets:
            assert name.removesuffix("_PASSWORD") in readme or name in readme


@pytest.mark.parametrize("name", [".github/workflows/installers.yml", "packaging/macos/make", "packaging/macos/check",
                                  "packaging/windows/release", "packaging/windows/parts", "packaging/windows/make"])  # fmt: skip
def test_no_script_names_where_something_is_fetched_from(name):
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_entitlements_are_the_two_that_are_needed():
    with (ROOT / "packaging/macos/entitlements.plist").open("rb") as file:
        found = plistlib.load(file)
    names = ("allow-unsigned-executable-memory", "disable-library-validation")
    assert found == {f"com.apple.security.cs.{name}": True for name in names}


def test_the_description_reads_what_the_recipe_of_macos_sets():
    recipe = (ROOT / "packaging/macos/make").read_text(encoding="utf-8")
    spec = (ROOT / "packaging/bundle/labline.spec").read_text(encoding="utf-8")
    for name in ("LABLINE_SIGN_AS", "LABLINE_ENTITLEMENTS"):
        assert name in recipe
        assert name in spec


def test_the_release_for_windows_gives_the_installer_all_that_it_asks_for():
    script = (ROOT / "packaging/windows/labline.nsi").read_text(encoding="utf-8")
    script += (ROOT / "packaging/windows/texts.nsh").read_text(encoding="utf-8")
    own = {*re.findall(r"!define (\w+)", script), *re.findall(r"!macro \w+ (.*)", script)}
    asked = {name for name in re.findall(r"\$\{([A-Z_]+)\}", script) if not name.startswith("LANG_")} - own
    for name in ("make", "release"):
        given = set(re.findall(r"-D([A-Z_]+)=", (ROOT / "packaging/windows" / name).read_text(encoding="utf-8")))
        assert asked - {"SIGN", "TEXT", "CODE", "NAME", "PREFIX"} == given - {"SIGN"}


def test_the_readme_says_what_is_unproven():
    readme = (ROOT / "packaging/README.md").read_text(encoding="utf-8")
    assert "smoke test and not Windows" in readme
    assert "unproven" in readme
    for folder in {*re.findall(r"`([a-z.]+)/`", readme)} - {"dist"}:  # which is made by the build
        assert (ROOT / "packaging" / folder).is_dir() or (ROOT / folder).is_dir()
