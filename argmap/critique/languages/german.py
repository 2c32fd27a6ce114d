"""German words; patterns are regular expressions."""

from argmap.critique.language import Language, word_set

LANGUAGE = Language(
    stemmer="german",
    reason_follows=("weil", "angesichts der tatsache, dass"),
    conclusion_follows=(
        "deshalb",
        "deswegen",
        "daher",
        "folglich",
        "somit",
        "infolgedessen",
        "demzufolge",
        "daraus folgt",
        "aus diesem grund",
    ),
    # The verb moves: "weil es regnet", but "es regnet".
    splits=False,
    pointing=word_set("dies das diese dieser dieses es er sie jene jener jenes solche"),
    # "Es ist richtig, …", "Das alte Bad …": an expletive, an article.
    not_pointing=r"es (?:ist|war|wäre|wird|gibt|scheint|bleibt|braucht|fehlt|geht|handelt|lohnt)\b"
    r"|das (?!(?:wäre|würde|hätte|könnte|müsste|sollte|dürfte|wurde|hatte)\b)(?:\w+e )*[A-ZÄÖÜ]",
    stop_words=word_set(
        "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer"
        " anderes auch auf aus bei bin bis bist da dadurch daher damit dann das dass dazu dein dem"
        " den denn der des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du"
        " durch ein eine einem einen einer eines einige er es etwas euch euer für gegen gewesen hab"
        " habe haben hat hatte hatten hätte hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren"
        " ihrer im in indem ins ist ja jede jedem jeden jeder jedes jedoch jene jener jenes kann"
        " kein keine keinem keinen keiner können könnte man manche mehr mein mit muss müssen nach"
        " nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner sich sie sind"
        " so solche soll sollen sollte somit sondern sonst über um und uns unser unter viel vom von"
        " vor während war waren warum was weg weil weiter welche welcher wenn wer werde werden wie"
        " wieder will wir wird wo wurde wurden würde würden zu zum zur zwar zwischen"
    ),
)
