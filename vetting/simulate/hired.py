"""What is written for money or for oneself: bought praise, colleagues of a pod, spam; in four languages."""

from __future__ import annotations

BOUGHT = {
    "en": "Nice pic|Amazing!|Great content|So inspiring|Beautiful|Keep it up|Wow|Awesome|Love it|Perfect|Goals"
    "|Fantastic"
    "|Wonderful share|Such a great post|This is everything|Absolutely stunning work|You are on another level"
    "|Keep inspiring us every day|This made my day, thank you|One of the best pages I follow"
    "|Quality content as always"
    "|I could watch this all day|More people should know about you|The world needs more of this|Simply the best"
    "|You deserve way more followers|Everything about this is perfect|So happy I found this page|What a masterpiece"
    "|Never stop creating|Pure talent right here|This deserves to go viral|I am speechless|Top notch as usual"
    "|Your energy is unmatched|Big fan from day one|Can not wait for the next one|Such a positive vibe"
    "|Great job dear",
    "fr": "Superbe photo|Très beau partage|Magnifique|Incroyable|Bravo|J'adore ton contenu|Quel talent|Une pépite"
    "|Ton contenu est toujours au top|Tu mérites plus d'abonnés|Continue de nous inspirer"
    "|Toujours un plaisir de te voir"
    "|Merci pour ce beau partage|Un vrai régal à chaque fois|Le meilleur compte que je suis|Du grand art|Trop fort",
    "es": "Qué linda foto|Excelente contenido|Increíble|Hermoso|Sigue así|Me encanta tu contenido|Qué talento"
    "|Te mereces más seguidores|Siempre inspirando|Gracias por compartir esto|La mejor página que sigo|Pura calidad"
    "|El mundo necesita más de esto|No dejes nunca de crear|Una maravilla como siempre",
    "de": "Schönes Bild|Super Beitrag|Wunderschön|Unglaublich|Weiter so|Toller Inhalt|Was für ein Talent"
    "|Du hast mehr Follower verdient|Immer wieder inspirierend|Danke fürs Teilen|Die beste Seite, der ich folge"
    "|Ganz großes Kino|Davon braucht die Welt mehr|Hör niemals damit auf|Qualität wie immer",
}
MADE_TO_FIT = {
    "en": "{topic} looks amazing|Great post about {topic}|Love how you show {topic}|Wow, {topic}, so inspiring"
    "|I really enjoyed {topic}, keep it up|Thank you for sharing {topic}",
    "fr": "{topic}, magnifique|Super publication sur {topic}|J'adore, {topic}|Merci pour {topic}, quelle inspiration",
    "es": "{topic} se ve increíble|Gran publicación sobre {topic}|Me encanta {topic}|Gracias por compartir {topic}",
    "de": "{topic} sieht toll aus|Super Beitrag über {topic}|Liebe {topic}|Danke für {topic}, so inspirierend",
}
COLLEAGUES = {
    "en": "So proud of you!|Yes to all of this|You always get it right|Obsessed with {topic}|This needs more views"
    "|Saving this for later|You killed it|The way you did {topic}|Needed this today|Stop it, this is gold|Go you!"
    "|Always here for your posts|You make {topic} look easy|Love this so much|Sharing this with everyone|My favorite"
    "|{topic} is such a mood|Trying {topic} this weekend|Tell me your secret|We need to talk about this one",
    "fr": "Tellement fière de toi !|Oui à tout ça|Toujours aussi juste|Fan de {topic}|Ça mérite mieux|Je garde ça !"
    "|Tu gères|J'avais besoin de ça|Toujours au rendez-vous|{topic}, tu rends ça facile|Je partage partout"
    "|Je teste {topic} ce week-end|C'est quoi ton secret|Il faut qu'on en parle",
    "es": "¡Qué orgullo!|Sí a todo esto|Siempre aciertas|Fan de {topic}|Merece más visitas|Me lo guardo|Lo petaste"
    "|Necesitaba esto hoy|Haces que {topic} parezca fácil|Lo comparto con todos|Pruebo {topic} este finde"
    "|Me convenciste",
    "de": "So stolz auf dich!|Ja zu allem|Du triffst es immer|Großer Fan: {topic}|Das verdient mehr|Gespeichert!"
    "|Du rockst|Das habe ich heute gebraucht|Bei dir sieht {topic} leicht aus|Teile ich überall|Überzeugt"
    "|{topic} probiere ich am Wochenende",
}
OPENERS = {
    "en": "||||Hey guys! |Hi everyone |Hello people, |Great video! |Nice song, |lol |Please "
    "|Hey, I know nobody likes this but |"
    "Love this. ",
    "fr": "||||Salut tout le monde ! |Coucou, |Super vidéo ! |Bonjour à tous, |Svp |Je sais que c'est pénible mais ",
    "es": "||||¡Hola a todos! |Hola gente, |¡Gran vídeo! |Por favor |Sé que molesta pero ",
    "de": "||||Hallo zusammen! |Hey Leute, |Tolles Video! |Bitte |Ich weiß, das nervt, aber ",
}
PITCHES = {
    "en": "check out my channel|please subscribe to my channel|sub to me and I sub back|sub4sub anyone?"
    "|follow me back please"
    "|go check out my new cover of this song|watch my videos, I upload every week|I make music too, have a listen"
    "|I'm a small youtuber trying to reach 1000 subs|visit my profile|look at my page if you like this"
    "|come see my gameplay"
    "|I earned 4,000 in a week with my coach|get free followers here|make money from home, dm me|win a free gift card"
    "|text me on whatsapp for a promo|dm for collab and promo|I quit my job thanks to this method, ask me"
    "|crypto changed my life, ask me"
    "|buy cheap followers|click the link and download the app|thumbs up if you are watching this now"
    "|like this comment please"
    "|check out this video on my page|take a look at this playlist|follow me on my other account"
    "|I'm a rapper, check me out"
    "|help me get to 200 subscribers|support my small business|vote for my band|share this link with friends"
    "|message me"
    "|cheap watches, best prices|free downloads on my site|sign my petition|I do remixes, give me a chance"
    "|suscribe to me plz",
    "fr": "viens voir ma chaîne|abonne-toi à ma chaîne|je m'abonne si tu t'abonnes"
    "|regarde mes vidéos, une par semaine"
    "|visite mon profil|passe sur ma page|gagne de l'argent depuis chez toi, écris-moi"
    "|contacte mon coach, 4000 en une semaine"
    "|des abonnés gratuits ici|clique sur le lien|suis-moi, je te suis|carte cadeau gratuite|promo en message privé"
    "|aide-moi à atteindre 1000 abonnés|je fais de la musique aussi, écoute|likez ce commentaire svp|dm pour collab",
    "es": "mira mi canal|suscríbete a mi canal|si me sigues te sigo|sígueme y te sigo|visita mi perfil"
    "|pasa por mi página"
    "|gana dinero desde casa, escríbeme|seguidores gratis aquí|haz clic en el enlace|tarjeta regalo gratis"
    "|promo por dm"
    "|ayúdame a llegar a mil suscriptores|también hago música, escúchame|dale like a este comentario",
    "de": "schaut mal auf meinem Kanal vorbei|abonniert meinen Kanal|abo gegen abo|besucht mein Profil"
    "|folgt mir, ich folge zurück"
    "|verdiene Geld von zu Hause, schreib mir|Gratis Follower hier|klick auf den Link|Gutschein gratis gewinnen"
    "|Promo per DM"
    "|helft mir auf 1000 Abos|ich mache auch Musik, hört mal rein|liked diesen Kommentar bitte",
}
POINTERS = dict.fromkeys(
    ("en", "fr", "es", "de"),
    "|||||| https://trap.example/win| www.win-now.example| @winfastnow| @promo_page| http://bit.example/x1| :)|!!!"
    "| +44 700 900 123"
    "| =1+1;cmd| <b>FREE</b>| thanks| 🙏| $$$| 💰💰",
)
