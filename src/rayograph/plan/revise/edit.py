"""A plan revised in words: what the words name changes, everything else stays as it was.

words ─► readers, each in turn ─► plan ─► checked ─► locks ─► (plan, changes)
            └─ what no reader took is an error: nothing is dropped in silence
"""

import re

from rayograph.core.errors import BriefError
from rayograph.core.plan import ShotPlan, plan_from_json
from rayograph.plan.caption import caption
from rayograph.plan.ground import Grounder
from rayograph.plan.ledger import Ledger
from rayograph.plan.revise.change import Change, changes
from rayograph.plan.revise.claims import claimed
from rayograph.plan.revise.draft import Draft
from rayograph.plan.revise.grade import read_bare, read_grade
from rayograph.plan.revise.lamps import read_lamps, read_panels
from rayograph.plan.revise.lens import read_lens
from rayograph.plan.revise.locks import check_locks
from rayograph.plan.revise.looks import read_looks, read_sizes
from rayograph.plan.revise.mentions import Mentions, held
from rayograph.plan.revise.presence import read_additions, read_removals, read_replacements
from rayograph.plan.revise.sun import read_sun
from rayograph.plan.revise.surfaces import read_surfaces
from rayograph.plan.revise.timing import read_raster, read_timing
from rayograph.plan.revise.weather import read_sky
from rayograph.plan.revise.whereabouts import read_moves

READERS = (
    read_timing, read_additions, read_replacements, read_panels, read_lens, read_sun, read_lamps, read_sky,
    read_grade, read_removals, read_sizes, read_looks, read_moves, read_surfaces, read_raster, read_bare,
)  # fmt: skip
_EMPTY = frozenset(
    "please now instead also again make set let keep want like need change just i'd i'll we'd".split()
)
"""Words that ask without saying for what."""
EXAMPLE = "make the ball blue and lower the sun"


def revised(
    plan: ShotPlan, words: str, *, locks: tuple[str, ...] = ()
) -> tuple[ShotPlan, tuple[Change, ...]]:
    """The plan under an edit in words, and what changed.

    Ids, positions, camera, light and exposure stay unless the words name them; nothing is planned anew.

    Raises:
        BriefError: some words were not understood, or cannot be done.
        PlanError: what is locked would change, or the edited plan is impossible.
    """
    if not words.strip():
        raise BriefError(f"the revision is empty; say what to change, e.g. {EXAMPLE!r}")
    ledger = Ledger(_spelt_out(plan, words))
    draft = Draft(ledger=ledger, plan=plan, mentions=Mentions(plan, ledger.text))
    for reader in READERS:
        reader(draft)
    _refuse_leftovers(draft)
    after = draft.plan
    # What one edit did and a later one undid is no change; each keeps the words of the last that made it.
    said = {change.path: change.words for change in draft.changes}
    found = tuple(
        Change(path=c.path, before=c.before, after=c.after, words=said.get(c.path, words))
        for c in changes(plan, after)
    )
    check_locks(plan, locks, found)
    readings = (*plan.readings, *ledger.readings())
    after = after.model_copy(update={"readings": readings, "intents": claimed(after, found)})
    after = plan_from_json(after.to_json(), source="the revised plan")
    return after.model_copy(update={"caption": caption(after)}), found


_THEN = r"(?:(?:a bit|a little|much|slightly|a lot) )?(?:\w+er|(?:more|less) \w+|static|off|on)"
"""What may follow "and" and still be said of the same: "the sun warmer and lower"."""


def _spelt_out(plan: ShotPlan, words: str) -> str:
    """ "The camera lower and closer" with its subject said twice."""
    subjects = rf"{Mentions(plan, words).phrase}|(?:the )?(?:sun|camera|sky|lamps?|key|rim|fill)(?: light)?"
    pattern = re.compile(
        rf"(?<!\w)(?P<who>{subjects}) (?P<first>[^,.;]*?\w) and (?P<then>{_THEN})(?= ?(?:$|[,.;]| and ))",
        re.IGNORECASE,
    )
    for _ in range(3):
        words = pattern.sub(r"\g<who> \g<first> and \g<who> \g<then>", words, count=1)
        if not pattern.search(words):
            break
    return words


def _refuse_leftovers(draft: Draft) -> None:
    left = [token for token in draft.ledger.leftovers() if token.text not in _EMPTY]
    if not left:
        return
    words = " ".join(token.text for token in left)
    nouns = [t.text for t in left if t.is_word and Grounder().nearest(t.text) is not None]
    near = f"; this shot holds {held(draft.plan)}" if nouns else ""
    raise BriefError(f"{words!r} was not understood as an edit{near}; say it like {EXAMPLE!r}")
