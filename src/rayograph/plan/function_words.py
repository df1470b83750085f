"""Words that name nothing: pronouns, adverbs, auxiliaries and plain verbs."""

from rayograph.plan.motion_words import ACTIONS
from rayograph.plan.talk_words import plain_verbs

THINGS_IN_ING = frozenset(
    "building painting wedding ceiling pudding earring clothing railing dumpling duckling sapling awning "
    "icing drawing carving filling stuffing lightning bedding crossing landing".split()
)
"""Nouns that look like participles."""
FUNCTION = (
    frozenset(
        "is are be was were its it's that who whom whose there here or but not than so also just very too "
        "quite rather "
        "only still even never always has have had do does did will would can could should may might must to "
        "if because "
        "during another other others same such own we us you i he she me my your him her what how why for "
        "all none nothing something anything everything else itself themselves backwards backward sideways "
        "upwards downwards outwards inwards upside ever again almost nearly barely simply merely once maybe "
        "perhaps together apart twice against per via both either neither whole half every any more less "
        "most least much many lot bit like unlike though although despite until since upon within ago "
        "already out off left right "
        "everyone everybody nobody anyone anybody noone asleep awake alive ablaze aglow adrift stuck about "
        "yet soon later now today tonight indeed only everywhere nowhere anywhere".split()
    )
    | ACTIONS
    | plain_verbs()
)
"""Words of the grammar and plain verbs: never taken for things."""
