"""parplan explain [CODE]: what a code means, a smallest example, how to mend it; without a code, the list.

Must not look at any workspace.
"""

from __future__ import annotations

from typing import Annotated

from parplan.errors import explanation
from parplan.finding import Code, Stop
from parplan.options.codes import slugs
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument
from parplan.output.terminal import console as terminal
from parplan.spelling import closest, fold
from parplan.views.explain import code_list, code_page
from parplan.views.setup.next import Then


def explain(code: Annotated[str | None, Argument()] = None, lang: Lang = None) -> Then:
    """Explain one code, or list those whose name holds what was typed."""
    said = say(lang)
    asked = fold(code or "")
    if asked in slugs():
        known = Code.of(asked)
        terminal.code_page(code_page(explanation(known, said.language), said))
        return Then()
    holding = [known for known in Code if asked in known.slug or asked == known.family.value]
    if not holding:
        raise Stop("code-unknown", text=asked, near=closest(asked, slugs()))
    terminal.show(terminal.table(code_list(holding, said)))
    return Then("explain", holding[0].slug)
