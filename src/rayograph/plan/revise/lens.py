"""Edits of camera and lens: the move, its speed, how near and how high, focal length, stop, focus."""

import re

import numpy as np

from rayograph.core.plan import CameraKey, CameraPlan, ShotPlan
from rayograph.core.time import parse_rate
from rayograph.plan.quantity import LENGTH, metres, number
from rayograph.plan.revise.draft import A_BIT, A_BIT_AFTER, AMOUNT, Draft, degree, refuse
from rayograph.plan.revise.travels import MOVES, travelled
from rayograph.plan.revise.whereabouts import screen_axes

_CAM = r"(?:the )?(?:camera|cam|shot|lens|framing|frame)"
_MOVE = r"(?:the )?(?:camera(?: move)?|move|push(?: in)?|pull(?: back)?|dolly|orbit|pan|crane|truck)"


def read_lens(draft: Draft) -> None:
    """Claim edits of camera and lens."""
    _optics(draft)
    _moves(draft)
    _tilts(draft)
    _travels(draft)
    _stance(draft)


def _put(draft: Draft, m: re.Match[str], update: dict[str, object], meaning: str) -> None:
    camera = CameraPlan.model_validate(draft.plan.camera.model_dump() | update)
    draft.put(m, draft.plan.model_copy(update={"camera": camera}), meaning)


def _focal(draft: Draft, m: re.Match[str], focal: float | None, gain: float = 1.0) -> None:
    keys = [
        key.model_copy(
            update={"focal_mm": round(min(max(focal or key.focal_mm * gain, 4), 1200), 2)}
        ).model_dump()
        for key in draft.plan.camera.keys
    ]
    _put(draft, m, {"keys": keys}, f"focal length {keys[0]['focal_mm']:g} mm")


def _optics(draft: Draft) -> None:
    for m in draft.take(
        r"(?:(?:make it|use|with|on|at|change to|switch to|shot on|put on|go to|zoom to|a|an|the|lens) )*"
        rf"({AMOUNT}) ?mm(?: lens)?"
    ):
        _focal(draft, m, number(m[1]))
    for m in draft.take(
        rf"(?:make )?(?:it |{_CAM} |go |use a )*({A_BIT})(wider|tighter|longer lens|wider lens|zoom in|"
        rf"zoom out)"
        rf"(?: (?:lens|framing|frame|shot|angle))?{A_BIT_AFTER}(?: more| further)?"
    ):
        word = m[2]
        gain = 0.8 if word.startswith("wider") or word == "zoom out" else 1.25
        _focal(draft, m, None, degree(m[0], gain))
    for m in draft.take(r"(?:at |use |stop (?:down|up) to |open up to )?[ft][/ ]?(\d+(?:\.\d+)?)"):
        _put(draft, m, {"f_stop": min(max(number(m[1]), 0.7), 64.0)}, f"f/{m[1]}")
    for m in draft.take(
        rf"(?:make )?({A_BIT})(shallower|deeper|more|less) (?:the )?(?:depth of field|focus|bokeh|blur)|"
        r"(?:make )?(?:the )?(?:depth of field|focus) (shallower|deeper)"
    ):
        shallow = (m[2] or m[3]) == "shallower" or (
            (m[2] == "more") == ("depth" not in m[0]) and m[2] in ("more", "less")
        )
        stop = draft.plan.camera.f_stop * degree(m[1] or "", 0.6 if shallow else 1.8)
        _put(draft, m, {"f_stop": round(min(max(stop, 0.7), 64.0), 2)}, f"f/{stop:.2g}")
    for m in draft.take(
        rf"(?:put |set |move |shift )?(?:the )?focus(?: is)? (?:on|to|onto) ({draft.mentions.pattern})"
    ):
        name = draft.members(m[1], m.start(1))[0]
        _put(draft, m, {"focus": name, "focus_keys": ()}, f"focus on {name}")


