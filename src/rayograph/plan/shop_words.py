"""Shops by their trade: words that mean a street, and what stands on the fascia of each."""

TRADES = {
    "BAKERY": "bakery|baker|baker's|boulangerie|patisserie",
    "CAFÉ": "cafe|café|coffee shop|bistro|brasserie",
    "BOOKS": "bookshop|bookstore|book shop",
    "FLOWERS": "florist|flower shop|florist's",
    "PUB": "pub",
    "BAR": "bar",
    "DINER": "diner",
    "HOTEL": "hotel",
    "RESTAURANT": "restaurant|trattoria",
    "BARBER": "barber|barbershop|barber shop|barber's",
    "GROCER": "grocer|grocery|grocer's|greengrocer|corner shop|corner store",
    "PHARMACY": "pharmacy|chemist",
    "CINEMA": "cinema",
    "TOYS": "toy shop|toyshop|toy store",
    "LAUNDRY": "laundrette|laundromat",
    "ANTIQUES": "antique shop|antiques shop",
    "MARTIN & SON": "shop|store|boutique|shopfront|shop front|storefront|shop window|shop windows",
}
"""Lettering of a front → the trades that go under it."""
_ROOMS = frozenset("cafe café pub bar hotel restaurant cinema diner shop store".split())
"""Trades that one may as well be inside of: other words say which."""
SHOPS = (
    *(word for names in TRADES.values() for word in names.split("|") if word not in _ROOMS),
    *("cobbles", "cobblestone"),
)
"""Words that mean a street."""
