"""The report as a Word file, poured into a template that a board office can restyle."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage
from jinja2.sandbox import SandboxedEnvironment

from accountability.charts import chart_png
from accountability.exports.document import Document
from accountability.exports.figures import long_date, series_from, table_heading, table_rows
from accountability.exports.footing import FOOTING_HEADING, footing_rows

TEMPLATE = Path(__file__).resolve().parents[2] / "templates" / "reports" / "assurance_report.docx"
PICTURE_WIDTH = Cm(16)


def render(document: Document, template: Path = TEMPLATE) -> bytes:
    """Return the Word file of a frozen document."""
    word = DocxTemplate(template)
    environment = SandboxedEnvironment(autoescape=True)
    environment.filters["long_date"] = long_date
    measures = [_measure(measure, word) for measure in document["measures"]]
    footing = {**document["footing"], "heading": FOOTING_HEADING, "rows": footing_rows(document)}
    report = {**document, "measures": measures, "footing": footing}
    word.render({"report": report}, jinja_env=environment)
    saved = BytesIO()
    word.save(saved)
    alternatives = [measure["alternative"] for measure in measures if measure["chart"]]
    return _finished(saved, document, alternatives)


def _measure(measure: dict[str, Any], word: DocxTemplate) -> dict[str, Any]:
    series = series_from(measure["series"])
    picture = chart_png(series)
    return {
        **measure,
        "title": series.measure.title,
        "chart": InlineImage(word, BytesIO(picture), width=PICTURE_WIDTH) if picture else "",
        "alternative": " ".join(measure["finding"]["sentences"]),
        "finding_text": " ".join(measure["finding"]["sentences"]),
        "notes_text": " ".join(measure["finding"]["notes"]),
        "heading": table_heading(series),
        "rows": table_rows(series),
    }


def _finished(saved: BytesIO, document: Document, alternatives: list[str]) -> bytes:
    """Set the document's properties, and the words that stand for each chart."""
    saved.seek(0)
    word = docx.Document(saved)
    word.core_properties.title = f"{document['title']}: {document['organisation']['name']}"
    word.core_properties.author = document["organisation"]["name"]
    word.core_properties.language = "en-GB"
    for shape, words in zip(word.inline_shapes, alternatives, strict=True):
        shape._inline.docPr.set("descr", words)
    finished = BytesIO()
    word.save(finished)
    return finished.getvalue()
