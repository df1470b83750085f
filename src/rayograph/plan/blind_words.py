"""Blinds in the windows: said as furniture or with the light that comes through them."""

from dataclasses import replace

from rayograph.plan.facts import LightFacts
from rayograph.plan.ledger import Ledger

_KINDS = r"(?:venetian|window|slatted|wooden|half[- ]?(?:open|closed|shut|drawn)|closed|open|dusty|drawn)"
BLINDS = rf"(?:the |a |some )?(?:{_KINDS} )*(?:blinds?|louvres?|shutters)"
"""Blinds with their adjectives."""


def read_blinds(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Claim blinds, and stripes of light, which come from them."""
    said = ledger.take(
        rf"(?:(?:the )?(?:\w+ )?(?:sun ?light|sun|light|sunshine|day ?light) (?:\w+ing )?(?:in )?through )?"
        rf"(?:(?:with|through|behind|from|by|of) )?{BLINDS}(?: (?:in|on|at|over) the windows?)?|"
        r"(?:slatted|striped) (?:sun ?)?(?:light|shadows?)|"
        r"(?:stripes|bars|slats) of (?:\w+ )?(?:sun ?)?(?:light|shadow)"
    )
    for m in said:
        facts = replace(facts, slats=True, window=True)
        ledger.claim(m.start(), m.end(), "understood", "venetian blinds: light in stripes")
    return facts
