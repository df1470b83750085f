"""Things of a nursery; sizes and words as in `core.catalogue`."""

from rayograph.core.kinds.kind import CastKind, kind

NURSERY: tuple[CastKind, ...] = (
    kind("doll", "doll|rag doll|cloth doll|porcelain doll|toy doll|baby doll",
         (0.2166, 0.295, 0.302), "linen", colours=("#b3455a", "#2f5d8a", "#d9a441")),
    kind("rocking_horse", "rocking horse|toy horse|wooden horse|hobby horse",
         (1.22, 0.25, 0.936), "painted_wood|oak|walnut", settings=("interior", "lake"),
         colours=("#e6e0d2", "#8a6238"), propped=True),
    kind("toy_train",
         "toy train|wooden train|train set|model train|toy locomotive|toy steam train|tin train|"
         "toy engine|model railway|miniature train",
         (0.379, 0.072, 0.130), "painted_wood", colours=("#b3261e", "#2f6b4a", "#23508a")),
    kind("pram", "pram|perambulator|baby carriage|stroller|pushchair|baby buggy|baby pram",
         (1.13, 0.506, 1.132), "car_paint", settings=("street", "lake", "interior"),
         colours=("#1c2b4a", "#16181c", "#5a1d22"), propped=True),
)  # fmt: skip