def _moves(draft: Draft) -> None:
    for m in draft.take(
        rf"(?:make |keep |have |hold )?(?:{_CAM} )?(?:be |is |stay |a )*(?:completely |fully )?"
        r"(static|locked off|lock(?:ed)? ?off|locked|still|tripod)(?: camera| shot)?|"
        rf"no camera moves?|(?:stop|don't move) the camera|no (?:push in|move|dolly|pan|orbit)"
    ):
        key = draft.plan.camera.keys[0].model_copy(update={"time": 0.0})
        _put(
            draft,
            m,
            {"move": "static", "keys": [key.model_dump()], "handheld": 0.0},
            "the camera stands still",
        )
    for m in draft.take(r"(?:make it |more |less |a bit )*(handheld|steadier|steady)(?: camera)?"):
        shake = 0.35 if m[1] == "handheld" else 0.0
        _put(draft, m, {"handheld": shake}, m[1])
    for m in draft.take(
        rf"(?:make )?{_MOVE} (?:be |is |go |moves? )?({A_BIT})(slower|faster|quicker|gentler)|"
        rf"({A_BIT})(slower|faster|quicker|gentler) {_MOVE}|(slow down|speed up) {_MOVE}"
    ):
        slow = (m[2] or m[4] or m[5]) in ("slower", "gentler", "slow down")
        _stretch(draft, m, degree(m[1] or m[3] or "", 0.6 if slow else 1.6))
    for m in draft.take(
        r"(?:slowly |gently |slow )?(?:push|dolly|move|track|creep|go) in(?: slowly| gently)?"
        rf" ?({A_BIT})(more|less|further|farther|closer|harder)?(?: on (?:it|them))?|"
        rf"({A_BIT})(more|less|stronger|bigger|smaller) push(?: in)?|(?:more|less) of a push in"
    ):
        less = "less" in m[0] or m[4] == "smaller"
        if draft.plan.camera.move == "push in" and len(draft.plan.camera.keys) > 1:
            _stretch(draft, m, degree(m[1] or m[3] or "", 0.6 if less else 1.6))
        else:
            _dolly(draft, m, 0.72, "push in")
    for m in draft.take(r"(?:pull|dolly|move|track) (?:back|out)(?: slowly| gently)?"):
        _dolly(draft, m, 1.35, "pull back")


def _stretch(draft: Draft, m: re.Match[str], gain: float) -> None:
    """The same way from the first key, so many times as long in the same time."""
    keys = draft.plan.camera.keys
    if len(keys) < 2:
        raise refuse(m[0], "the camera stands still; say how it should move, such as 'push in'")
    first = keys[0]

    def far(key: CameraKey) -> CameraKey:
        update = {
            name: tuple(
                round(a + gain * (b - a), 4)
                for a, b in zip(getattr(first, name), getattr(key, name), strict=True)
            )
            for name in ("position", "target")
        }
        focal = round(first.focal_mm + gain * (key.focal_mm - first.focal_mm), 2)
        return key.model_copy(update=update | {"focal_mm": max(focal, 4.0)})

    _put(draft, m, {"keys": [far(key).model_dump() for key in keys]}, f"{gain:.2g} times the way")


def _dolly(draft: Draft, m: re.Match[str], reach: float, name: str) -> None:
    """From where it stands to `reach` times the distance of its target, over the whole shot."""
    first = draft.plan.camera.keys[0]
    target, position = np.array(first.target), np.array(first.position)
    end = tuple(round(float(v), 4) for v in target + reach * (position - target))
    last = first.model_copy(update={"time": seconds(draft.plan), "position": end})
    keys = [first.model_copy(update={"time": 0.0}).model_dump(), last.model_dump()]
    _put(draft, m, {"move": name, "keys": keys}, name)


def seconds(plan: ShotPlan) -> float:
    """How long the shot runs [s]."""
    return round(plan.format.frames / float(parse_rate(plan.format.fps)), 4)


