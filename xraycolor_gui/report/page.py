"""HTML of reports: one page that refers to nothing outside itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from xraycolor_gui.io.resources import resource
from xraycolor_gui.report.figures import as_source

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def document(title: str, parts: Iterable[str]) -> str:
    """The whole text of a page. parts: HTML."""
    style = resource("style/report.css").read_text(encoding="utf-8")
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{style}</style>'
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{"".join(parts)}</body></html>\n'


def cell_of(text: str) -> str:
    """A cell of a table that holds this text."""
    return f"<td>{escape(text)}</td>"


def table_of(
    head: Sequence[str], lines: Sequence[Sequence[str]], *, numbers: Collection[int] = (), strong: int = 0
) -> str:
    """lines: cells as HTML. numbers: columns that hold numbers. strong: how many first lines matter most."""
    titles = "".join(
        f"<th{' class=n' if place in numbers else ''}>{escape(one)}</th>" for place, one in enumerate(head)
    )
    body = "".join(
        f"<tr{' class=ours' if place < strong else ''}>{''.join(cells)}</tr>" for place, cells in enumerate(lines)
    )
    return f'<div class="wide"><table><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table></div>'


def figure_of(figure: Figure | None, caption: str) -> str:
    """The figure with its caption; nothing where there is none."""
    if figure is None:
        return ""
    words = escape(caption)
    return f'<figure><img alt="{words}" src="{as_source(figure)}"><figcaption>{words}</figcaption></figure>'
