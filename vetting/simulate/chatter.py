"""What stands in made-up comments, in four languages; `{topic}` and `{name}` are filled in."""

from __future__ import annotations

from vetting.simulate.phrases import LANGUAGES

REMARKS = {
    "en": "{topic} is what I needed|I tried {topic} and burnt everything|Can you do {topic} again, but slower?"
    "|My sister sent me this because of {topic}|{topic}? Never thought of it that way|That made me laugh out loud"
    "|I disagree about the ending, but well told|Watching this on the bus, {topic} saved my morning"
    "|my grandmother does {topic} with her eyes closed|day twelve of waiting for more {topic}"
    "|paused at {clock} to look that up"
    "|my flatmate now wants to try {topic}|the light in this one, though"
    "|I have watched {topic} more often than the news"
    "|two questions about {topic}, I will write to you|the dog barked at {clock} and so did mine"
    "|finally slept after this"
    "|{topic} again? I am not complaining|skipped work for {topic}, worth it",
    "fr": "{topic}, exactement ce qu'il me fallait|J'ai essayé {topic}, catastrophe en cuisine"
    "|Tu peux refaire {topic} mais moins vite ?|Ma sœur m'a envoyé ça à cause de {topic}|{topic} ? Jamais pensé à ça"
    "|La deuxième minute m'a fait rire aux éclats|Pas d'accord sur la fin, mais bien raconté"
    "|Je regarde ça dans le bus, {topic} sauve ma matinée"
    "|ma grand-mère fait {topic} les yeux fermés|j'ai mis pause à {clock} pour vérifier"
    "|mon coloc veut essayer {topic}"
    "|la lumière de celle-ci|encore {topic} ? je ne me plains pas|deux questions sur {topic}, je t'écris"
    "|le chien aboie à {clock}, le mien aussi|j'ai séché un cours pour {topic}|jour douze à attendre la suite",
    "es": "{topic}, justo lo que necesitaba|Probé {topic} y fue un desastre|¿Puedes repetir {topic} más despacio?"
    "|Mi hermana me lo mandó por {topic}|¿{topic}? Nunca lo había pensado|El minuto dos me hizo reír"
    "|No comparto el final, pero bien contado|Lo veo en el autobús, {topic} me alegra el día"
    "|mi abuela hace {topic} con los ojos cerrados|paré en {clock} para buscarlo|mi compañero quiere probar {topic}"
    "|qué luz tiene este|¿otra vez {topic}? no me quejo|dos preguntas sobre {topic}, te escribo"
    "|el perro ladra en {clock}"
    "|falté a clase por {topic}|día doce esperando más",
    "de": "{topic}, genau das habe ich gebraucht|Ich habe {topic} probiert, ein Desaster"
    "|Kannst du {topic} noch mal langsamer zeigen?|Meine Schwester hat mir das geschickt, wegen {topic}"
    "|{topic}? So habe ich das nie gesehen|Da musste ich lachen|Beim Ende bin ich anderer Meinung, aber schön erzählt"
    "|Ich schaue das im Bus, {topic} rettet meinen Morgen"
    "|meine Oma macht {topic} mit geschlossenen Augen|bei {clock} angehalten und nachgeschlagen"
    "|mein Mitbewohner will das auch"
    "|schon wieder {topic}? Ich beschwere mich nicht|zwei Fragen zu {topic}, ich schreibe dir"
    "|bei {clock} bellt der Hund"
    "|für {topic} die Vorlesung geschwänzt|Tag zwölf, ich warte auf mehr",
}
BEFORE = {
    "en": "||||ok so |honestly, |lol |hi from the night shift, |not going to lie, |came back to say: |late but |tbh ",
    "fr": "||||bon, |franchement, |mdr |coucou du travail, |sans mentir, |je reviens dire : |en retard mais |perso ",
    "es": "||||bueno, |la verdad, |jaja |saludos desde el curro, |sin mentir, |vuelvo para decir: |tarde pero |yo, ",
    "de": "||||also, |ehrlich, |haha |Grüße aus der Nachtschicht, |kein Witz, |komme zurück: |spät, aber |ich so: ",
}
AFTER = {
    "en": "|||| 😂| at {clock}|, {clock} is gold| (third time watching)| thanks| btw| 🙏| and my cat agrees",
    "fr": "|||| 😂| à {clock}|, {clock} c'est l'or| (troisième fois)| merci| au fait| 🙏| et mon chat est d'accord",
    "es": "|||| 😂| en {clock}|, {clock} es oro| (tercera vez)| gracias| por cierto| 🙏| y mi gato también",
    "de": "|||| 😂| bei {clock}|, {clock} ist Gold| (zum dritten Mal)| danke| übrigens| 🙏| und meine Katze auch",
}
"""What people put before and after, so that two who mean the same rarely write the same."""
PRAISE = {
    "en": "Love this!|So good|Amazing 😍|Great video|This is beautiful|You never disappoint|wow|first|yes|same"
    "|so true|legend"
    "|thank you|nice|need this|iconic|haha|the best|cute|well done|queen|stunning|goals|so cool|love it|perfect"
    "|omg yes"
    "|great work|this is so good|you look great|love your videos|awesome",
    "fr": "J'adore !|Trop bien|Magnifique 😍|Super vidéo|C'est beau|Jamais déçue|waouh|preums|oui|pareil"
    "|tellement vrai|merci"
    "|top|trop beau|génial|mdr|la meilleure|bravo|canon|parfait|trop mignon|incroyable|super|trop cool|félicitations"
    "|c'est magnifique|toujours au top|continue comme ça",
    "es": "¡Me encanta!|Qué bueno|Increíble 😍|Gran vídeo|Qué bonito|Nunca decepcionas|wow|primera|sí|igual|verdad"
    "|gracias"
    "|genial|crack|jaja|precioso|el mejor|qué guapa|perfecto|me encanta esto|sigue así|hermoso|lo mejor|super bien",
    "de": "Liebe es!|So gut|Wunderschön 😍|Tolles Video|Richtig schön|Du enttäuschst nie|wow|erster|ja|same|stimmt"
    "|danke|mega"
    "|stark|haha|süß|die Beste|geil|super|perfekt|toll|wie schön|sehr gut|weiter so|klasse|echt toll",
}
FANDOM = {
    "en": "Team {name} forever 💜|{name} squad where are you|First! {name} ❤️|We love you {name} 💜💜",
    "fr": "Team {name} pour toujours 💜|La {name} squad est là|Première ! {name} ❤️|On t'aime {name} 💜💜",
    "es": "Team {name} siempre 💜|¿Dónde está la {name} squad?|¡Primera! {name} ❤️|Te queremos {name} 💜💜",
    "de": "Team {name} für immer 💜|Wo ist die {name} squad?|Erste! {name} ❤️|Wir lieben dich {name} 💜💜",
}
EMOJI = dict.fromkeys(LANGUAGES, "😍😍😍|🔥🔥|❤️|😂😂😂|👏👏👏|💜|🙌|🥹|🔥|😍|💯|😭|✨ ✨|🙏|❤️❤️❤️|😮")
QUESTIONS = {
    "en": "Where did you get that?|What size did you take?|Does it work without sugar?|Which mic is that?"
    "|How long did {topic} take you?|Is there a part three?",
    "fr": "Tu l'as trouvé où ?|Tu as pris quelle taille ?|Ça marche sans sucre ?|C'est quel micro ?"
    "|Combien de temps pour {topic} ?|Il y aura une suite ?",
    "es": "¿Dónde lo compraste?|¿Qué talla llevas?|¿Funciona sin azúcar?|¿Qué micro es?|¿Cuánto tardaste con {topic}?"
    "|¿Habrá tercera parte?",
    "de": "Woher hast du das?|Welche Größe hast du?|Geht das ohne Zucker?|Welches Mikro ist das?"
    "|Wie lange hast du für {topic} gebraucht?|Kommt ein dritter Teil?",
}
CRITICISM = {
    "en": "Too many ads lately, honestly|This was better two years ago|You did not answer my question again"
    "|Say it is an ad next time|Unfollowed, this is rubbish|I ordered with your code and nothing ever came",
    "fr": "Trop de pubs|C'était mieux il y a deux ans|Tu n'as encore pas répondu à ma question"
    "|Dis que c'est une pub la prochaine fois|Désabonné, c'est nul|J'ai commandé avec ton code, jamais reçu",
    "es": "Demasiada publicidad últimamente|Antes era mejor|Otra vez sin responder a mi pregunta"
    "|Di que es publicidad|Dejo de seguirte, vaya basura|Pedí con tu código y nunca llegó",
    "de": "Zu viel Werbung in letzter Zeit|Früher war es besser|Wieder keine Antwort auf meine Frage"
    "|Sag nächstes Mal, dass es Werbung ist|Entfolgt, was für ein Müll|Mit deinem Code bestellt, nie angekommen",
}
GUESTS = {
    "en": "@mila_k @tomtom done! 🤞|Pick me please 🙏|I never win but I try again|Done ✅ good luck everyone",
    "fr": "@mila_k @tomtom participation faite ! 🤞|Choisis-moi 🙏|Je ne gagne jamais|Fait ✅ bonne chance à tous",
    "es": "@mila_k @tomtom ¡hecho! 🤞|Elígeme 🙏|Nunca gano pero lo intento|Hecho ✅ suerte a todos",
    "de": "@mila_k @tomtom dabei! 🤞|Wähl mich bitte 🙏|Ich gewinne nie, aber egal|Erledigt ✅ viel Glück allen",
}
ANSWERS = {
    "en": "Thank you so much!|Link is in the description|Good point, I will try that|Haha, same here|Next week!",
    "fr": "Merci beaucoup !|Le lien est en description|Bien vu, je vais essayer|Haha, pareil|La semaine prochaine !",
    "es": "¡Muchas gracias!|El enlace está abajo|Buena idea, lo probaré|Jaja, igual|¡La semana que viene!",
    "de": "Vielen Dank!|Der Link steht unten|Guter Punkt, probiere ich|Haha, ich auch|Nächste Woche!",
}