def _stance(draft: Draft) -> None:
    """Higher, lower, closer, further, to a side: all keys alike, still looking at what they looked at."""
    ways = {
        "higher": "higher|up", "lower": "lower|down", "closer": "closer|nearer|in",
        "back": r"further(?: back| away)?|farther(?: back| away)?|back|away|out",
        "left": "(?:to the )?left", "right": "(?:to the )?right",
    }  # fmt: skip
    named = "|".join(f"(?P<{name}>{pattern})" for name, pattern in ways.items())
    for m in draft.take(
        rf"(?:(?:move|put|bring|raise|lower|set|take|make) )?(?:the )?(?:camera|cam|viewpoint)(?: be|"
        rf" go| is)? "
        rf"({A_BIT})(?:{LENGTH} )?(?:{named})(?: by {LENGTH})?|(?P<verb>raise|lower) (?:the )?(?:camera|"
        rf"cam){A_BIT_AFTER}(?: by {LENGTH})?"
    ):
        way = next((name for name in ways if m[name]), "higher" if m["verb"] == "raise" else "lower")
        _stand(draft, m, way)


def _travels(draft: Draft) -> None:
    """Another move from where the shot opens."""
    named = "|".join(f"(?P<{name}>{pattern})" for name, pattern in MOVES.items())
    for m in draft.take(
        rf"(?:slowly |slow |gently )?(?:(?:camera|cam) )?(?:{named})"
        r"(?: the camera)? (?:to the )?(?P<way>left|right|up|down)(?: slowly| gently)?"
    ):
        move = next(name for name in MOVES if m[name])
        if (m["way"] in ("up", "down")) != (move == "crane"):
            raise refuse(m[0], "a crane goes up and down, the other moves left and right")
        first = draft.plan.camera.keys[0].model_copy(update={"time": 0.0})
        keys = travelled(first, move, m["way"], seconds(draft.plan))
        _put(draft, m, {"move": move, "keys": [key.model_dump() for key in keys]}, f"{move} {m['way']}")


def _tilts(draft: Draft) -> None:
    """It stays where it is and looks higher or lower."""
    for m in draft.take(
        rf"(?:tilt|aim|point)(?: (?:the )?(?:camera|cam|lens))? ({A_BIT})(?P<way>up|down){A_BIT_AFTER}"
    ):
        key = draft.plan.camera.keys[0]
        step = (
            0.1 * float(np.linalg.norm(np.subtract(key.position, key.target))) * (0.5 if "bit" in m[0] else 1)
        )
        lift = step if m["way"] == "up" else -step
        keys = [
            at.model_copy(update={"target": (*at.target[:2], round(at.target[2] + lift, 4))}).model_dump()
            for at in draft.plan.camera.keys
        ]
        _put(draft, m, {"keys": keys}, f"the camera looks {step:.2f} m {m['way']}")


def _stand(draft: Draft, m: re.Match[str], way: str) -> None:
    said = re.search(LENGTH, m[0])
    key = draft.plan.camera.keys[0]
    apart = float(np.linalg.norm(np.subtract(key.position, key.target)))
    step = metres(said[1], said[2]) if said else 0.18 * apart * (0.5 if "bit" in m[0] else 1.0)
    right, _ = screen_axes(draft.plan)

    def stood(at: CameraKey) -> dict[str, object]:
        position, target = np.array(at.position), np.array(at.target)
        view = target - position
        shift = {
            "higher": np.array([0, 0, step]), "lower": np.array([0, 0, -step]), "left": -step * right,
            "right": step * right, "closer": step * view / np.linalg.norm(view),
            "back": -step * view / np.linalg.norm(view),
        }[way]  # fmt: skip
        if way == "closer" and step >= np.linalg.norm(view) - 0.02:
            raise refuse(m[0], f"that is past what the camera looks at, {np.linalg.norm(view):.2f} m away")
        new = position + shift
        new[2] = max(new[2], 0.03) if way == "lower" else new[2]
        return at.model_copy(update={"position": tuple(round(float(v), 4) for v in new)}).model_dump()

    _put(draft, m, {"keys": [stood(at) for at in draft.plan.camera.keys]}, f"camera {step:.2f} m {way}")
