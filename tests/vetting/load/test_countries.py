"""Countries by the names that people write."""

from __future__ import annotations

import pytest

from vetting.load.countries import country_code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Spain", "ES"),
        ("united states", "US"),
        ("USA", "US"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Czech Republic", "CZ"),
        ("Côte d'Ivoire", "CI"),
        ("Côte d\u2019Ivoire", "CI"),
        ("tw", "TW"),
        ("Unknown Region", None),
        ("European Union", None),
        ("World", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_country_by_its_name_or_code(name: str, code: str | None) -> None:
    assert country_code(name) == code
