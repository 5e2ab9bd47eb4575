"""What the borders between the parts of a text look like, in French, Dutch and German.

All patterns are for folded text (``folding.fold``) and bear with the faults of a scan.
"""

import re


#: The ordinal of an article: a number, a Roman one, a word.
NUMBER = (
    r"(?P<number>\d{1,3}(?:\.\d{1,2}){0,3}(?: ?(?:er|ere|°|/\d{1,2})(?![a-z\d]))?"
    r"|[ivxlc]{1,7}(?![a-z'])|premier|premiere|unique|preliminaire|enig|eerste|einziger|l(?![a-z']))"
    r"(?P<suffix> ?(?:bis|ter|quater|quinquies|sexies|septies|octies)(?![a-z]))?"
)
_WORD = r"(?:a ?r ?t ?[i1l|] ?c ?[l1i|] ?e ?|a ?r ?t ?[i1l|] ?k ?e ?[l1i|] ?|art ?[.,]? ?|§ ?)"
#: "Article 3 – ", "ARTICLE 3\t", "Art. 3.", "§ 3."; what follows is its title or its text.
ARTICLE = re.compile(rf"\s*{_WORD}\s*(?:n[°o]\.? ?)?{NUMBER}\s*(?P<separator>[-:.)]*)\s*")
#: The same without the word.
COUNTED = re.compile(
    r"\s*(?P<number>\d{1,2}|[ivx]{1,5})(?P<suffix>bis|ter|quater)?\s*(?P<separator>[-:.)°]+|\t|$)\s*"
)
#: "2.1", "2.1.", "a." before a heading inside an article.
INNER = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})+\.?|[a-z][.)])\s+\S")
#: A division above the articles.
DIVISION = re.compile(
    r"\s*(?:chapitre|titre|section|partie|hoofdstuk|afdeling|titel|deel|kapitel|abschnitt|teil)"
    r"\s+(?:[ivxlc]{1,7}|\d{1,2}|premier|unique)\b.{0,100}$"
)
#: A line of a table of contents.
CONTENTS = re.compile(r"(?:[.…]\s*){4,}\d{1,3}\s*$|\t\s*\d{1,3}\s*$")

PARTIES = re.compile(
    r"""\s*(?:
      (?:entre|tussen|zwischen)\s*[:,]
    | (?:entre|tussen|zwischen)\s*$
    | entre\s+(?:les\s+(?:soussigne|parties)|d'une\s+part|[il]a\s|[il]e\s|[il]es\s|[il]')
    | tussen\s+(?:de\s|het\s|enerzijds|ondergetekend)
    | zwischen\s+(?:der\s|dem\s|den\s|einerseits|unterzeichnet)
    | les\s+(?:parties\s+)?soussigne
    | de\s+ondergetekenden
    | .{0,120}\b(?:conclue?|passee?|etablie?|intervenue?)\s+entre\b.{0,40}$
    | .{0,120}\bgesloten\s+tussen\b.{0,40}$
    | .{0,120}\b(?:geschlossen|abgeschlossen|vereinbart)\s+zwischen\b.{0,40}$
    )""",
    re.VERBOSE,
)
#: Who says so stands for one of the parties, where no word announces them.
ACTING = re.compile(r"\b(?:represente|vertegenwoordigd|vertreten)\w*")

PREAMBLE = re.compile(
    r"""\s*(?:
      p[ ]?r[ ]?e[ ]?a[ ]?m[ ]?b[ ]?u[ ]?l[ ]?e\b | inleiding\b | praambel | aanhef\b | vorbemerkung
    | (?:il\s+est\s+|apres\s+avoir\s+|ayant\s+|les\s+parties\s+)?(?:prealablement\s+)?expos\w*\b
    | expose\s+(?:prealable|des\s+motifs) | contexte\s*$ | introduction\s*$
    | considerant\b | vu\s | attendu\b | l[ea]\s+conseil\s+communal,?\s*$ | le\s+college,?\s*$
    | overwegende\b | gelet\s+op | wordt\s+(?:vooraf\s+)?uiteengezet | voorafgaand\w*\b
    | de\s+gemeenteraad,?\s*$ | in\s+erwagung | einleitung\s*$ | der\s+gemeinderat,?\s*$
    )""",
    re.VERBOSE,
)
#: A preamble marker that is its title and nothing else.
PREAMBLE_TITLE = re.compile(
    r"\s*(?:p ?r ?e ?a ?m ?b ?u ?l ?e|expose (?:prealable|des motifs)|contexte|introduction"
    r"|inleiding|aanhef|praambel|vorbemerkung(?:en)?|einleitung)\s*[:.]?\s*$"
)
AGREED = re.compile(
    r"(?:il\s+(?:est|a\s+ete)\s+(?:donc\s+|expressement\s+)?(?:convenu|arrete)|en\s+consequence\s+de"
    r"\s+quoi|(?:wordt|werd|is)\s+(?:het\s+volgende\s+)?overeengekomen|komen\s+overeen"
    r"|wird\s+(?:folgendes\s+)?vereinbart|^\s*arrete\s*:|^\s*decide\s*:|^\s*besluit\s*:)"
)
SIGNED = re.compile(
    r"""\s*(?:
      (?:ainsi\s+)?fait\s+(?:et\s+signe\s+)?(?:a\b|en\b|le\b|au\b)
    | (?:aldus\s+)?(?:gedaan|opgemaakt|opgesteld|overeengekomen)\s+(?:te|in|op)\b
    | (?:so\s+)?(?:geschehen|ausgefertigt|ausgestellt|erstellt|unterzeichnet)\s+(?:zu|in|am)\b
    | signatures?\s*:?\s*$ | handtekeningen?\s*:?\s*$ | unterschriften\s*:?\s*$
    )""",
    re.VERBOSE,
)
#: Who signs, where no such line announces it.
FOR = re.compile(
    r"\s*(?:pour\s+(?:[il]a|[il]es?|[il]')|voor\s+(?:de|het)|fur\s+(?:die|den|das))\s*\S[^.;]{1,80},?$"
)
ANNEXES = re.compile(r"\s*(?:annexes?|bijlagen?|anlagen?|anhang)\b\s*(?:\w{1,3}\s*)?(?:[-:].*)?$")
