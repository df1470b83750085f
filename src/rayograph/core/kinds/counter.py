"""Plinths, cosmetics and sweets; meshes by path; sizes and words as in `core.catalogue`."""

from rayograph.core.kinds.kind import CastKind, kind

COUNTER: tuple[CastKind, ...] = (
    kind(
        "plinth",
        "plinth|podium|display plinth|display block|riser|display stand|round plinth|product plinth",
        (0.30, 0.30, 0.10),
        "plaster|concrete|oak",
    ),
    kind(
        "nail_polish",
        "nail polish|nail varnish|bottle of nail polish|nail polish bottle|nail varnish bottle|nail lacquer",
        (0.030, 0.030, 0.077),
        "plastic|chrome|gold",
        colours=("#a5172c", "#c25a62", "#2b3a5a", "#7a3b69"),
    ),
    kind(
        "cream_jar",
        "cream jar|jar of cream|face cream|moisturiser|moisturizer|moisturiser jar|cosmetic jar|pot of cream|"
        "cosmetics jar|cold cream|hand cream|skin cream|body butter|frosted jar|frosted glass jar",
        (0.066, 0.066, 0.046),
        "plastic|glass",
    ),
    kind(
        "tube",
        "tube|squeeze tube|tube of cream|tube of hand cream|tube of face cream|tube of sunscreen|"
        "toothpaste|tube of toothpaste|cosmetic tube|paint tube|sunscreen|"
        "tube of paint|hand cream tube|toothpaste tube",
        (0.058, 0.037, 0.150),
        "plastic",
        colours=("#ece9e2", "#d9a48f", "#a9c4b8", "#2f5d73"),
    ),
    kind(
        "pump_bottle",
        "pump bottle|lotion bottle|soap dispenser|hand soap|soap bottle|shampoo bottle|lotion|body lotion|"
        "bottle of lotion|hand wash|shampoo|conditioner|bottle of shampoo|shower gel|skincare bottle",
        (0.070, 0.062, 0.168),
        "plastic",
        colours=("#ece9e2", "#d8c3ae", "#a9b8a4", "#2b2c2f"),
    ),
    kind(
        "dropper_bottle",
        "dropper bottle|serum|serum bottle|face oil|essential oil|bottle of serum|dropper|face serum|"
        "pipette bottle|skincare serum|essential oil bottle|tincture bottle",
        (0.033, 0.033, 0.098),
        "amber_glass|green_glass",
    ),
    kind(
        "fries",
        "fries|french fries|box of fries|portion of fries|carton of fries|bag of fries|side of fries",
        (0.086, 0.047, 0.124),
        "paper",
        colours=("#b3261e", "#d9a21b"),
    ),
    kind(
        "doughnut",
        "doughnut|donut|glazed donut|glazed doughnut|iced doughnut|iced donut|frosted donut|pink donut",
        (0.096, 0.096, 0.031),
        "bread_crust",
        colours=("#e59ab0", "#4a2716", "#f1e9dc", "#9ccfc2"),
    ),
    kind(
        "cookie",
        "cookie|biscuit|chocolate chip cookie|oat cookie|choc chip cookie",
        (0.073, 0.073, 0.016),
        "bread_crust",
    ),
    kind(
        "macaron",
        "macaron|macaroon|french macaron",
        (0.044, 0.044, 0.029),
        "wax",
        colours=("#e7b7c0", "#b9d3a8", "#e8d08c", "#b9a3cf", "#8a5a3c"),
    ),
    kind(
        "sushi",
        "sushi|nigiri|maki|sushi roll|maki roll|sashimi|sushi piece|piece of sushi|california roll",
        (0.066, 0.031, 0.027),
        "wax",
    ),
    kind(
        "chopsticks",
        "chopsticks|chopstick|pair of chopsticks|set of chopsticks",
        (0.230, 0.023, 0.0072),
        "painted_wood|maple",
    ),
    kind("mesh", "mesh", (0.30, 0.30, 0.30), "plaster"),
)
