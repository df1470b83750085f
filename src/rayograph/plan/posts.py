"""A post on a jetty: what hangs from it and what stands by it are on the jetty, too, over the water."""

from dataclasses import replace

from rayograph.plan.facts import Facts, Relation

_BY = ("beside", "with", "left of", "right of", "in front of", "behind", "at")


def settle_posts(facts: Facts) -> Facts:
    """Stand a post that was named with a jetty on it, with what stands by the post or what hangs there."""
    posts = [i for i, t in enumerate(facts.things) if t.kind == "arm_post"]
    piers = [i for i, t in enumerate(facts.things) if t.kind == "jetty"]
    if not posts or not piers:
        return facts
    post, pier = posts[0], piers[0]
    hung = {r.subject for r in facts.relations if r.kind == "hanging" and r.target == post}
    kept = [
        r for r in facts.relations if r.target != pier and not (r.subject == post and r.kind != "hanging")
    ]
    near = {r.subject for r in kept if r.kind in _BY and r.target in (post, *hung)} - hung
    kept = [r for r in kept if r.subject not in near and not (r.subject in hung and r.kind != "hanging")]
    new = [Relation(kind="on", subject=i, target=pier, second=pier) for i in (post, *sorted(near))]
    return replace(facts, relations=(*kept, *new))
