"""Parts of things, of the stuff and colour that the words give them."""

from rayograph.core.plan import CastMember
from rayograph.world.cast.fitted import fitted, told


def test_a_part_is_of_the_stuff_the_words_say() -> None:
    member = CastMember(
        id="thing", kind="perfume", words="a perfume bottle; gold cap #c7a03c; black label #161616"
    )
    assert told(member, "cap|lid") == ("gold", "#c7a03c")
    assert fitted(member, "cap|lid", "plastic").name == "gold"
    assert told(member, "label")[1] == "#161616" and told(member, "stopper") == (None, None)
