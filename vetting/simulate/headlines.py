"""What registers, courts, papers and forums of the made-up world say, in English and French.

Each line: whom it fits (a register's or a checker's subject, a `creator`, an `other` of another trade), the part of the
person in it, the source's own category, a title, and a text. A title without `{name}` leaves the name to the text.
"""

from __future__ import annotations

import polars as pl

SITUATIONS = {
    "did_bad": (True, "did"),
    "did_fine": (False, "did"),
    "suffered": (True, "suffered"),
    "named_bad": (True, "named"),
    "named_fine": (False, "named"),
}
"""Each part, whether the matter is adverse, and the role: did it, suffered it, or is only named."""

ENGLISH = """
regulator; did_bad; undisclosed advertising; Ruling: {name}; Ads were not labeled as such. The breach is upheld.
regulator; did_bad; misleading claims; Notice to {name}; Health claims without evidence were to be withdrawn.
court; did_bad; consumer fraud; Judgment: {name}; The court found that paid orders were never delivered.
court; did_bad; defamation; Judgment: {name}; Damages were awarded for false statements in a video.
list; did_bad; non-compliance; {name}; Listed after repeated failure to disclose advertising.
list; did_fine; training; {name}; Holds the certificate in responsible advertising.
regulator; did_fine; complaint dismissed; Ruling: {name}; The complaint was not upheld. No breach was found.
court; suffered; stalking; Judgment in the case of {name}; A man was sentenced for stalking the claimant.
list; suffered; impersonation; Warning: false accounts of {name}; Strangers used the name to sell investments.
creator; did_bad; advertising; {name} fined for hidden advertising; Followers were not told that {name} was paid.
creator; did_bad; fraud; Buyers say {name} never shipped; Hundreds paid {name} for a course and got nothing.
creator; did_bad; insults; {name} apologizes after insults in a live stream; {name} shouted at staff, a clip shows.
creator; did_bad; crash; Police question popular creator after crash; {name} drove at twice the limit, police say.
creator; did_bad; racism; {name} dropped by sponsor over racist joke; The old clip of {name} came back last week.
creator; did_bad; animal cruelty; Outrage over a stunt with a dog; In the video {name} locks a dog in a car.
fact_check; did_bad; scam; Is the giveaway by {name} a scam?; Nobody has ever met a winner, users write about {name}.
creator; did_fine; books; {name} writes a cookbook; The book by {name} comes out in spring.
creator; did_fine; charity; Creators collect for the flood victims; {name} raised 40,000 in one night.
creator; did_fine; awards; Prize for {name}; The jury praised {name} for patient explanations.
creator; did_fine; interview; "I sleep badly before every upload"; A talk with {name} about work and rest.
creator; suffered; burglary; Burglars in the house of {name}; {name} was abroad when the burglars came.
creator; suffered; harassment; {name} files complaint after weeks of threats; Since March {name} gets death threats.
fact_check; suffered; hacking; Account of {name} hacked; Criminals asked followers of {name} for money.
fact_check; suffered; rumor; No, {name} was not arrested; The photo that shows {name} in handcuffs is false.
creator; named_bad; bankruptcy; Agency of known faces is bankrupt; It also looked after {name}, who is owed money.
creator; named_bad; fraud; Manager charged with embezzlement; He worked for {name}, who is a victim too.
creator; named_fine; festival; Thousands at the summer festival; Among the guests were {name} and a brass band.
creator; named_fine; trend; Why everybody bakes again; Clips such as those by {name} reach millions.
other; did_bad; sport; Footballer {name} banned for doping; {name}, a defender, tested positive in June.
other; did_bad; medicine; Dentist {name} struck off the register; {name} billed treatments that never took place.
other; did_bad; politics; Councilor {name} resigns over expenses; {name} had charged private trips to the town.
other; did_bad; crime; Man jailed for series of break-ins; {name}, a locksmith, confessed to nine break-ins.
other; did_bad; finance; Director disqualified for eight years; {name} ran three building firms into the ground.
other; did_fine; science; Physicist {name} finds a new alloy; The team of {name} worked on it for ten years.
other; did_fine; obituary; {name}, baker for fifty years; Half the town bought its bread from {name}.
other; suffered; accident; Cyclist hurt at crossing; {name}, a retired teacher, broke a leg.
other; named_fine; music; Choir sings again; The solo was sung by {name}, a nurse.
"""

