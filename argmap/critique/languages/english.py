"""English words; patterns are regular expressions."""

from argmap.critique.language import Language, word_set

LANGUAGE = Language(
    stemmer="english",
    reason_follows=("because", "given that"),
    conclusion_follows=(
        "therefore",
        "thus(?! far)",
        "hence",
        "consequently",
        "as a result(?! of)",
        "it follows(?: that)?",
        "for this reason",
    ),
    splits=True,
    pointing=word_set("this that these those it they he she such"),
    # "It is right to …", "It seems that …", "Those who …": the word stands for what follows.
    not_pointing=r"it(?:['’]s| (?:is|was|has been|will be|would be|can be|may be|seems?|appears?"
    r"|takes?|follows?|makes?))\b.*\b(?:that|to|whether|if|when|who)\b"
    r"|(?:those|they|he|she) who(?:m|se)?\b",
    dependent=word_set("if unless when whenever while although though whether that"),
    unfinished=word_set(
        "only just simply merely solely even partly mainly mostly largely chiefly especially"
        " precisely not and or but is are was were be"
    ),
    stop_words=word_set(
        "a about above after again all also although always am among an and any are as at be"
        " because been before being below between both but by can cannot could did do does doing"
        " done down during each either else ever every few for from further had has have having"
        " he hence her here hers him his how however i if in into is it its itself just many may"
        " me might more most much must my neither never no nor not now of off often on once only"
        " or other others our out over own per rather same shall she should since so some such"
        " than that the their them themselves then there therefore these they this those though"
        " through thus to too toward towards under until up upon us very was we were what when"
        " where whether which while who whom whose why will with within without would yet you"
        " your"
    ),
)
