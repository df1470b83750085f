"""Open car, tractor, caravan, and what is built by paths and streets; sizes and words as in
`core.catalogue`."""

from rayograph.core.kinds.kind import CastKind, kind

ROAD_AND_GATE: tuple[CastKind, ...] = (
    kind("convertible",
         "convertible|cabriolet|open top car|open-top car|roadster|soft top|open car|cabrio",
         (2.017, 4.43, 1.31), "car_paint", settings=("street", "lake"),
         colours=("#7d1a18", "#2f6f8a", "#d9c9a0", "#d9a41f")),
    kind("tractor", "tractor|farm tractor|vintage tractor|old tractor",
         (1.811, 2.967, 2.177), "car_paint", settings=("lake", "street"),
         colours=("#a3231b", "#2f6b2f", "#23508a")),
    kind("caravan",
         "caravan|travel trailer|camping trailer|touring caravan|trailer home|vintage caravan|"
         "airstream",
         (2.367, 5.215, 2.47), "car_paint", settings=("lake", "street"),
         colours=("#6f9fa0", "#c9823a", "#a3453a", "#8a9f5a")),
    kind("column",
         "column|stone column|marble column|greek column|roman column|classical column|doric column|"
         "fluted column|ionic column|stone pillar|marble pillar|classical pillar",
         (0.56, 0.56, 2.575), "marble|sandstone|plaster", settings=("lake", "street", "interior"),
         fixed=True),
    kind("garden_gate", "garden gate|gate|wooden gate|picket gate|farm gate|white gate|iron gate",
         (1.40, 0.17, 1.347), "painted_wood|oak|black_iron", settings=("lake", "street"),
         colours=("#ece8de", "#3f5a4a"), fixed=True),
    kind("front_door", "front door|panelled door|house door|painted door|wooden door|entrance door",
         (1.34, 0.465, 2.748), "painted_wood|oak", settings=("street", "lake"),
         colours=("#8a1f22", "#1f4a3a", "#23304f", "#17181a"), fixed=True),
    kind("kiosk",
         "kiosk|newspaper kiosk|news kiosk|paris kiosk|flower kiosk|coffee kiosk|ice cream kiosk|"
         "newsagent kiosk",
         (2.262, 2.718, 3.42), "painted_metal", settings=("street", "lake"),
         colours=("#1f4a3a", "#23304f", "#7a1f1c"), fixed=True, lumens=500.0, kelvin=3000.0),
    kind("bus_stop", "bus stop|bus shelter|tram stop",
         (3.77, 1.615, 2.85), "painted_metal", settings=("street",), colours=("#2c3136", "#1f4a3a"),
         fixed=True, lumens=300.0, kelvin=4200.0),
)  # fmt: skip
