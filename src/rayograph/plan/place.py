"""Cities by name: where they lie and what their clocks show."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class City:
    """Latitude and longitude [deg, north and east positive], clock ahead of UTC [h], summer time rule."""

    name: str
    latitude: float
    longitude: float
    utc: float
    summer: str = ""

    def offset(self, month: int) -> float:
        """Hours ahead of UTC on the 21st of a month."""
        north = {"eu": range(4, 11), "us": range(3, 12)}
        if self.summer == "south":
            return self.utc + (month >= 10 or month <= 3)
        return self.utc + (month in north.get(self.summer, ()))


_ROWS = """
oslo 59.91 10.75 1 eu|stockholm 59.33 18.07 1 eu|copenhagen 55.68 12.57 1 eu|helsinki 60.17 24.94 2 eu
reykjavik 64.15 -21.94 0|tromso 69.65 18.96 1 eu|london 51.51 -0.13 0 eu|dublin 53.35 -6.26 0 eu
edinburgh 55.95 -3.19 0 eu|paris 48.86 2.35 1 eu|amsterdam 52.37 4.90 1 eu|brussels 50.85 4.35 1 eu
berlin 52.52 13.40 1 eu|munich 48.14 11.58 1 eu|hamburg 53.55 9.99 1 eu|vienna 48.21 16.37 1 eu
zurich 47.38 8.54 1 eu|prague 50.08 14.44 1 eu|budapest 47.50 19.04 1 eu|warsaw 52.23 21.01 1 eu
madrid 40.42 -3.70 1 eu|barcelona 41.39 2.17 1 eu|lisbon 38.72 -9.14 0 eu|rome 41.90 12.50 1 eu
venice 45.44 12.32 1 eu|florence 43.77 11.26 1 eu|athens 37.98 23.73 2 eu|istanbul 41.01 28.98 3
moscow 55.76 37.62 3|cairo 30.04 31.24 2|marrakesh 31.63 -7.98 1|nairobi -1.29 36.82 3
cape_town -33.92 18.42 2|dubai 25.20 55.27 4|mumbai 19.08 72.88 5.5|delhi 28.61 77.21 5.5
bangkok 13.76 100.50 7|singapore 1.35 103.82 8|hong_kong 22.32 114.17 8|shanghai 31.23 121.47 8
beijing 39.90 116.41 8|seoul 37.57 126.98 9|tokyo 35.68 139.69 9|kyoto 35.01 135.77 9
sydney -33.87 151.21 10 south|melbourne -37.81 144.96 10 south|auckland -36.85 174.76 12 south
honolulu 21.31 -157.86 -10|anchorage 61.22 -149.90 -9 us|vancouver 49.28 -123.12 -8 us
seattle 47.61 -122.33 -8 us
san_francisco 37.77 -122.42 -8 us|los_angeles 34.05 -118.24 -8 us|denver 39.74 -104.99 -7 us
mexico_city 19.43 -99.13 -6|chicago 41.88 -87.63 -6 us
new_orleans 29.95 -90.07 -6 us|toronto 43.65 -79.38 -5 us
new_york 40.71 -74.01 -5 us|boston 42.36 -71.06 -5 us|miami 25.76 -80.19 -5 us|havana 23.11 -82.37 -5 us
rio_de_janeiro -22.91 -43.17 -3|buenos_aires -34.60 -58.38 -3|santiago -33.45 -70.67 -4 south
"""


def _city(row: str) -> City:
    name, latitude, longitude, utc, *summer = row.split()
    return City(
        name=name.replace("_", " ").title(),
        latitude=float(latitude),
        longitude=float(longitude),
        utc=float(utc),
        summer=summer[0] if summer else "",
    )


CITIES: dict[str, City] = {
    row.split()[0].replace("_", " "): _city(row) for row in _ROWS.replace("\n", "|").split("|") if row.strip()
}
"""Lower-case name → city."""
