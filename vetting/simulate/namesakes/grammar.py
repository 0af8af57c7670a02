"""How a name or a role stands in a sentence: possessing, after `de` and `que`, behind an article."""

from __future__ import annotations

from vetting.simulate.namesakes.names import plain

LANGUAGES = ("en", "fr", "es", "de")
HISSING, VOWELS = "sxzß", "aeiouyhàâéèêëîïôöùûüœ"
FEMININE = ("euse", "ice", "vedette")
KINSWOMEN = ("sœur", "mère", "fille", "hermana", "madre", "hija", "esposa", "bloguera", "estrella")


def of(name: str, language: str) -> str:
    """A name as a possessor, where the language marks the name itself."""
    if language == "en":
        return f"{name}'" if name[-1:] == "s" else f"{name}'s"
    if language == "de":
        return f"{name}’" if name[-1:].lower() in HISSING else f"{name}s"  # noqa: RUF001 - German writes this one
    return name


def elided(word: str, name: str) -> str:
    """`de` or `que` before a name, cut before a vowel: `d'Alba`, `qu'Inès`."""
    first = name[:1]
    return f"{word[:-1]}'{name}" if first.isalpha() and plain(first).lower() in VOWELS else f"{word} {name}"


def with_article(role: str, language: str) -> str:
    """A role behind its indefinite article."""
    if language == "en":
        return f"{'an' if role[:1] in 'aeioAEIO' else 'a'} {role}"
    first = role.split(maxsplit=1)[0]
    return f"{'une' if language == 'fr' and first.endswith(FEMININE) else 'un'} {role}"


def definite(word: str, language: str) -> str:
    """A role or relative behind the definite article, where the language sets one before a name."""
    first = word.split(maxsplit=1)[0]
    if language == "fr":
        article = "la " if first.endswith(FEMININE) or first in KINSWOMEN else "le "
        return f"l'{word}" if plain(word[:1]).lower() in VOWELS else article + word
    if language == "es":
        return f"{'la' if first in KINSWOMEN else 'el'} {word}"
    return word


def titled(text: str) -> str:
    """Each word with a capital, as English headlines have it; handles and hashtags as they are."""
    return " ".join(word if word[:1] in "@#" else word[:1].upper() + word[1:] for word in text.split())
