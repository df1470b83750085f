"""Rayograph turns a sentence into a film plate.

    from rayograph import plan, shoot
    shoot(plan("a red ball drops into a glass bowl by a window"), Path("shots/ball"))
"""

__version__ = "0.1.0"
