"""Briefs: what they say, what is wrong with them in one sentence, and what makes two the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vetting.briefs import Brief, configured, read_brief
from vetting.errors import RefusalError
from vetting.settings import HOME, Settings

if TYPE_CHECKING:
    from pathlib import Path

TAXONOMY = Settings.read().taxonomy


@pytest.mark.parametrize("path", sorted((HOME / "briefs").glob("*.toml")), ids=lambda path: path.stem)
def test_the_examples_are_sound(path: Path) -> None:
    assert read_brief(path, TAXONOMY).rules_out


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('name = "A"\nrules_out = ["fraud", "witchcraft"]', "rules out witchcraft, no category of ours"),
        ('name = "A"\nrules_out = []', "wrong at rules_out"),
        ('name = ""\nrules_out = ["fraud"]', "wrong at name"),
        ('name = "A"\nrules_out = "fraud"', "wrong at rules_out"),
        ('name = "A"\nrules_out = ["fraud"]\nbudget = 3', "wrong at budget"),
        ("name = ", "no valid TOML"),
    ],
)
def test_a_wrong_brief_is_refused_in_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "brief.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RefusalError, match=sentence):
        read_brief(file, TAXONOMY)


def test_no_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(RefusalError, match="can't be read"):
            read_brief(path, TAXONOMY)


def test_what_is_said_makes_the_fingerprint_and_the_order_does_not() -> None:
    one, turned = (Brief(name="A", rules_out=out) for out in (("fraud", "hate"), ("hate", "fraud")))
    assert one.fingerprint == turned.fingerprint
    assert one.fingerprint != Brief(name="A", rules_out=("fraud",)).fingerprint
    assert configured("s", None) == "s"
    assert len({configured("s", None), configured("s", one), configured("t", one)}) == 3
