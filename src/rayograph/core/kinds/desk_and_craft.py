"""What lies on desks and what hands work with; sizes and words as in `core.catalogue`."""

from rayograph.core.kinds.kind import CastKind, kind

_ANYWHERE = ("tabletop", "interior", "lake", "street")

DESK_AND_CRAFT: tuple[CastKind, ...] = (
    kind("stapler", "stapler|desk stapler|staple gun",
         (0.148, 0.038, 0.0438), "plastic|painted_metal", colours=("#1d1f23", "#a3231b", "#2f5d8a")),
    kind("ruler",
         "ruler|wooden ruler|school ruler|steel ruler|measuring stick|yardstick|metal ruler|"
         "plastic ruler",
         (0.308, 0.034, 0.0034), "maple|steel|plastic"),
    kind("calculator", "calculator|pocket calculator|desk calculator|adding machine",
         (0.105, 0.150, 0.0316), "plastic", colours=("#2a2c30", "#c9c4b6", "#2f4a6b")),
    kind("abacus", "abacus|counting frame|bead frame",
         (0.322, 0.110, 0.286), "oak|maple|walnut"),
    kind("computer_mouse", "computer mouse|wireless mouse|mouse|optical mouse|gaming mouse",
         (0.0952, 0.180, 0.0371), "plastic", colours=("#e4e2dc", "#232428")),
    kind("game_controller",
         "game controller|controller|gamepad|joypad|game pad|joystick|video game controller|"
         "console controller|xbox controller|playstation controller",
         (0.170, 0.130, 0.0523), "plastic", colours=("#1c1d21", "#e8e6e0", "#2f5d8a", "#a3231b")),
    kind("table_fan", "table fan|desk fan|fan|electric fan|oscillating fan|cooling fan|vintage fan",
         (0.306, 0.189, 0.388), "painted_metal|chrome",
         colours=("#3f6f6a", "#23282c", "#b5502c", "#e4ddca")),
    kind("easel",
         "easel|artist easel|artist's easel|painter's easel|wooden easel|easel with a canvas|"
         "easel with canvas|painting easel|studio easel",
         (0.758, 0.753, 1.725), "pine|oak", settings=("interior", "lake", "street"), propped=True),
    kind("palette",
         "palette|paint palette|artist palette|artist's palette|painter's palette|palette of paint|"
         "painter palette",
         (0.410, 0.236, 0.0157), "walnut|maple|oak", settings=_ANYWHERE),
    kind("clothes_iron", "clothes iron|iron|steam iron|electric iron|flat iron|flatiron",
         (0.279, 0.135, 0.1305), "plastic", colours=("#2f5d8a", "#7a3b69", "#2f6b5a")),
    kind("drill",
         "drill|cordless drill|electric drill|power drill|hand drill|hammer drill|"
         "cordless screwdriver|power tool",
         (0.272, 0.0665, 0.201), "plastic", settings=_ANYWHERE,
         colours=("#e0a01c", "#2f6b5a", "#b3261e", "#2f5d8a")),
    kind("straw", "drinking straw|paper straw|straw|striped straw|straws|cocktail straw",
         (0.0064, 0.20, 0.0064), "paper", colours=("#c8302a", "#2f5d8a", "#2f7a4a")),
    kind("tape_roll",
         "roll of tape|tape|adhesive tape|sticky tape|packing tape|duct tape|gaffer tape|masking tape|"
         "parcel tape|tape roll|sellotape|roll of packing tape|roll of gaffer tape",
         (0.107, 0.104, 0.048), "plastic", colours=("#b98d52", "#8f9296", "#17181a")),
    kind("record_stack",
         "stack of vinyl records|stack of records|pile of records|stack of vinyl|pile of vinyl|"
         "pile of vinyl records|vinyl stack|record stack|stack of lps|stack of vinyls|record collection|"
         "vinyl collection",
         (0.325, 0.325, 0.0672), "paper", colours=("#2f5d8a", "#c8502a", "#2f5d4a")),
    kind("hand_saw", "hand saw|handsaw|saw|carpenter's saw|wood saw|hacksaw|tenon saw",
         (0.589, 0.136, 0.0245), "steel", settings=_ANYWHERE),
)  # fmt: skip
