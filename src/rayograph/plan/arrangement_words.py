"""Words for how several things stand: rows, stacks, piles and circles, before, after and as a noun."""

GROUPS = {
    "wall of": "pile", "row of": "row", "line of": "row", "rows of": "row", "chain of": "row",
    "queue of": "row",
    "string of": "row",
    "stack of": "stack", "stacks of": "stack", "tower of": "stack", "column of": "stack", "pile of": "pile",
    "piles of": "pile", "heap of": "pile", "pyramid of": "pile", "mound of": "pile", "circle of": "circle",
    "ring of": "circle", "scattering of": "", "set of": "", "collection of": "", "assortment of": "",
    "arrangement of": "", "selection of": "", "piece of": "", "pieces of": "", "bit of": "", "kind of": "",
    "sort of": "", "type of": "", "lots and lots of": "", "slice of": "",
    "wedge of": "", "rack of": "pile", "bundle of": "pile", "handful of": "", "sprig of": "",
    "clump of": "", "cluster of": "", "basketful of": "", "load of": "", "loads of": "",
    "heaps of": "pile", "fistful of": "", "pinch of": "", "slab of": "", "chunk of": "", "slices of": "",
    "half of a": "", "trail of": "row", "procession of": "row", "fleet of": "row", "convoy of": "row",
    "avenue of": "row", "parade of": "row", "run of": "row", "domino run of": "row",
    "tower made of": "stack", "column made of": "stack", "cairn of": "stack", "wall made of": "pile",
    "semicircle of": "circle", "crescent of": "circle", "array of": "", "grid of": "", "spread of": "",
    "jumble of": "", "tangle of": "", "mess of": "", "shower of": "", "rain of": "", "hail of": "",
    "cascade of": "", "swarm of": "", "pack of": "", "deck of": "stack", "crowd of": "", "bank of": "row",
    "teetering stack of": "stack", "wobbly stack of": "stack", "stack made of": "stack", "display of": "",
    "range of": "row", "series of": "row", "sequence of": "row", "length of": "", "strip of": "",
    "sheet of": "", "scrap of": "", "lump of": "", "cube of": "", "ball of": "", "loaf of": "",
    "head of": "",
}  # fmt: skip
HEAPS = {
    "pile": "pile", "piles": "pile", "stack": "stack", "stacks": "stack", "heap": "pile", "tower": "stack",
    "pyramid": "pile", "row": "row", "rows": "row", "run": "row", "chain": "row", "cairn": "stack",
    "ring": "circle", "bundle": "pile", "stash": "pile",
}  # fmt: skip
"""Words that make a heap of the noun before them: "log pile"."""
AFTER = {
    "in a row": "row", "in a line": "row", "in line": "row", "lined up": "row", "side by side": "row",
    "in rows": "row",
    "in a stack": "stack", "stacked up": "stack", "stacked": "stack", "on top of each other": "stack",
    "in a tower": "stack", "in a pile": "pile", "piled up": "pile", "piled": "pile", "in a heap": "pile",
    "heaped": "pile", "in a pyramid": "pile", "in a circle": "circle", "in a ring": "circle", "scattered": "",
    "into a tower": "stack", "into a stack": "stack", "into a pile": "pile", "into a pyramid": "pile",
    "into a row": "row", "into a line": "row", "into a circle": "circle",
    "in a cairn": "stack", "stacked in a cairn": "stack", "stacked in a tower": "stack",
    "stacked in a pile": "pile", "stacked on top of each other": "stack",
    "balanced on top of each other": "stack",
    "on top of one another": "stack", "one on top of the other": "stack", "stood in a row": "row",
    "lined up in a row": "row", "in a neat row": "row", "in a long row": "row", "stacked high": "stack",
    "set out in a row": "row", "in a semicircle": "circle", "arranged in a circle": "circle",
    "in a group": "", "in a cluster": "", "one another": "", "each other": "",
}  # fmt: skip
