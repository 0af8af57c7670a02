"""What made-up creators write: topics, captions, bios, ads, in four languages, and how to draw from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.draw import Ints, texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import polars as pl
    from numpy.random import Generator

LANGUAGES = ("en", "fr", "es", "de")
CATEGORIES = ("beauty", "fashion", "fitness", "food", "gaming", "travel", "tech", "family")

TOPICS = {
    "en": """
        a five-minute make-up look|my winter skin routine|three lipsticks side by side|a haircut I did myself
        a week of outfits|mending an old coat|thrift shop finds|how to wear too many colors
        ten minutes of mobility|my first half marathon|squats without pain|the rest day nobody takes
        a soup for cold evenings|sourdough, attempt four|lunch under five minutes|the cake that never rises
        the last boss at last|a cozy farming game|my worst ranked match|building a castle block by block
        two days by night train|a village without signal|packing one small bag|the market at six in the morning
        a laptop I took apart|headphones after a year|home automation gone wrong|a phone for my grandmother
        the school run in the rain|bedtime, third attempt|a birthday on a budget|lunch boxes they really eat
    """,
    "fr": """
        un maquillage en cinq minutes|ma routine d'hiver|trois rouges à lèvres comparés|une coupe faite maison
        une semaine de tenues|la retouche d'un vieux manteau|mes trouvailles en friperie|trop de couleurs à la fois
        dix minutes de mobilité|mon premier semi-marathon|les squats sans douleur|le jour de repos oublié
        une soupe pour les soirs froids|le levain, quatrième essai|un déjeuner express|le gâteau qui ne lève jamais
        le dernier boss, enfin|un jeu de ferme tout doux|ma pire partie classée|un château bloc par bloc
        deux jours en train de nuit|un village sans réseau|la valise minuscule|le marché à six heures du matin
        un ordinateur démonté|un casque après un an|la domotique qui dérape|un téléphone pour ma grand-mère
        l'école sous la pluie|le coucher, troisième essai|un anniversaire à petit prix|des goûters qui plaisent
    """,
    "es": """
        un maquillaje en cinco minutos|mi rutina de invierno|tres labiales comparados|un corte hecho en casa
        una semana de conjuntos|el arreglo de un abrigo viejo|mis hallazgos de segunda mano|demasiados colores
        diez minutos de movilidad|mi primera media maratón|sentadillas sin dolor|el descanso que nadie respeta
        una sopa para noches frías|la masa madre, cuarto intento|una comida en cinco minutos|el pastel que nunca sube
        el último jefe, por fin|un juego de granja tranquilo|mi peor partida|un castillo bloque a bloque
        dos días en tren nocturno|un pueblo sin cobertura|una maleta diminuta|el mercado a las seis
        un portátil desmontado|unos cascos un año después|la casa inteligente que falla|un móvil para mi abuela
        el cole bajo la lluvia|la hora de dormir, tercer intento|un cumpleaños barato|meriendas que sí se comen
    """,
    "de": """
        ein Make-up in fünf Minuten|meine Winterpflege|drei Lippenstifte im Vergleich|ein Haarschnitt daheim
        eine Woche Outfits|ein alter Mantel, neu genäht|meine Flohmarktfunde|viel zu viele Farben
        zehn Minuten Beweglichkeit|mein erster Halbmarathon|Kniebeugen ohne Schmerzen|der vergessene Ruhetag
        eine Suppe für kalte Abende|Sauerteig, vierter Versuch|Mittagessen in fünf Minuten|der Kuchen, der nie aufgeht
        endlich der letzte Gegner|ein ruhiges Bauernhofspiel|mein schlechtestes Match|eine Burg, Block für Block
        zwei Tage im Nachtzug|ein Dorf ohne Netz|ein winziger Koffer|der Markt um sechs Uhr früh
        ein zerlegter Laptop|Kopfhörer nach einem Jahr|wenn das smarte Haus streikt|ein Handy für meine Oma
        der Schulweg im Regen|ins Bett, dritter Versuch|ein günstiger Geburtstag|Brotdosen, die leer zurückkommen
    """,
}
TOPICS_EACH = 4

BIOS = {
    "en": ("A bit of everything, mostly {topic}.", "{topic} and other small joys.", "New things every week."),
    "fr": ("Un peu de tout, surtout {topic}.", "{topic} et d'autres petits bonheurs.", "Du nouveau chaque semaine."),
    "es": ("Un poco de todo, sobre todo {topic}.", "{topic} y otras alegrías.", "Algo nuevo cada semana."),
    "de": ("Von allem etwas, vor allem {topic}.", "{topic} und andere Freuden.", "Jede Woche etwas Neues."),
}

LEADS = {
    "en": "Today: {topic}.|Finally, {topic}!|You asked for it: {topic}.|Honest thoughts on {topic}."
    "|Back with {topic} 🙌|Not perfect, but here it is: {topic}.|Part two of {topic}.|Sunday mood: {topic} ☕",
    "fr": "Aujourd'hui : {topic}.|Enfin, {topic} !|Vous l'avez demandé : {topic}.|Mon avis sincère : {topic}."
    "|De retour avec {topic} 🙌|Pas parfait, mais voilà : {topic}.|Suite : {topic}.|Dimanche : {topic} ☕",
    "es": "Hoy: {topic}.|¡Por fin, {topic}!|Lo pedisteis: {topic}.|Mi opinión sincera: {topic}.|Vuelvo con {topic} 🙌"
    "|No es perfecto, pero aquí está: {topic}.|Segunda parte: {topic}.|Domingo: {topic} ☕",
    "de": "Heute: {topic}.|Endlich: {topic}!|Ihr wolltet es: {topic}.|Meine ehrliche Meinung: {topic}."
    "|Zurück mit: {topic} 🙌|Nicht perfekt, aber hier: {topic}.|Teil zwei: {topic}.|Sonntag: {topic} ☕",
}

TAILS = {
    "en": "||Tell me below what you would change.|Save it for later.|The long version is on my channel.|Thank you ❤️",
    "fr": "||Dites-moi en commentaire.|À garder pour plus tard.|La version longue est sur ma chaîne.|Merci ❤️",
    "es": "||Contadme abajo qué cambiaríais.|Guárdalo para luego.|La versión larga está en mi canal.|Gracias ❤️",
    "de": "||Schreibt mir, was ihr ändern würdet.|Speichert es euch.|Die lange Version ist auf dem Kanal.|Danke euch ❤️",
}

ROUGH = {
    "en": "What a load of crap that was.|Tequila at noon, no regrets 🍸|Betting my rent on tonight's match."
    "|Whoever votes for them is an idiot.|Shut up and let me finish, damn it.",
    "fr": "Franchement, quelle merde.|Tequila à midi, sans regret 🍸|Je parie mon loyer sur le match de ce soir."
    "|Ceux qui votent pour eux sont des idiots.|Fermez-la et laissez-moi finir, putain.",
    "es": "Vaya mierda, la verdad.|Tequila a mediodía 🍸|Apuesto el alquiler al partido de hoy."
    "|Quien los vota es idiota.|Callaos y dejadme acabar, joder.",
    "de": "Was für ein Scheiß.|Tequila am Mittag 🍸|Ich wette meine Miete auf das Spiel heute."
    "|Wer die wählt, ist ein Idiot.|Haltet die Klappe, verdammt.",
}

HARMLESS = {
    "en": "That workout killed me.|This cake is the bomb.|I would kill for a nap.|Sick colors, insane light.",
    "fr": "Cette séance m'a tuée.|Ce gâteau, une bombe.|Je tuerais pour une sieste.|Une lumière de malade.",
    "es": "Ese entreno me mató.|Este pastel es la bomba.|Mataría por una siesta.|Una luz de locos.",
    "de": "Das Training hat mich umgebracht.|Der Kuchen ist bombe.|Für ein Nickerchen würde ich töten.|Irres Licht.",
}

HOSTILE = (
    "<script>document.title='mine'</script>",
    '=HYPERLINK("https://trap.example","open me")',
    "'; DROP TABLE creators; --",
    "(a+)+$ \u202e desrever | {{ 7 * 7 }}",
)
"""Texts that try to be something else in HTML, a sheet, SQL, a pattern or a template."""


def listed(text: str) -> list[str]:
    """The entries of a text where `|` or a new line stands between them."""
    return [entry.strip() for entry in text.strip().replace("\n", "|").split("|")]


def options(told: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Phrases of each language, from texts where `|` stands between them."""
    return {language: tuple(text.split("|")) for language, text in told.items()}


def say(dice: Generator, phrases: Mapping[str, Sequence[str]], tongue: Ints) -> pl.Series:
    """A phrase per row, in the row's language (a place in `LANGUAGES`)."""
    counts = np.array([len(phrases[language]) for language in LANGUAGES])
    start = counts.cumsum() - counts
    flat = [phrase for language in LANGUAGES for phrase in phrases[language]]
    return texts(flat, start[tongue] + np.floor(dice.random(len(tongue)) * counts[tongue]).astype(np.int64))


def topics(dice: Generator, tongue: Ints, category: Ints) -> pl.Series:
    """A topic per row, in the row's language, of the row's category (a place in `CATEGORIES`)."""
    flat = [topic for language in LANGUAGES for topic in listed(TOPICS[language])]
    place = (tongue * len(CATEGORIES) + category) * TOPICS_EACH
    return texts(flat, place + dice.integers(0, TOPICS_EACH, len(tongue)))
