"""A quote is said before anything runs, and is dearer for more."""

from typer.testing import CliRunner

from rayograph.cli import app


def test_quote_says_time_disk_memory_and_price() -> None:
    said = CliRunner().invoke(app, ["quote", "a red ball on a table", "--price", "2"])
    assert said.exit_code == 0, said.output
    rows = {line.split("│")[1].strip(): line for line in said.output.splitlines() if "│" in line}
    assert {"--think", "draft", "standard", "high", "final"} <= set(rows)
    prices = [float(rows[name].split("│")[6]) for name in ("draft", "standard", "high", "final")]
    assert prices == sorted(prices) and prices[0] > 0
