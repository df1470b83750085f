"""Moods and qualities of light: hard and soft, warm and cool, low and high key."""

import re
from dataclasses import dataclass, replace

from rayograph.plan.facts import LightFacts
from rayograph.plan.ledger import Ledger, one_of

_END = r"(?= ?(?:[,.;:/)!&]|$|\x00| and | but | with ))"


@dataclass(frozen=True, kw_only=True)
class Mood:
    """A pattern, what it changes and what it means."""

    pattern: str
    meaning: str
    quality: str | None = None
    warmth: float = 0.0
    contrast: float = 0.0
    verdict: str = "understood"


_L = r"(?:light(?:ing)?|sun(?:light)?|shadows?|day ?light|key|look|feel)"
_T = (
    r"(?:light(?:ing)?|sky|glow|tones?|colou?rs?|palette|grade|look|feel|cast|temperature|mood|atmosphere|"
    r"world)"
)
MOODS: tuple[Mood, ...] = (
    Mood(pattern=rf"(?:hard|harsh|direct|crisp|strong|deep|punchy|stark)(?:,)? (?:edged )?{_L}|(?:hard|"
    rf"harsh)(?= ?\x00)|"
         r"(?:bright|hard|strong) (?:and )?sunny light|hard (?:sunny|toppy|noon|midday)(?: light| sun)?|"
         rf"(?:hard|harsh){_END}", quality="hard", meaning="hard light"),
    Mood(pattern=rf"(?:soft|diffused?|gentle|even|flat|milky|creamy|hazy|bounced|pillowy|shadowless)"
    rf"(?:,)? (?:\w+ )?{_L}|no "
         rf"(?:hard |harsh )?shadows|(?:through|with) (?:a bit of |some |heavy )?(?:diff(?:usion)?|a silk|"
         rf"silks)|hushed|"
         rf"(?:soft|diffused){_END}|softly lit|everything hushed", quality="soft", meaning="soft light"),
    Mood(pattern=rf"(?:nice and |very |slightly )?(?:warm|golden|amber|honey(?:ed)?|buttery|tungsten|"
    rf"sodium|sepia|toasty) {_T}|"
         rf"(?:buttery|honeyed|golden|warm)(?= ?\x00)|"
         rf"(?:(?:nice and|slightly|a bit|very) )?(?:warm|sepia|toasty|"
         rf"golden){_END}|(?:with )?(?:full|"
         rf"half|quarter)? ?cto(?: on it)?|"
         r"warm(?:er)? (?:up )?(?:the )?(?:bulbs?|lamps?)(?= glow)|(?:tungsten|3200 ?k|2700 ?k|2800 ?k|"
         r"3000 ?k)(?: balanced| light)?",
         warmth=0.5, meaning="warm light"),
    Mood(pattern=rf"(?:cool|cold|blue|bluish|icy|steely|teal|wintry|chilly|bleak) {_T}|(?:cool|cold|chilly|"
    rf"icy|bleak|wintry){_END}|"
         r"(?:with )?(?:full|half|quarter)? ?ctb(?: on it)?|(?:6500 ?k|7000 ?k|5600 ?k|7500 ?k)"
         r"(?: balanced| light)?|"
         r"silver and black|blue and cold|steel blue", warmth=-0.5, meaning="cool light"),
    Mood(pattern=r"(?:very |really )?high contrast|contrasty|chiaroscuro(?: thick as \w+)?|(?:very |"
    r"really )?low key"
         r"(?: light(?:ing)?)?|dramatic(?: light(?:ing)?)?|film noir|noir|caravaggio(?: light(?:ing)?)?|"
         r"(?:rembrandt|vermeer|baroque|old masters?|dutch (?:still life|masters?|golden age))"
         r"(?: (?:style )?light(?:ing)?)?|"
         r"(?:deep|rich) blacks|tenebris[mt]\w*|(?:strong|deep) contrast", contrast=0.7,
         meaning="high contrast: little fill"),
    Mood(pattern=one_of(r"""dark and moody
            moody(?: light(?:ing)?)?
            dark mood
            (?:brooding|ominous|mysterious|gloomy|eerie|melanchol(?:y|ic)|somber|sombre|intimate|spooky|\
                haunt(?:ed|ing)|gritty)
            (?:tense|sinister|menacing|lonely|creepy|smoky|shadowy|murky)"""),
         contrast=0.5, meaning="mood taken as low fill", verdict="assumed"),
    Mood(pattern=one_of(rf"""(?:crisp |clean |bright |and )*high key(?: light(?:ing)?)?
            (?:bright|light|clean) and (?:airy|clean|fresh|cheerful)
            (?:airy|cheerful|joyful|happy|fresh|summery|breezy|upbeat|playful|poppy|silly){_END}
            airy|cheerful|joyful|kitchen white"""),
         contrast=-0.5, quality="soft", meaning="mood taken as bright, soft fill", verdict="assumed"),
    Mood(pattern=one_of(rf"""(?:cosy|cozy|nostalgic|romantic|homely|snug|inviting|christmassy|autumnal){_END}
            (?:cosy|cozy|romantic|nostalgic)"""),
         quality="soft", warmth=0.3, meaning="mood taken as soft, warm light", verdict="assumed"),
    Mood(pattern=r"serene|peaceful|tranquil|quiet|calm|dreamy|dreamlike|tender|(?:very |dead |"
    r"absolutely )?still(?= "
         r"(?:mountain|lake|water|morning|evening))|(?:very |dead |absolutely )still|contemplative|"
         r"gentle mood",
         quality="soft", meaning="mood taken as soft light and calm", verdict="assumed"),
    Mood(pattern=r"epic|cinematic|film look|movie look|beautiful|gorgeous|stunning|photo ?realistic|"
    r"realistic|filmic|"
         r"elegant|stylish|photoreal|hyper ?real(?:istic)?|premium|luxurious", 
         meaning="a wish for beauty: the default look is made for that", verdict="assumed"),
    Mood(pattern=rf"dim(?:ly)?(?: lit| light)?|dark{_END}|dark(?= (?:study|room|studio|alley|bar|kitchen|"
    rf"hall|interior|street|"
         r"corner|shop))|half light|barely lit|under ?exposed", contrast=0.5, meaning="dim light"),
    Mood(pattern=rf"bright(?:ly)?(?: lit| light)?{_END}|well lit|over ?exposed|evenly lit|bright"
    rf"(?= (?:kitchen|room|studio|"
         r"interior))", contrast=-0.3, meaning="bright light"),
    Mood(pattern=rf"desaturated|muted(?: colou?rs?| palette| tones?)?|pastel palette|(?:magenta|teal|"
    rf"orange) and (?:magenta|teal|"
         rf"orange)(?: grade| look)?|saturated{_END}",
         meaning="a matter of the grade: the plate is left neutral", verdict="assumed"),
)  # fmt: skip