FRENCH = """
regulator; did_bad; publicité dissimulée; Décision : {name}; Des publicités n'étaient pas signalées. Manquement établi.
regulator; did_bad; allégations trompeuses; Injonction : {name}; Des allégations de santé sans preuve sont à retirer.
court; did_bad; escroquerie; Jugement : {name}; Des commandes payées n'ont jamais été livrées.
court; did_bad; diffamation; Jugement : {name}; Des dommages sont accordés pour des propos faux dans une vidéo.
list; did_bad; manquements répétés; {name}; Inscription après des défauts répétés de transparence.
list; did_fine; formation; {name}; Titulaire du certificat de l'influence responsable.
regulator; did_fine; plainte rejetée; Décision : {name}; La plainte n'est pas fondée. Aucun manquement.
court; suffered; harcèlement; Jugement, partie civile {name}; Un homme est condamné pour harcèlement.
list; suffered; usurpation; Alerte : faux comptes au nom de {name}; Des inconnus vendent des placements sous ce nom.
creator; did_bad; publicité; Amende pour {name}; Le public ignorait que {name} touchait de l'argent pour ses avis.
creator; did_bad; arnaque; Des acheteurs accusent {name}; Des centaines de clients de {name} n'ont jamais rien reçu.
creator; did_bad; insultes; Excuses de {name} après des insultes; Une vidéo montre {name} en train d'insulter l'équipe.
creator; did_bad; accident; Une star des réseaux entendue; {name} roulait à deux fois la vitesse permise.
creator; did_bad; racisme; Blague raciste : {name} sans marque; L'ancienne vidéo de {name} est ressortie.
creator; did_bad; cruauté; Tollé autour d'un chien; On y voit {name} enfermer un chien dans une voiture.
fact_check; did_bad; arnaque; Le concours de {name}, une arnaque ?; Personne n'a vu de gagnant, dit-on de {name}.
creator; did_fine; livre; {name} publie un livre de cuisine; Le livre de {name} paraît au printemps.
creator; did_fine; solidarité; Une collecte pour les sinistrés; {name} a réuni 40 000 euros en une nuit.
creator; did_fine; prix; Un prix pour {name}; Le jury salue la patience de {name}.
creator; did_fine; entretien; « Je dors mal avant chaque vidéo »; Rencontre avec {name}, entre travail et repos.
creator; suffered; cambriolage; Cambriolage chez {name}; {name} se trouvait à l'étranger.
creator; suffered; harcèlement; Plainte de {name} pour menaces; Depuis mars, {name} reçoit des menaces de mort.
fact_check; suffered; piratage; Le compte de {name} piraté; Des escrocs ont demandé de l'argent aux abonnés de {name}.
fact_check; suffered; rumeur; Non, {name} n'est pas en prison; La photo de {name} menottes aux poignets est fausse.
creator; named_bad; faillite; Faillite d'une agence de célébrités; Elle gérait aussi {name}, qui attend son argent.
creator; named_bad; détournement; Un agent mis en examen; Il travaillait pour {name}, hors de cause.
creator; named_fine; festival; La foule au festival d'été; Dans le public, {name} et une fanfare.
creator; named_fine; tendance; Le retour du pain; Des vidéos comme celles de {name} touchent des millions.
other; did_bad; sport; Dopage : {name}, défenseur, suspension de deux ans; Le contrôle de {name} en juin est positif.
other; did_bad; médecine; Radiation pour {name}, dentiste; {name} facturait des soins jamais faits.
other; did_bad; politique; Notes de frais : {name} démissionne; {name} faisait payer ses voyages par la commune.
other; did_bad; justice; Trois ans de prison pour des cambriolages; {name}, serrurier de métier, reconnaît neuf faits.
other; did_bad; finance; Interdiction de gérer pendant huit ans; {name} a coulé trois entreprises du bâtiment.
other; did_fine; sciences; Un nouvel alliage découvert par {name}; L'équipe de {name} y travaillait depuis dix ans.
other; did_fine; nécrologie; {name}, cinquante ans de boulangerie; La moitié de la ville achetait son pain chez {name}.
other; suffered; accident; Une cycliste blessée; {name}, à la retraite, a une jambe cassée.
other; named_fine; musique; La chorale chante à nouveau; Le solo revenait à {name}, qui travaille à l'hôpital.
"""

CONTEXT = {
    "en": (
        "Known as @{handle} on {platform}, mostly for {category}.",
        "{name}, {age}, from {place}.",
        "The {category} creator did not answer our questions.",
    ),
    "fr": (
        "Sur {platform}, c'est @{handle}.",
        "{name}, {age} ans ({place}).",
        "Nos questions sont restées sans réponse.",
    ),
}

SOURCES = {
    "regulator": (
        ("Fairplay Advertising Board", "fairplay-board"),
        ("Office Clairval de la publicité", "office-clairval"),
    ),
    "court": (("District Court of Marrowby", "court-marrowby"), ("Tribunal de Valombre", "tribunal-valombre")),
    "list": (("Open Conduct Register", "conduct-register"), ("Registre Ouvert des Créateurs", "registre-createurs")),
    "news": (("Quillmark Ledger", "quillmark"), ("Le Fil de Vermalon", "fil-vermalon")),
    "blog": (("Sharp Elbows", "sharp-elbows"), ("Le Coin Grinçant", "coin-grincant")),
    "forum": (("TeaKettle Forum", "teakettle"), ("Forum des Mousquetons", "mousquetons")),
    "fact_check": (("Plumbline Checks", "plumbline"), ("Fil à Plomb", "fil-a-plomb")),
}
"""Per kind of source an English and a French one: name and host."""

PLACES = {
    "US": ("the United States", "États-Unis"),
    "GB": ("Britain", "Grande-Bretagne"),
    "CA": ("Canada", "Canada"),
    "NG": ("Nigeria", "Nigeria"),
    "IE": ("Ireland", "Irlande"),
    "FR": ("France", "France"),
    "BE": ("Belgium", "Belgique"),
    "SN": ("Senegal", "Sénégal"),
    "ES": ("Spain", "Espagne"),
    "MX": ("Mexico", "Mexique"),
    "DE": ("Germany", "Allemagne"),
    "AT": ("Austria", "Autriche"),
}
"""How texts call a country, in English and French."""


def cases() -> pl.DataFrame:
    """Every line as a row: `tongue` (0 English, 1 French), `fits`, `situation`, `category`, `title`, `text`."""
    columns = ("fits", "situation", "category", "title", "text")
    rows = [
        (tongue, *(cell.strip() for cell in line.split(";", 4)))
        for tongue, block in enumerate((ENGLISH, FRENCH))
        for line in block.strip().splitlines()
    ]
    return pl.DataFrame(rows, schema=["tongue", *columns], orient="row")
