"""Lamp posts in a number stand down the street, each with its own pool of light, not side by side."""

from dataclasses import replace

from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor

APART = 6.0
"""From a post to the next [m]: their pools just do not meet."""


def space_posts(actors: list[Actor], spots: list[Spot]) -> None:
    """Move the posts of one thing apart along the kerb; the second stays, since things stand under it."""
    things = {a.thing for a in actors if a.member.kind == "lamp_post"}
    for thing in things:
        mine = [i for i, a in enumerate(actors) if a.thing == thing]
        if len(mine) < 2:
            continue
        x, y, z = spots[mine[1]].position
        for rank, i in enumerate(mine):
            spots[i] = replace(spots[i], position=(x, y + APART * (rank - 1), z))
