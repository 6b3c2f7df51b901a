"""Where numbers come from: every source has an origin, a date and a licence; old ones are told."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from engine.tables.origins import origins, sourced

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "packaging" / "freshness.py"


def freshness(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_that_every_origin_says_whose_it_is_and_under_what_terms() -> None:
    for origin in origins():
        re.compile(origin.match)
        assert origin.producer
        assert origin.title
        assert origin.licence
        assert re.fullmatch(r"20\d\d-\d\d(-\d\d)?", origin.accessed)
        assert not origin.published or origin.published <= origin.accessed
        assert not origin.link or origin.link.startswith("https://")


@pytest.mark.parametrize(
    ("text", "producer", "as_of"),
    [
        ("Epoch AI Frontier Data Centers 2026-09: 1,925 MW IT by 2028-03", "Epoch AI", "2026-09"),
        ("CNBC 2025-05-30", "The press", "2025-05"),
        ("Company announcement, 2025-09-02 (Series F)", "The company and its suppliers", "2025-09"),
        ("SemiAnalysis 2025-11: 600,000 of a million TPUs rented", "SemiAnalysis", "2025-11"),
        ("Turner & Townsend 2025: 10 to 15", "Turner & Townsend", "2025-11"),
        ("judgement: 3 to 18 months", "Headroom", "2026-11"),
        ("Ho et al. 2024: 90% interval 2 to 5", "A. Ho and others", "2024-03"),
        ("2026: 5 of 12 announced GW under construction (press)", "The press", "2026-11"),
    ],
)
def test_that_a_source_has_its_origin_and_its_month(text: str, producer: str, as_of: str) -> None:
    found = sourced(text)
    assert found is not None
    assert (found.origin.producer, found.as_of) == (producer, as_of)


def test_that_somebody_s_own_source_has_no_origin_and_is_not_guessed() -> None:
    assert sourced("my uncle's spreadsheet") is None


def test_that_age_is_counted_in_months_and_never_below_nought() -> None:
    found = sourced("CNBC 2025-05-30")
    assert found is not None
    assert found.age(date(2026, 11, 29)) == 18
    assert found.age(date(2025, 1, 1)) == 0


def test_that_every_source_that_ships_has_an_origin_and_the_old_ones_are_listed() -> None:
    run = freshness("--today", "2026-11-29")
    assert run.returncode == 0, run.stdout
    assert "no origin" not in run.stdout
    assert "Ho et al. 2024" in run.stdout
    assert "CNBC 2026-08-17" not in run.stdout


def test_that_a_source_beyond_the_limit_fails() -> None:
    run = freshness("--today", "2026-11-29", "--limit", "60")
    assert run.returncode == 1
    assert "beyond the limit of 60 months" in run.stdout