_HIGH_KEY = "#efedea"
"""Sheet of a studio that is lit high key: nothing dark stands behind."""


def read_quality(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Claim moods and qualities; the first of a kind counts."""
    lead = r"(?:(?:with|in|under|make it|keep it|kept|a bit|quite|very|all) (?:an? |the )?)?"
    tail = r"(?: mood| feel(?:ing)?| atmosphere| tone| look| vibe| light(?:ing)?)?"
    for mood in MOODS:
        for m in ledger.take(rf"{lead}(?:{mood.pattern}){tail}"):
            facts = replace(
                facts,
                quality=facts.quality or mood.quality,
                warmth=facts.warmth or mood.warmth,
                contrast=facts.contrast or mood.contrast,
            )
            if re.search(r"\bgr[ea]y|flat", m[0]) and facts.cloud is None and "soft" == mood.quality:
                facts = replace(facts, cloud=0.9 if "flat" in m[0] else facts.cloud)
            if "high key" in m[0]:
                facts = replace(facts, high_key=True)
            ledger.claim(m.start(), m.end(), mood.verdict, mood.meaning)  # type: ignore[arg-type]
    daylight = facts.window or facts.moon or facts.time is not None
    if facts.high_key and not daylight and facts.backdrop is None:
        facts = replace(facts, backdrop=_HIGH_KEY, sweep=True)
    return facts
