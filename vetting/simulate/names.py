"""Parts of which made-up people, stage names, handles and brands are put together at random."""

from __future__ import annotations

NAMES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "english": (
        ("Nora", "Owen", "Hazel", "Miles", "Tessa", "Colin", "Maeve", "Gareth", "Phoebe", "Callum", "Imogen", "Dexter"),
        ("Smith", "Taylor", "Walker", "Whitlock", "Harrop", "Ashdown", "Lockwood", "Penhale", "Marsden", "Birtwell")
        + ("Cope", "Thorley"),
    ),
    "french": (
        ("Camille", "Élodie", "Maëlle", "Solène", "Romane", "Anaïs", "Bastien", "Corentin", "Tanguy", "Mathis", "Gaël")
        + ("Loïc",),
        ("Martin", "Bernard", "Moreau", "Lefèvre", "Delcourt", "Vasseur", "Kermadec", "Béranger", "Rousselin")
        + ("Chauvet", "Périlhon", "Lacaze"),
    ),
    "spanish": (
        ("Lucía", "Amaya", "Inés", "Noelia", "Rocío", "Ximena", "Álvaro", "Hugo", "Iker", "Nicolás", "Ramiro", "Tadeo"),
        ("García", "Martínez", "Ortega", "Quintana", "Valdés", "Ibáñez", "Barrientos", "Robles", "Escandón", "Luján")
        + ("Montalvo", "Zúñiga"),
    ),
    "arabic": (
        ("Mohamed", "Youssef", "Karim", "Bilal", "Tarek", "Anis", "Amina", "Salma", "Leïla", "Nadia", "Rania")
        + ("Samira",),
        ("Haddad", "Benali", "El Amrani", "Mansouri", "Khalil", "Bouzid", "Cherkaoui", "Saidi", "Ouazzani", "Rahmouni")
        + ("Darwish", "Zeroual"),
    ),
    "chinese": (
        ("Weilun", "Meiling", "Xiaoyu", "Jiahao", "Yuxuan", "Haoran", "Zihan", "Ruolan", "Kexin", "Shuting", "Mingzhe")
        + ("Yiran",),
        ("Wang", "Chen", "Zhang", "Liu", "Huang", "Zhou", "Xu", "Lin", "Zhao", "Sun", "Guo", "Tang"),
    ),
    "west_african": (
        ("Adjoa", "Chidinma", "Fatou", "Ifeoma", "Awa", "Ndeye", "Kwabena", "Chidi", "Kossi", "Issa", "Modou", "Tunde"),
        ("Diallo", "Mensah", "Okafor", "Ndiaye", "Adeyemi", "Koné", "Sarr", "Owusu", "Balogun", "Agbeko", "Dossou")
        + ("Amoako",),
    ),
    "slavic": (
        ("Aleksei", "Dmitri", "Bogdan", "Pavel", "Radek", "Zoran", "Katarzyna", "Zofia", "Milena", "Jelena", "Oksana")
        + ("Danica",),
        ("Novak", "Horvat", "Shevchuk", "Bondarenko", "Kovač", "Nowak", "Wójcik", "Marković", "Melnyk", "Lysenko")
        + ("Babić", "Stanek"),
    ),
    "german": (
        ("Annika", "Svenja", "Jule", "Marlene", "Wiebke", "Frieda", "Jannik", "Torben", "Lennart", "Malte", "Henrik")
        + ("Florian",),
        ("Schmidt", "Weber", "Köhler", "Brandtner", "Hofmeister", "Vogt", "Ehlers", "Rautenberg", "Dietze", "Osterkamp")
        + ("Kühnel", "Pfannmüller"),
    ),
}

SYLLABLES = (
    "Bel Cor Dar Esk Fal Gor Hel Ister Jor Kel Lor Mar Nev Orl Pel Quin Rav Sel Tor Ul Vel Wen Yar Zel".split(),
    "a o i en ar um".split(),
    "brook dane vic mond quist rault zan dieu ska well nier tov".split(),
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
    "Velvet Kiko Captain Tiny Neon Sunny Mister Paper Lazy Disco Cosmic Salty".split(),
    "Otter Lumen Biscuit Kettle Comet Noodle Pixel Magpie Walnut Lantern Mango Badger".split(),
)

BRANDS = (
    "Quorvane Zymelka Ostravelle Lumquat Pelandro Korvistal Dravona Yeltora Snabbix Trovelune Gribbelo Wexolan "
    "Hulmira Fendaskin Opribelle Nuvarsko Tarmelo Brixanto Spinquora Coinvarro"
).split()
