"""Which way things face: fronts to the camera, long ones from the side, the rest anyhow."""

import numpy as np

FACING = frozenset(
    "sign clock picture statue skull armchair floor_lamp desk_lamp camera_prop robot tent dome_tent "
    "lamp_post bench "
    "basket crate "
    "perfume jar tin_can carton cereal_box pizza_box matchbox watch laptop smartphone television telephone "
    "typewriter radio sofa bed side_table bookcase sideboard mirror piano grandfather_clock metronome globe "
    "colour_chart playing_card newspaper envelope chessboard gold_bar teddy_bear guitar newtons_cradle "
    "spectacles ring billiard_ball rug cake kettle frying_pan fork spoon knife "
    "suitcase gift table trash_can hydrant sailboat phone_box post_box mailbox newspaper_box "
    "traffic_light parking_meter sandwich_board vending_machine market_stall snowman cabin jetty camp_chair "
    "barrier parasol picnic_table fountain "
    "chopping_board tray shelf broom axe map compass toaster lipstick folded_towel microphone record_player "
    "boot umbrella_closed burger pen magnifying_glass inkwell thermos kite fence "
    "skis snowboard surfboard shovel snow_shovel rake pitchfork pickaxe watering_can hammock "
    "sleeping_bag canteen fishing_rod jack_o_lantern wreath stocking anchor gear hook hockey_stick "
    "baseball_bat chain nail screw dumbbell camping_stove boxing_glove tennis_racket golf_club bolt "
    "rocket ufo drone life_ring buoy lighthouse birdcage stop_sign street_name_sign pallet rugby_ball "
    "violin cello trumpet saxophone accordion binoculars telescope microscope film_reel clapperboard "
    "film_projector loudspeaker vinyl_record cassette backpack handbag moka_pot french_press coffee_grinder "
    "blender kitchen_scales rolling_pin whisk spatula saucepan wok grater corkscrew beer_mug coconut avocado "
    "aubergine chili cucumber corn sandwich hot_dog lollipop chocolate_bar butter_dish candelabra necklace "
    "padlock safe sword scroll coat cap helmet high_heel torch lighter canister spray_can stapler ruler "
    "calculator abacus computer_mouse game_controller table_fan easel palette clothes_iron drill hand_saw "
    "citrus_half fish steak seashell bonsai mask fridge washing_machine radiator bathtub wardrobe "
    "bread croissant doughnut cookie pie apple pear "
    "vacuum_cleaner doll rocking_horse toy_train pram garden_gate kiosk bus_stop glove front_door".split()
)
"""Kinds that should show their front to the camera, give or take."""


_LONG = frozenset(
    "car van suv pickup truck bus double_decker tram boat canoe kayak bicycle motorbike scooter skateboard "
    "wheelbarrow shopping_trolley hay_bale sled lawn_mower police_car ambulance fire_engine "
    "ice_skates roller_skates convertible tractor caravan".split()
)
"""Kinds that show best from the side of their front."""


def yaws(kind: str, arrangement: str, rng: np.random.Generator, count: int) -> list[float]:
    """The yaws [deg] of the members of one thing."""
    if kind == "domino":
        return [90.0] * count
    if kind in _LONG:
        return [float(rng.choice([-1, 1]) * rng.uniform(52, 70)) for _ in range(count)]
    if arrangement in ("stack", "pile"):
        return [float(a) for a in rng.uniform(-7, 7, count)]
    spread = (
        16.0 if kind in FACING else (30.0 if kind in ("book", "chair", "toy_car", "rubber_duck") else 180.0)
    )
    return [round(float(a), 2) for a in rng.uniform(-spread, spread, count)]
