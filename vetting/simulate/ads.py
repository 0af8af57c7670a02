"""How made-up creators word an advertisement: openly, ambiguously, or not at all."""

from __future__ import annotations

OPEN = {
    "en": "Paid partnership with {brand}.|Sponsored by {brand}.|Advertisement for {brand}:|An ad for {brand}.",
    "fr": "Collaboration commerciale avec {brand}.|Publicité {brand}.|Partenariat rémunéré avec {brand}."
    "|Collaboration commerciale : {brand}.",
    "es": "Publicidad de {brand}.|Colaboración pagada con {brand}.|Patrocinado por {brand}.|Publicidad: {brand}.",
    "de": "Werbung für {brand}.|Anzeige: {brand}.|Werbung mit {brand}.|Bezahlte Partnerschaft mit {brand}.",
}
"""Said in the caption's first words."""

TAGS = {
    "en": "ad|ad|sponsored|advertisement",
    "fr": "publicité|sponsorisé|collaborationcommerciale|ad",
    "es": "publicidad|publi|patrocinado|ad",
    "de": "werbung|anzeige|werbung|ad",
}
"""Hashtags that say it."""

VAGUE_TAGS = {
    "en": "sp|collab|gifted|partner",
    "fr": "collab|offert|partenariat|sp",
    "es": "colab|regalo|gifted|sp",
    "de": "collab|geschenkt|pr|sp",
}
"""Hashtags that hint at it."""

PITCH = {
    "en": "I have used {brand} every day for a month.|{brand} makes it so much easier.|Thanks to {brand} for this one!",
    "fr": "J'utilise {brand} tous les jours depuis un mois.|{brand} me simplifie la vie.|Merci à {brand} !",
    "es": "Uso {brand} cada día desde hace un mes.|{brand} me lo pone fácil.|¡Gracias a {brand}!",
    "de": "Ich benutze {brand} seit einem Monat jeden Tag.|{brand} macht es mir leicht.|Danke an {brand}!",
}

CODES = {
    "en": "Use my code {code} for 15% off.|{code} gets you 20% off, link in bio.",
    "fr": "Mon code {code} pour -15 %.|-20 % avec {code}, lien en bio.",
    "es": "Con mi código {code}, 15 % de descuento.|{code}: 20 % menos, enlace en la bio.",
    "de": "Mit meinem Code {code} spart ihr 15 %.|{code}: 20 % Rabatt, Link in der Bio.",
}

UNPAID = {
    "en": "I paid for {brand} myself, not sponsored.|{brand} broke after a week, sorry.",
    "fr": "J'ai acheté {brand} avec mon argent, rien de sponsorisé.|{brand} a cassé en une semaine, dommage.",
    "es": "{brand} lo pagué yo, no es publicidad.|{brand} se rompió en una semana.",
    "de": "{brand} habe ich selbst bezahlt, keine Werbung.|{brand} ging nach einer Woche kaputt.",
}
"""A brand named without money: what a careless detector takes for an ad."""
