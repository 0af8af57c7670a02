"""What is known of names and words: data that anybody can read and edit, and the functions that hand it out."""

from vetting.lexicon.files import fits, phrases, section, word_kinds, words
from vetting.lexicon.letters import confusables, mixed_script, unmasked
from vetting.lexicon.places import places
from vetting.lexicon.shares import greatest_shares, name_shares, origins, world_shares
from vetting.lexicon.spellings import cousins, nicknames, variants

__all__ = [
    "confusables",
    "cousins",
    "fits",
    "greatest_shares",
    "mixed_script",
    "name_shares",
    "nicknames",
    "origins",
    "phrases",
    "places",
    "section",
    "unmasked",
    "variants",
    "word_kinds",
    "words",
    "world_shares",
]
