"""What light, motion and geometry say of themselves: the measures that need no intent."""

from rayograph.core.value import Value
from rayograph.critic.colour_path import colour_path
from rayograph.critic.depth_normal import depth_normal
from rayograph.critic.finding import Finding
from rayograph.critic.flicker import flicker
from rayograph.critic.friction import friction
from rayograph.critic.highlight import highlight
from rayograph.critic.linearity import linearity
from rayograph.critic.penetration import penetration
from rayograph.critic.permanence import permanence
from rayograph.critic.reel import Reel
from rayograph.critic.reprojection import reprojection
from rayograph.critic.restitution import restitution
from rayograph.critic.shadow_direction import shadow_direction

LAWS = (
    depth_normal, reprojection, permanence, penetration, restitution, friction,
    linearity, flicker, shadow_direction, highlight, colour_path,
)  # fmt: skip
"""Each takes a reel and gives (of what, finding) as often as it finds something to measure."""


class Row(Value):
    """A law, what it was measured of, what was found."""

    name: str
    subject: str
    finding: Finding


def audit(reel: Reel) -> tuple[Row, ...]:
    """All laws in turn."""
    return tuple(
        Row(name=law.__name__, subject=subject, finding=finding)
        for law in LAWS
        for subject, finding in law(reel)
    )
