"""Kinds that one eats; sizes and words as in `core.catalogue`."""

from rayograph.core.kinds.kind import CastKind, kind

GREENS = (
    kind("pineapple", "pineapple|ripe pineapple|ananas", (0.238, 0.227, 0.255), "fruit_skin"),
    kind("coconut", "coconut|coconut half|coconut shell|half coconut|cracked coconut", (0.2, 0.19, 0.124),
        "bark"),
    kind("avocado", "avocado|halved avocado|avocado half|half avocado|avocado pear", (0.15, 0.12, 0.08),
        "fruit_skin"),
    kind("peach", "peach|nectarine|apricot|ripe peach", (0.072, 0.08, 0.075), "fruit_skin", rolls=True),
    kind("plum", "plum|damson|ripe plum", (0.05, 0.05, 0.057), "fruit_skin", rolls=True),
    kind("potato", "potato|sweet potato|baked potato|new potato|spud", (0.092, 0.066, 0.058), "fruit_skin"),
    kind("mango", "mango|papaya|ripe mango|mango fruit", (0.12, 0.09, 0.076), "fruit_skin"),
    kind("bell_pepper", "bell pepper|red pepper|green pepper|yellow pepper|sweet pepper|capsicum|paprika",
        (0.08, 0.08, 0.11),
         "fruit_skin", colours=("#b8201a", "#e0a818", "#3f7a2a")),
    kind("chili", "chili|chilli|chili pepper|chilli pepper|red chili|red chilli|hot pepper|jalapeno|"
         "cayenne", (0.15, 0.04, 0.024),
         "fruit_skin", colours=("#b5160f", "#b5160f", "#3f7a2a")),
    kind("aubergine", "aubergine|eggplant", (0.22, 0.085, 0.105), "fruit_skin"),
    kind("garlic", "garlic|garlic bulb|bulb of garlic|head of garlic|garlic clove|clove of garlic", (0.055,
        0.055, 0.069), "paper"),
    kind("cucumber", "cucumber|gherkin|sliced cucumber|courgette|zucchini", (0.29, 0.06, 0.043),
        "fruit_skin"),
    kind("broccoli", "broccoli|broccoli floret|head of broccoli", (0.17, 0.17, 0.14), "leaf"),
    kind("cabbage", "cabbage|green cabbage|red cabbage|head of cabbage", (0.175, 0.17, 0.151), "leaf"),
    kind("lettuce", "lettuce|head of lettuce", (0.2, 0.2, 0.14), "leaf"),
    kind("corn", "corn cob|corn on the cob|ear of corn|corncob|sweetcorn|cob of corn|maize|sweet corn",
        (0.215, 0.206, 0.099), "fruit_skin"),
)  # fmt: skip

BAKED = (
    kind("pie", "pie|apple pie|cherry pie|fruit pie|pumpkin pie|tart|fruit tart|quiche|pot pie", (0.248,
        0.248, 0.055), "bread_crust",
         colours=("#7a1622", "#b5661c", "#3f1a3a")),
    kind("sandwich", "sandwich|club sandwich|toastie|ham sandwich|cheese sandwich|blt", (0.2, 0.12, 0.068),
        "bread_crust"),
    kind("hot_dog", "hot dog|hotdog|sausage roll|sausage in a bun|frankfurter", (0.184, 0.069, 0.053),
        "bread_crust"),
    kind("ice_cream_cone", "ice cream cone|ice-cream cone|ice cream|ice-cream|cone of ice cream|gelato|"
         "gelato cone|icecream|soft serve",
         (0.075, 0.073, 0.24), "wax", colours=("#e8a0b0", "#6b3a22", "#a9cf9a")),
    kind("lollipop", "lollipop|lolly|swirl lollipop|candy swirl|sucker", (0.088, 0.052, 0.194), "plastic",
         colours=("#d0263c", "#2f7fb0", "#e07a1c")),
    kind("chocolate_bar", "chocolate bar|bar of chocolate|chocolate|candy bar|slab of chocolate|"
         "dark chocolate|milk chocolate|white chocolate",
         (0.17, 0.087, 0.015), "wax", colours=("#7a1a22", "#1f3a5f", "#2f4a2c")),
    kind("waffle", "waffle|belgian waffle|stack of waffles|pancake waffle", (0.172, 0.168, 0.053),
        "bread_crust"),
    kind("butter_dish", "butter|butter dish|stick of butter|block of butter|pat of butter|dish of butter",
        (0.198, 0.123, 0.05), "wax"),
)  # fmt: skip

LARDER: tuple[CastKind, ...] = (*GREENS, *BAKED)
