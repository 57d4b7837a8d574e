"""The report as PDF: tagged, archivable, with alternative text for every chart (PDF/UA-1 and PDF/A-2a)."""

import json
import tempfile
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import font_lato
import typst

from accountability.charts import chart_svg
from accountability.exports.document import Document
from accountability.exports.figures import series_from, table_heading, table_rows
from accountability.exports.footing import FOOTING_HEADING, footing_rows

TEMPLATE = Path(__file__).resolve().parents[2] / "templates" / "reports" / "assurance_report.typ"
FONTS = Path(font_lato.__file__).parent / "files"


def render(document: Document) -> bytes:
    """Return the PDF of a frozen document. The same document gives the same pages."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "report.typ").write_bytes(TEMPLATE.read_bytes())
        (root / "document.json").write_text(json.dumps(_content(document, root)), encoding="utf-8")
        compiled = typst.compile(
            root / "report.typ",
            root=root,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            pdf_standards=["ua-1", "a-2a"],
            timestamp=_moment(document),
        )
    return bytes(compiled)


def _content(document: Document, root: Path) -> dict[str, Any]:
    """Return the document with each measure's table spelled out and its chart drawn beside it."""
    measures = []
    for number, measure in enumerate(document["measures"], start=1):
        series = series_from(measure["series"])
        chart = f"chart-{number}.svg"
        drawing = chart_svg(series, prefix=f"chart-{number}")
        if drawing:
            (root / chart).write_text(drawing, encoding="utf-8")
        measures.append(
            {
                **measure,
                "chart": chart if drawing else None,
                "alternative": " ".join(measure["finding"]["sentences"]),
                "heading": table_heading(series),
                "rows": table_rows(series),
            }
        )
    footing = {**document["footing"], "heading": FOOTING_HEADING, "rows": footing_rows(document)}
    return {**document, "measures": measures, "footing": footing}


def _moment(document: Document) -> datetime:
    return datetime.combine(date.fromisoformat(document["frozen_date"]), time(), tzinfo=UTC)
