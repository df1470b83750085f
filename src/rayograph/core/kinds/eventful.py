"""What events need to happen on or with: steps, ramps, what swings; sizes as in `core.catalogue`."""

from rayograph.core.kinds.kind import SMALL, CastKind, kind

_ANYWHERE = ("interior", "street", "lake")

EVENTFUL: tuple[CastKind, ...] = (
    kind("steps", "flight of steps|flight of stairs|stone steps|stone stairs|wooden steps|concrete steps|"
         "front steps|staircase|stairway|stairs|steps|flight of stone steps|short flight of steps",
         (1.572, 1.30, 0.80), "sandstone|concrete|oak", settings=_ANYWHERE, fixed=True),
    kind("ramp", "ramp|wooden ramp|plank ramp|toy ramp|sloping board|inclined plane|slide ramp|tilted board|"
         "sloping plank|incline", (0.57, 0.20, 0.25), "pine|oak", settings=SMALL, propped=True),
    kind("arm_post", "wooden gibbet|post with an arm|"
         "post with a hook|hanging post|lantern post|shepherd's crook",
         (0.57, 0.155, 2.30), "oak|pine", settings=_ANYWHERE, propped=True),
    kind("open_jar", "open jar|jar without a lid|lidless jar", (0.112, 0.112, 0.148), "glass", hollow=True),
    kind("open_tin", "open tin|empty tin|opened tin|empty tin can|open can", (0.084, 0.084, 0.112), "steel",
         hollow=True),
    kind("open_carton", "open box|open carton|open cardboard box", (0.46, 0.40, 0.21), "paper", hollow=True,
         colours=("#b08a5e",)),
    kind("paper_bag", "paper bag|grocery bag|brown paper bag|paper sack|bag of groceries|takeaway bag|"
         "shopping bag", (0.24, 0.15, 0.33), "paper", settings=("tabletop", "interior", "street", "lake"),
         hollow=True, colours=("#b48a5c",)),
    kind("cradle_frame", "cradle frame", (0.20, 0.155, 0.169), "chrome"),
    kind("cradle_ball", "cradle ball", (0.025, 0.116, 0.137), "chrome", rolls=True),
    kind("petal", "petal|rose petal|flower petal|blossom petal|cherry blossom petal|cherry petal",
         (0.031, 0.034, 0.010), "petal", settings=("tabletop", "interior", "street", "lake"),
         colours=("#b3243a", "#e7a5b4", "#f0e3e0")),
    kind("confetti", "confetti|paper confetti|ticker tape|party confetti|streamer confetti",
         (0.61, 0.61, 0.60), "paper", settings=("tabletop", "interior", "street", "lake")),
)  # fmt: skip
"""A Newton's cradle that swings is cast as its frame and its balls."""
