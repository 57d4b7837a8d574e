"""From the bytes of a file to its rows, refusing what is cut short, garbled or not UTF-8."""

import csv
import io
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """What is wrong with a file, and on which row (the line where it starts; 0 for the file as a whole)."""

    row: int
    text: str

    def __str__(self) -> str:
        return f"Row {self.row}: {self.text}" if self.row else self.text


class RefusedFileError(Exception):
    """A file that is refused whole, with everything that is wrong with it."""

    def __init__(self, file_name: str, problems: list[Problem]) -> None:
        super().__init__(f"{file_name} is refused: {'; '.join(map(str, problems))}")
        self.file_name = file_name
        self.problems = sorted(problems, key=lambda problem: problem.row)


@dataclass(frozen=True)
class Record:
    """One row of a file as it stands, with the number of the line where it starts."""

    row: int
    fields: tuple[str, ...]


def records_of(content: bytes, problems: list[Problem]) -> list[Record]:
    """Return the rows of a comma-separated file, adding to `problems` what stops it from being read."""
    text = _decoded(content, problems)
    if text is None:
        return []
    if not text.strip():
        problems.append(Problem(0, "The file is empty."))
        return []
    records = _split(text, problems)
    if not text.endswith(("\n", "\r")):
        row = text.count("\n") + 1
        problems.append(Problem(row, "the last line has no line end, so the file may have been cut short."))
    for record in records:
        if any(unicodedata.category(letter) == "Cc" for field in record.fields for letter in field):
            problems.append(Problem(record.row, "a field holds a line break or a control character."))
    return records


def _decoded(content: bytes, problems: list[Problem]) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        problems.append(Problem(row, f"not UTF-8 (byte {content[error.start]:#04x})."))
        return None


def _split(text: str, problems: list[Problem]) -> list[Record]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records: list[Record] = []
    start = 1
    try:
        for fields in reader:
            records.append(Record(start, tuple(field.strip() for field in fields)))
            start = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(start, f"cannot be read as comma-separated values ({error})."))
    return records
