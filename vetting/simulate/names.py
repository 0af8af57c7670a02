"""Parts of which made-up people, stage names, handles and brands are put together at random."""

from __future__ import annotations


def _listed(text: str) -> tuple[str, ...]:
    """The names in a text where `|` stands between them."""
    return tuple(text.split("|"))


NAMES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "english": (
        _listed("Nora|Owen|Hazel|Miles|Tessa|Colin|Maeve|Gareth|Phoebe|Callum|Imogen|Dexter"),
        _listed("Smith|Taylor|Walker|Whitlock|Harrop|Ashdown|Lockwood|Penhale|Marsden|Birtwell|Cope|Thorley"),
    ),
    "french": (
        _listed("Camille|Élodie|Maëlle|Solène|Romane|Anaïs|Bastien|Corentin|Tanguy|Mathis|Gaël|Loïc"),
        _listed("Martin|Bernard|Moreau|Lefèvre|Delcourt|Vasseur|Kermadec|Béranger|Rousselin|Chauvet|Périlhon|Lacaze"),
    ),
    "spanish": (
        _listed("Lucía|Amaya|Inés|Noelia|Rocío|Ximena|Álvaro|Hugo|Iker|Nicolás|Ramiro|Tadeo"),
        _listed("García|Martínez|Ortega|Quintana|Valdés|Ibáñez|Barrientos|Robles|Escandón|Luján|Montalvo|Zúñiga"),
    ),
    "arabic": (
        _listed("Mohamed|Youssef|Karim|Bilal|Tarek|Anis|Amina|Salma|Leïla|Nadia|Rania|Samira"),
        _listed("Haddad|Benali|El Amrani|Mansouri|Khalil|Bouzid|Cherkaoui|Saidi|Ouazzani|Rahmouni|Darwish|Zeroual"),
    ),
    "chinese": (
        _listed("Weilun|Meiling|Xiaoyu|Jiahao|Yuxuan|Haoran|Zihan|Ruolan|Kexin|Shuting|Mingzhe|Yiran"),
        _listed("Wang|Chen|Zhang|Liu|Huang|Zhou|Xu|Lin|Zhao|Sun|Guo|Tang"),
    ),
    "west_african": (
        _listed("Adjoa|Chidinma|Fatou|Ifeoma|Awa|Ndeye|Kwabena|Chidi|Kossi|Issa|Modou|Tunde"),
        _listed("Diallo|Mensah|Okafor|Ndiaye|Adeyemi|Koné|Sarr|Owusu|Balogun|Agbeko|Dossou|Amoako"),
    ),
    "slavic": (
        _listed("Aleksei|Dmitri|Bogdan|Pavel|Radek|Zoran|Katarzyna|Zofia|Milena|Jelena|Oksana|Danica"),
        _listed("Novak|Horvat|Shevchuk|Bondarenko|Kovač|Nowak|Wójcik|Marković|Melnyk|Lysenko|Babić|Stanek"),
    ),
    "german": (
        _listed("Annika|Svenja|Jule|Marlene|Wiebke|Frieda|Jannik|Torben|Lennart|Malte|Henrik|Florian"),
        _listed("Schmidt|Weber|Köhler|Brandtner|Hofmeister|Vogt|Ehlers|Rautenberg|Dietze|Osterkamp|Kühnel|Pfannmüller"),
    ),
}
EACH = 12
"""How many given and how many family names each origin has."""

SYLLABLES = (
    _listed("Bel|Cor|Dar|Esk|Fal|Gor|Hel|Ister|Jor|Kel|Lor|Mar|Nev|Orl|Pel|Quin|Rav|Sel|Tor|Ul|Vel|Wen|Yar|Zel"),
    _listed("a|o|i|en|ar|um"),
    _listed("brook|dane|vic|mond|quist|rault|zan|dieu|ska|well|nier|tov"),
)
"""Beginnings, middles and ends of family names that nobody has to share with a real family."""

SPELLINGS = {
    "Mohamed": "Muhammad",
    "Youssef": "Yusuf",
    "Leïla": "Layla",
    "Khalil": "Khaleel",
    "Cherkaoui": "Sharqawi",
    "Aleksei": "Alexey",
    "Dmitri": "Dmitry",
    "Oksana": "Oxana",
    "Shevchuk": "Chevtchouk",
    "Xiaoyu": "Xiao Yu",
    "Zhou": "Chou",
    "Xu": "Hsu",
    "Köhler": "Koehler",
    "Kühnel": "Kuehnel",
    "Koné": "Kone",
    "Ndiaye": "N'Diaye",
}
"""A second way to write the same name in Latin letters."""

STAGE = (
    _listed("Velvet|Kiko|Captain|Tiny|Neon|Sunny|Mister|Paper|Lazy|Disco|Cosmic|Salty"),
    _listed("Otter|Lumen|Biscuit|Kettle|Comet|Noodle|Pixel|Magpie|Walnut|Lantern|Mango|Badger"),
)
"""First and second words of stage names."""

BRANDS = _listed(
    "Quorvane|Zymelka|Ostravelle|Lumquat|Pelandro|Korvistal|Dravona|Yeltora|Snabbix|Trovelune|"
    "Gribbelo|Wexolan|Hulmira|Fendaskin|Opribelle|Nuvarsko|Tarmelo|Brixanto|Spinquora|Coinvarro"
)
