"""Configuration: what it says is what the SQL reads, and a mistake in it is named."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from vetting.errors import RefusalError
from vetting.settings import HOME, Settings
from warehouse import Warehouse

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "disclosed"),
    [
        ("so good #ad", True),
        ("#AD so good", True),
        ("text#ad", True),
        ("what an #adventure", False),
        ("Werbung: neu", True),
        ("Werbungskosten", False),
        ("en publicité", True),
        ("publicité🎉", True),
        ("publicités", False),
        ("Partenariat rémunéré avec une marque", True),
        ("#pubblicità", True),
        ("thanks to a brand #spon", False),
        ("#gifted", True),
        ("paid partnerships are rare", False),
        ("", False),
    ],
)
def test_a_disclosure_is_an_accepted_term_as_a_whole_word(text: str, *, disclosed: bool) -> None:
    with Warehouse() as house:
        Settings.read().apply(house)
        assert house.execute("SELECT regexp_matches($t, getvariable('disclosure'))", {"t": text}) == [(disclosed,)]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("min_peers = 20", "min_peers = 1", "min_peers"),
        ("min_peers = 20", "min_pears = 20", "min_peers"),
        ("[measure]", "[measure", "no valid TOML"),
    ],
)
def test_a_mistake_in_the_configuration_is_named(old: str, new: str, says: str, tmp_path: Path) -> None:
    shutil.copytree(HOME, tmp_path / "config")
    file = tmp_path / "config" / "settings.toml"
    file.write_text(file.read_text().replace(old, new))
    with pytest.raises(RefusalError, match=says):
        Settings.read(tmp_path / "config")


def test_a_folder_without_settings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="missing"):
        Settings.read(tmp_path)


def test_another_configuration_has_another_fingerprint(tmp_path: Path) -> None:
    shutil.copytree(HOME, tmp_path / "config")
    same = Settings.read(tmp_path / "config").fingerprint
    assert same == Settings.read().fingerprint
    with (tmp_path / "config" / "settings.toml").open("a") as file:
        file.write("# looked at\n")
    assert Settings.read(tmp_path / "config").fingerprint != same


@pytest.mark.parametrize("words", ['giveaway = "concours"', 'giveaway = [""]', "prizes = []"])
def test_a_mistake_among_the_commercial_words_is_named(words: str, tmp_path: Path) -> None:
    shutil.copytree(HOME, tmp_path / "config")
    file = tmp_path / "config" / "commercial.toml"
    file.write_text(file.read_text().replace("giveaway = [", f"{words}\n[others]\ngiveaway = [", 1))
    with pytest.raises(RefusalError, match=r"commercial|others"):
        Settings.read(tmp_path / "config")
