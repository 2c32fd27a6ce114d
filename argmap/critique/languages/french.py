"""French words; patterns are regular expressions."""

from argmap.critique.language import Language, word_set

LANGUAGE = Language(
    stemmer="french",
    reason_follows=(
        "parce que",
        "parce qu['’]",
        "puisque",
        "puisqu['’]",
        "étant donné que",
        "étant donné qu['’]",
    ),
    conclusion_follows=(
        "donc",
        "par conséquent",
        "en conséquence",
        "c['’]est pourquoi",
        "il s['’]ensuit que",
        "pour cette raison",
    ),
    splits=True,
    pointing=word_set("ceci cela ça il elle ils elles celui celle ceux celles"),
    # "Il faut que …", "Il n’est pas juste de …", "Ceux qui …": the word stands for nothing, or
    # for what follows.
    not_pointing=r"il (?:ne |n['’])?(?:faut|faudrait|y a|est|était|serait|s['’]agit|semble|vaut"
    r"|convient|importe|suffit|existe|reste)\b|(?:celui|celle|ceux|celles) (?:qui|que|dont|qu['’])",
    dependent=word_set("si quand lorsque quoique que"),
    unfinished=word_set(
        "seulement simplement surtout précisément juste uniquement notamment pas et ou mais est"
        " sont était c'est"
    ),
    stop_words=word_set(
        "à afin ai aie ainsi alors après au aucun aucune aujourd'hui aura auraient aurait aussi"
        " autre autres aux avait avant avec avoir ayant c car ce ceci cela celle celles celui cent"
        " ces cet cette ceux chaque ci comme comment contre d dans de dedans depuis des dès deux"
        " devant doit doivent donc dont du elle elles en encore entre es est et étaient était étant"
        " été être eu eux fait faut furent il ils j je jusqu l la là laquelle le lequel les"
        " lesquels leur leurs lors lorsque lui m ma mais me même mêmes mes moins mon n ne ni non"
        " nos notre nous on ont or ou où par parce pas pendant peu peut peuvent plus plutôt pour"
        " pourquoi puis puisque qu quand que quel quelle quelles quels qui quoi s sa sans se sera"
        " seraient serait ses si sien soi soit son sont sous sur t ta tant te tel telle tes toi ton"
        " tous tout toute toutes très tu un une vers voici voilà vos votre vous y"
    ),
)
