"""Signs of spam that a person would name, in six languages, and the simplified text in which they are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VIDEO_LINK = r"(?:https?://)?(?:www\.|m\.)?(?:youtu\.be/|youtube\.com/watch)\S*"
LINK = (
    r"https?://\S*|www\s?\.\s?\S+|\b[a-z0-9_-]+\s?\.\s?"
    r"(?:com|net|org|ly|gg|tv|io|example|info|biz|co\.uk|fr|de|es|it|pl|ru|xyz|site|shop)\b\S*"
)
OWN = r"(?:my|our|mah|mon|ma|mes|notre|mi|mis|nuestro|mein|meine|meinen|meinem|unser|unseren|meu|minha|il mio|la mia)"
PLACE = (
    r"(?:channel|chanel|chanell|channels|page|profile|profil|perfil|profilo|vids?|videos?|cover|covers|music|songs?|"
    r"remix|beats?|site|website|blog|account|bio|insta|kanal|canal|cha[iî]ne|pagina|página|seite|musik|musique|música|"
    r"cuenta|compte|stream|playlist|stuff|work|shop|album|mixtape|band)"
)

SIGNS = {
    "link": r"\blinkaway\b",
    "video_link": r"\blinkvideo\b",
    "video_time": r"\blinktime\b",
    "mention": r"@[\w.]{3,}",
    "subscribe": r"\bs[ua]b?s?c?s?cri\w*|\bsubs?\b|\babonn\w*|\bsuscr\w*|\binscrev\w*|\biscriv\w*",
    "subscribe_to_me": r"(?:subs?c\w*|sub|abonnez?|suscr\w*|inscrev\w*|iscriv\w*)\S* (?:\w+ ){0,3}(?:me|us|my|our"
    r"|moi|mi|mich|mir|mim)\b",
    "exchange": r"sub ?(?:4|for|to|back)|(?:sub|follow|like)s? (?:\w+ )?back|f4f|l4l|s4s|je m'abonne|te sigo"
    r"|sigo de volta",
    "check": r"\bche(?:c|k|ck)\w* (?:\w+ ){0,4}out|\bcheck (?:my|our|mah|this|it)|\blook(?:ing)? (?:up|at) (?:my"
    r"|our|this)",
    "take_a_look": r"take a look|check out this (?:video|playlist)|have a look|jette[zs]? un"
    r"|schaut? (?:mal )?(?:vorbei|rein)",
    "visit": r"\bvisit\w*|\bcome (?:and |over |to |check|see|watch)|\bgo to\b|\bgo (?:and )?(?:check|watch|see"
    r"|look)|\bbesuch\w*",
    "own_place": rf"\b{OWN} (?:\w+ ){{0,3}}{PLACE}\b",
    "follow": r"\bfollow (?:me|us|my|our|for)|\bfollow\b|\bfolg\w* mir|\bs[ií]gueme|\bsuis[- ]moi|\bme segue"
    r"|\bseguimi",
    "money": r"[$€£] ?\d|\d ?[$€£]|\b(?:earn|cash|money|paid|dollars?|bitcoin|crypto|invest\w*|profit|argent"
    r"|dinero|geld|soldi)\b",
    "free": r"\bfree\b|\bgratuit\w*|\bgratis\b|\bgr[aá]tis\b|\bgift ?cards?|\bwin\b|\bgewinn\w*|\bgana\b|\bcadeau",
    "deal": r"\bbuy\b|\bclick\b|\bdownload\w*|\bpromo\w*|\bsale\b|\bdiscount|\bcliquez?|\bklick\w*|\bdeal\b"
    r"|\bcompra\b",
    "contact": r"\bdms?\b|\bwhats ?app|\btelegram|\btext me|\bmessage me|\binbox|\+\d[\d ()-]{7,}|\S+@\S+\.\w",
    "please": r"\bpl(?:ea|i|e)?[sz]+e?\b|\bplz+\b|\bpls+\b|\bs'il (?:vous|te) pla|\bpor favor|\bbitte\b|\bsvp\b",
    "elsewhere": r"\bfacebook|\btwitter|\binstagram|\binsta\b|\bfb\b|\big\b|\btwitch|\bsoundcloud|\bitunes"
    r"|\btumblr|\bkik\b",
    "self": r"\b(?:i'?m|i am|we'?re|we are|je suis|soy|ich bin|sou) (?:\w+ ){0,3}(?:rapper|singer|youtuber|band"
    r"|artist|artiste|"
    r"artista|musician|producer|dj|years?|yr|channel|kanal)",
    "hey_all": r"\b(?:hey|hi|hello|ehi|hallo|hola|salut|oi) (?:guys|everyone|everybody|all|there|people|leute|todos)",
    "vote": r"\bthumbs? up|\blike (?:this|my|the) comment|\blike (?:this )?if|\bgive it a like|\bshare (?:this"
    r"|your|my)|\bvote\b",
    "help": r"\bhelp (?:me|us|my)|\bsupport (?:me|us|my)|\bdonat\w*|\bgofundme|\bsign (?:this|the|my)|\bpetition",
    "talent": r"\bcovers?\b|\brap\b|\bbeats\b|\bremix\w*|\bmixtape|\bminecraft|\bgameplay|\blet'?s ?plays?"
    r"|\bgaming\b",
    "goal": r"\b\d+ (?:subs|subscribers|followers|likes|abonn|suscr)|\breach \d|\bget \d+",
    "views": r"\b(?:\d[\d,. ]*|billion|million) ?(?:m|k|billion|million)? ?(?:\w+ )?views?\b",
}
NAMES = (*SIGNS, "length", "exclamation", "digits", "words")


def simplified(prepared: pl.Series) -> pl.Series:
    """Prepared comments with links in words: to a time of the video, to a video, or away."""
    column = pl.col("text").fill_null("").str.replace_all("\ufeff", "")
    links = (
        column.str.replace_all(r"(?:youtube\.com/watch|youtu\.be/)\S*[?&;]t=\S*", " linktime ")
        .str.replace_all(VIDEO_LINK, " linkvideo ")
        .str.replace_all(LINK, " linkaway ")
    )
    return pl.DataFrame({"text": prepared}).select(links.str.replace_all(r"\s+", " ").str.strip_chars()).to_series()


def signs(simple: pl.Series) -> NDArray[np.float64]:
    """How often each of `SIGNS` stands in each text (at most twice), and the text's shape."""
    text = pl.col("text")
    found = [text.str.count_matches(pattern).clip(0, 2).cast(pl.Float64).alias(name) for name, pattern in SIGNS.items()]
    length = text.str.len_chars().cast(pl.Float64)
    shape = (
        (length.log1p() / 3).alias("length"),
        (text.str.count_matches("!").clip(0, 3) / 3).alias("exclamation"),
        (text.str.count_matches(r"\d") / (length + 1)).alias("digits"),
        (text.str.count_matches(" ").clip(0, 60) / 30).alias("words"),
    )
    return pl.DataFrame({"text": simple}).select(*found, *shape).to_numpy()
