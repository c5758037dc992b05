"""Tests of parplan.output.templates.bounds: no template takes long, takes much, or asks chance or the clock."""

from __future__ import annotations

import time
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from parplan.finding import Stop
from parplan.output.templates.bounds import FILTERS
from parplan.output.templates.template import render

LOOP = "{% for i in range(9999) %}"
MUCH = {
    "nested loops": f"{LOOP}{LOOP}{LOOP}x{{% endfor %}}{{% endfor %}}{{% endfor %}}",
    "loops that do nothing": f"{LOOP}{LOOP}{LOOP}{{% endfor %}}{{% endfor %}}{{% endfor %}}",
    "loops whose test fails": f"{LOOP}{{% for j in range(9999) if false %}}x{{% endfor %}}{{% endfor %}}",
    "a long range": "{% for i in range(99999999) %}{% endfor %}",
    "a loop that calls itself": "{% for i in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "a template that includes itself": '{% include "t.md.j2" %}',
    "one that includes itself twice": '{% if 1 %}{% include "t.md.j2" %}{% include "t.md.j2" %}{% endif %}',
    "a wide format": '{{ "%0999999999d" | format(1) }}',
    "a wide format reckoned": '{{ "%0999999999d" % 1 }}',
    "a format as wide as it is told": '{{ "%*d" % (999999999, 1) }}',
    "many places": '{{ "%.99999999f" | format(1) }}',
    "a text many times": '{{ "x" * 999999999 }}',
    "many times a text": '{{ 999999999 * "x" }}',
    "a list many times": "{{ [1] * 999999999 }}",
    "a high power": "{{ 9 ** 9 ** 9 }}",
    "a number that grows": "{% set n = namespace(x=9) %}" + LOOP + "{% set n.x = n.x * n.x %}{% endfor %}",
    "a text that doubles": '{% set n = namespace(x="xx") %}' + LOOP + "{% set n.x = n.x ~ n.x %}{% endfor %}",
    "a text that is added": '{% set n = namespace(x="xx") %}' + LOOP + "{% set n.x = n.x + n.x %}{% endfor %}",
    "a list that doubles": "{% set n = namespace(x=[1]) %}" + LOOP + "{% set n.x = n.x + n.x %}{% endfor %}",
    "lists of lists": "{% set n = namespace(x=[1]) %}" + LOOP + "{% set n.x = [n.x, n.x] %}{% endfor %}",
    "pairs of pairs": "{% set n = namespace(x=1) %}" + LOOP + "{% set n.x = (n.x, n.x) %}{% endfor %}",
    "blocks of blocks": "{% set x %}xxxxxxxxxx{% endset %}"
    + "{% set x %}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{% endset %}" * 12
    + "{{ x }}",
    "much replaced": '{{ ("x" * 9999) | replace("x", "y" * 9999) }}',
    "nothing replaced by much": '{{ ("x" * 9999) | replace("", "y" * 9999) }}',
    "much joined": '{{ ["x" * 9999] * 9999 | join }}{{ (["x" * 9999] * 9999) | join }}',
    "joined by much": '{{ range(9999) | join("x" * 9999) }}',
    "much added up": "{{ ([[1] * 9999] * 9999) | sum(start=[]) }}",
    "long literal text": f"{LOOP}{'x' * 9999}{{% endfor %}}",
}
REFUSED = {
    "chance": "{{ [1, 2] | random }}",
    "dummy text": "{{ lipsum(n=999999) }}",
    "a clock": "{{ day.today() }}",
    "a time": "{{ day.strftime('%999999999d') }}",
    "a wide field": '{{ "{:999999999}".format(1) }}',
    "a width": '{{ "x".ljust(999999999) }}',
    "a tab": '{{ "\\t".expandtabs(999999999) }}',
    "a place": '{{ "x" | center(999999999) }}',
    "an indent": '{{ "x" | indent(999999999) }}',
    "a batch": '{{ [1] | batch(999999999, "x") }}',
    "a text of a list": "{{ [1, 2] }}",
    "a cycle": "{{ cycler(1, 2).next() }}",
    "bytes": "{{ (1).to_bytes(999999999) }}",
}


def stopped(template: str, tmp_path: Path) -> Stop:
    folder = tmp_path / "templates"
    folder.mkdir(exist_ok=True)
    (folder / "t.md.j2").write_text(f"một\n{template}\n", encoding="utf-8")
    with pytest.raises(Stop) as stop:
        render("t.md.j2", {"day": date(2022, 9, 30)}, tmp_path)
    assert stop.value.values["file"] == str(folder / "t.md.j2")
    assert stop.value.values["line"] == 2
    return stop.value


@pytest.mark.parametrize("name", MUCH)
def test_a_template_that_makes_too_much_is_stopped_soon_and_small(name: str, tmp_path: Path) -> None:
    began = time.process_time()
    assert stopped(MUCH[name], tmp_path).reason in ("template-too-much", "template-invalid")
    assert time.process_time() - began < 5


@pytest.mark.parametrize("name", ["much joined", "long literal text", "blocks of blocks", "much replaced"])
def test_a_template_that_makes_too_much_takes_little_memory(name: str, tmp_path: Path) -> None:
    tracemalloc.start()
    stopped(MUCH[name], tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 300_000_000


@pytest.mark.parametrize("name", REFUSED)
def test_chance_the_clock_and_what_makes_much_of_little_are_out(name: str, tmp_path: Path) -> None:
    assert stopped(REFUSED[name], tmp_path).reason == "template-invalid"


def test_what_a_report_needs_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    lines = {
        '{{ "%02d" | format(rows | length) }} {{ "%s: %.1f" % ("a", 2) }}': "02 a: 2.0",
        "{% for row in rows if row.n %}{{ loop.index }}/{{ loop.length }}{{ ' ' if not loop.last }}{% endfor %}": (
            "1/2 2/2"
        ),
        "{{ rows | map(attribute='name') | join('; ') | upper }}": "SỞ A; SỞ B",
        "{{ rows | sum(attribute='n') }} {{ 2 ** 10 }} {{ [1, 2] + [3] == [1, 2, 3] }}": "3 1024 True",
        "{% for k, v in {'a': 1}.items() %}{{ k ~ v }}{% endfor %}": "a1",
        "{{ 'Sở A'.split(' ')[0] | replace('S', 's') }}": "sở",
        "{% macro m(x, y=[1]) %}{{ x }}{{ caller() }}{{ y[0] }}{% endmacro %}{% call m(1) %}b{% endcall %}": "1b1",
        "{% set n = namespace(x=0) %}{% for i in range(5) %}{% set n.x = n.x + i %}{% endfor %}{{ n.x }}": "10",
    }
    for template, said in lines.items():
        (folder / "t.md.j2").write_text(template, encoding="utf-8")
        rows = [{"name": "Sở A", "n": 1}, {"name": "Sở B", "n": 2}]
        assert render("t.md.j2", {"rows": rows}, tmp_path).strip() == said
    assert "random" not in FILTERS
