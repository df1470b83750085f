"""What is worn or carried in a pocket, and tins; sizes and words as in `core.catalogue`."""

from rayograph.core.kinds.kind import REDS, CastKind, kind

_ANYWHERE = ("tabletop", "interior", "lake", "street")

DRESS: tuple[CastKind, ...] = (
    kind("coat",
         "coat|overcoat|trench coat|raincoat|winter coat|wool coat|long coat|jacket|"
         "jacket on a hanger|coat on a hanger|duffle coat|mackintosh|pea coat|blazer|cardigan|"
         "denim jacket|leather jacket|dressing gown|bathrobe",
         (0.705, 0.323, 1.587), "felt|linen|leather", settings=("interior", "street", "lake"),
         colours=("#5d5f63", "#8a6a45", "#23304a", "#6b1f22"), propped=True),
    kind("cap",
         "cap|baseball cap|flat cap|peaked cap|trucker cap|newsboy cap|tweed cap|sports cap|snapback",
         (0.171, 0.2645, 0.1214), "canvas", settings=_ANYWHERE,
         colours=("#1f3a6b", "#a3231b", "#1b1c1f", "#2f5d4a")),
    kind("helmet",
         "helmet|motorbike helmet|motorcycle helmet|crash helmet|racing helmet|full face helmet|"
         "hard hat|hardhat|safety helmet|construction helmet|builder's helmet|full-face helmet",
         (0.268, 0.327, 0.253), "car_paint", settings=_ANYWHERE,
         colours=("#b3161b", "#e8e4da", "#16181c", "#1f4f8a")),
    kind("glove", "glove|leather glove|driving glove|winter glove|mitten|work glove|gardening glove",
         (0.152, 0.2347, 0.034), "leather|linen", settings=_ANYWHERE,
         colours=("#4a2c1a", "#1b1b1e", "#8a1f22", "#b98a5a")),
    kind("high_heel",
         "high heel|high-heel|stiletto|stiletto heel|high heeled shoe|high-heeled shoe|court shoe|"
         "heels|pump shoe|evening shoe|high heel shoe",
         (0.226, 0.0734, 0.146), "leather|velvet", settings=_ANYWHERE,
         colours=("#15151a", "#a3161b", "#c9a38f")),
    kind("bracelet", "bracelet|bangle|tennis bracelet|charm bracelet|gold bracelet|diamond bracelet",
         (0.070, 0.0622, 0.0062), "gold|chrome", colours=("#dfeaf2", "#2f7f5a", "#a3161b")),
    kind("torch", "electric torch|torch|flashlight|flash light|hand torch|pocket torch|torchlight",
         (0.158, 0.136, 0.054), "painted_metal|steel", settings=_ANYWHERE,
         colours=("#1d1f22", "#a3231b", "#d9a21b"), lumens=60.0, kelvin=3600.0),
    kind("lighter", "lighter|zippo|cigarette lighter|petrol lighter|zippo lighter",
         (0.0601, 0.013, 0.0905), "chrome|brass|steel", lumens=8.0, kelvin=1900.0),
    kind("canister",
         "tea caddy|caddy|tea tin|coffee tin|biscuit tin|cookie tin|cake tin|storage tin|canister|"
         "tea canister|coffee canister|tin with a lid|lidded tin",
         (0.090, 0.090, 0.159), "painted_metal|steel|copper",
         colours=("#2f5d4a", "#8e2a22", "#23304a", "#c9a25a")),
    kind("spray_can",
         "spray can|aerosol|aerosol can|spray paint|can of spray paint|spray paint can|deodorant|"
         "hairspray",
         (0.0684, 0.0684, 0.195), "painted_metal", settings=_ANYWHERE, colours=REDS),
)  # fmt: skip
