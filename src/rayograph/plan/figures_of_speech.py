"""Figures of speech, slates and sales talk: words that name things which nobody wants to see."""

import re

from rayograph.plan.ledger import Ledger

_STOPS = frozenset(
    "on in at by under over above behind beside against with from into onto off near past through along down "
    "and or but as while when then that which who is are was were to towards toward for after before until "
    "around between across inside beneath below".split()
)
"""Words at which a comparison ends."""
_KEEPS = frozenset(
    "something anything things props objects items would we i you they d stuff would'd".split()
)
"""Words after which "like" compares nothing: "I'd like a lemon", "props like cups"."""
_IDIOMS = (
    r"(?:an? |the )?storm in an? teacup|(?:the )?elephant in the room|needles? in an? haystack|"
    r"(?:the )?apple of (?:my|her|his|your|our|their) eye|(?:the )?cherry on (?:the )?(?:top|cake)|"
    r"bull in a china shop|tip of the iceberg|piece of cake|the icing on the cake|rain(?:s|"
    r"ing)? cats and dogs|"
    r"(?:a |the )?bird's eye|eye candy|in a nutshell|on a roll|by the book|out of the box|"
    r"(?:a )?slice of life|light at the end of the tunnel|(?:a )?fly on the wall|"
    r"the best thing since sliced bread|"
    r"(?<=\d )(?:portrait|landscape)(?: format| orientation| crop| mode)?|"
    r"(?:in |as )?(?:portrait|landscape) (?:format|orientation|mode)|"
    r"money shot|hero shot|beauty shot|off the shelf look|a breath of fresh air|for the birds|on the house|"
    r"\w+[- ]\w+[- ]style(?= ?[,.;]|$)|\w+[- ]style(?= ?[,.;]|$)"
)
_METAPHORS = (
    r"(?:an? |the )?(?:blanket|carpet|sea|river|ocean|curtain|veil|sheet|wall|ribbon|blade|knife|finger|"
    r"fingers|sliver|shaft|shafts|bar|bars|slice|pool|pools|wash|ghost|mirror|bed|cloak|sheets|wisp|wisps|"
    r"bank|banks|kiss|splash|spill|trickle|river) of "
    r"(?=(?:\w+ ){0,2}(?:snow|fog|mist|light|sun|sunlight|sunshine|rain|stars|darkness|shadow|shadows|"
    r"moonlight|smoke|cloud|night|haze|dust|colour|color)\b)"
)
_SALES = (
    r"for (?:an?|our|the|my|this|some) (?:[\w-]+ ){0,3}(?:brand|client|company|launch|start ?up|retailer|"
    r"maker|range|agency|label)s?(?= ?[,.;:!\x00]|$)|"
    r"(?:meet|introducing|discover|experience|enjoy|behold|this is|say hello to|get to know)"
    r"(?= (?:the|our|your|a|an|my)\b)|"
    r"(?:(?:that |which )?you'?(?:ll|ve|re|d)? (?:will |would |can |have )?(?:always |never |actually )?"
    r"(?:wear|want|need|love|use|carry|drink|drive|deserve|own|keep|cherish|crave|remember|dream of|"
    r"been waiting for|waited for|reach for|know|trust)"
    r"(?: (?:to|every day|everyday|for life|forever|every morning|all day|for years|again and again|most))*)|"
    r"(?:your|our|my) (?:rules|way|choice|story|style|moment|time|day|world|life)(?= ?(?:[.,;!\x00]|$))|"
    r"(?:every|each) (?:day|morning|evening|night|time)|everyday luxury|made for (?:you|life)|"
    r"built to last|for every moment|one of a kind|like no other|nothing else comes close|no compromise|"
    r"crafted (?:with care|by hand)|handcrafted with love|now in stores|available now|pre order now|"
    r"clean, \w+, premium|(?:[\w']+ ){1,3}(?:is|are) (?:the|our|your|its) new "
    r"(?:[\w']+ ?){1,2}(?= ?[.,;:!]|$)|your corner of the (?:city|world)"
)
_SLATE = (
    r"(?:^|(?<=[.;/|] ))(?:plate|cutaway|hero product|product hero|hero object|hero prop|hero|beauty|"
    r"packshot|pack shot|product|establisher|"
    r"bg plate|background|foreground|vfx plate|element|lookdev(?: check| test)?|look dev|"
    r"lighting (?:test|check|ref)|comp test|tech check|set dressing|props?|action|camera|lens|light|lighting|"
    r"mood|brief|scene|shot|title|client|job|ref|reference|note|notes|set|location|subject|talent|wardrobe|"
    r"sound|audio|sfx|music|super|graphic|animation|move|format|duration|spot|comedy spot|tvc|social|opener|"
    r"end ?frame|style ?frame|key ?frame|storyboard|board|previz|previs)"
    r"(?= ?[:]|, (?:\w+ ){1,5}(?:in the|o'clock))"
)
_SPOKEN = (
    r"(?:vo|v\.? ?o\.?|voice ?over|narrator|narration|dialogue|line|os|song|music|sfx|sound) ?: ?"
    r"(\"[^\"]*\")?"
)
_PEOPLE = (
    r"(?:dad|mum|mom|mother|father|grandma|grandpa|granny|grandad|granddad|grandmother|grandfather|nan|nana|"
    r"auntie|aunt|uncle|old man|old lady|sailor|fisherman|farmer|painter|artist|writer|author|child|kid|boy|"
    r"girl|baby|student|teenager|chef|baker|barista|carpenter|gardener|doctor|detective|captain|traveller|"
    r"photographer|musician|scholar|professor|king|queen|cook|hiker|camper|cyclist|builder|mechanic|tailor|"
    r"teacher|brother|sister|neighbour|magician|wizard|witch|pirate|monk|poet|king|explorer|gentleman|lady|"
    r"man|woman|men|women|children|people|somebody|someone|nobody|summer|winter|today|yesterday|morning|"
    r"london|paris|world|nature|night|day)'s?(?= )"
)


_SHINE = (
    r"(?:(?:moon|sun|day|candle|lamp|fire|window|afternoon |morning |evening )?light|sunshine|sun ?beams?|"
    r"moon ?beams?|shadows?|stripes|glow|rays?|beams?)"
)
_LIGHT_MOVES = (
    r"(?:falls?|falling|pours?|pouring|spills?|spilling|streams?|streaming|slants?|slanting|drops?|dropping|"
    r"creeps?|creeping|slides?|sliding|cuts?|cutting|washes|washing|lands?|landing|rakes?|raking|sweeps?|"
    r"sweeping|plays?|playing|dances?|dancing)"
)
_LIT = re.compile(
    rf"(?<!\w){_SHINE}(?: (?:through|from|of) (?:the |an? |its )?(?:[\w-]+ ){{0,2}}[\w-]+)?"
    rf"(?: (?:softly|gently|slowly|just|that|which))* ({_LIGHT_MOVES})(?!\w)"
    r"|(?<!\w)((?:throw|cast|send)(?:s|ing)?)(?= (?:[\w-]+ ){0,4}(?:stripes|shadows?|light|glow|patterns?|"
    r"beams?|pool of light|pools)(?!\w))"
)
"""Light falls, pours and cuts across things, and what throws stripes throws no thing."""


def read_speech(ledger: Ledger) -> None:
    """Claim what is said about the shot or by way of comparison, before any noun is read."""
    for m in ledger.take(_SPOKEN):
        ledger.claim(m.start(), m.end(), "understood", "heard, not seen")
    for m in ledger.take(_SLATE):
        ledger.claim(m.start(), m.end(), "understood", "a heading of the shot")
    for m in _LIT.finditer(ledger.text):
        group = 1 if m[1] else 2
        if ledger.is_free(m.start(group), m.end(group)):
            ledger.claim(m.start(group), m.end(group), "understood", "how the light falls")
    for m in ledger.take(_IDIOMS):
        ledger.claim(m.start(), m.end(), "understood", "a manner of speaking")
    for m in ledger.take(_METAPHORS):
        ledger.claim(m.start(), m.end(), "understood", "a manner of speaking of light or weather")
    for m in ledger.take(_SALES):
        ledger.claim(m.start(), m.end(), "understood", "said to whoever buys it")
    for m in re.finditer(rf"(?<!\w){_PEOPLE}", ledger.text):
        room = re.match(r" (?:bed)?room\b", ledger.text[m.end() :])  # that says how it is furnished
        if m[0].endswith("'s") and not room and ledger.is_free(m.start(), m.end()):
            ledger.claim(m.start(), m.end(), "understood", "whose it is cannot be seen")
    _read_slogan(ledger)
    _read_similes(ledger)


def _read_slogan(ledger: Ledger) -> None:
    """ "Crisp. Cold. Unmistakable.": sentences of one word sell; nothing of them is shot."""
    opening = re.match(r"(?:\s*[a-z]+[.!]){2,}", ledger.text)
    if opening is None:
        return
    for m in re.finditer(r"[a-z]+", opening[0]):
        if ledger.is_free(m.start(), m.end()) and m[0].endswith(_ENDINGS) and m[0] not in _WEATHER:
            ledger.claim(m.start(), m.end(), "understood", "said to whoever buys it")


_ENDINGS = tuple("able ible less ful ous ive ic ant ent ed al y er est".split())
"""Endings of adjectives."""
_WEATHER = frozenset("sunny rainy foggy snowy misty cloudy stormy windy frosty hazy moody silent".split())


def _read_similes(ledger: Ledger) -> None:
    """ "Like a bullet", "as calm as a mirror": what it is compared with is not in the picture."""
    tokens = ledger.tokens
    for i, token in enumerate(tokens):
        free = ledger.is_free(token.start, token.end)
        comparing = token.text == "like" and (i == 0 or tokens[i - 1].text not in _KEEPS)
        after_as = token.text == "as" and i > 1 and tokens[i - 2].text == "as" and tokens[i - 1].is_word
        if not free or not (comparing or after_as) or i + 1 >= len(tokens):
            continue
        if (
            comparing
            and i
            and re.search(r"(?:'d|s)$", tokens[i - 1].text)
            and tokens[i - 1].text.endswith("'d")
        ):
            continue
        end = _end_of_noun(ledger, i + 1)
        if end > token.end:
            start = tokens[i - 2].start if after_as else token.start
            ledger.claim(start, end, "understood", "a comparison: it is not in the picture")


def _end_of_noun(ledger: Ledger, i: int) -> int:
    """Where the noun phrase that begins at token `i` ends: at most four words, and "of" with its noun."""
    tokens, end, words = ledger.tokens, -1, 0
    while i < len(tokens) and words < 4:
        token = tokens[i]
        if not ledger.is_free(token.start, token.end) or not token.is_word or token.text in _STOPS:
            break
        words += token.text not in ("a", "an", "the", "of", "some")
        end, i = token.end, i + 1
    return end
