"""A finding in plain words that a board member can read aloud, built from the result object alone."""

from dataclasses import dataclass

from accountability.statistics.gap_words import gap_notes, gap_sentences
from accountability.statistics.level_words import level_notes, level_sentences
from accountability.statistics.observations import State
from accountability.statistics.results import Finding, FindingKind, GapFinding

KIND_LABELS = {
    FindingKind.NARROWING: "Gap narrower",
    FindingKind.WIDENING: "Gap wider",
    FindingKind.REVERSED: "Gap has changed sides",
    FindingKind.IMPROVING: "Better",
    FindingKind.WORSENING: "Worse",
    FindingKind.RISING: "Higher",
    FindingKind.FALLING: "Lower",
    FindingKind.NO_CLEAR_CHANGE: "No clear change",
    FindingKind.TWO_POINTS_ONLY: "Two points only",
    FindingKind.SINGLE_POINT: "One point only",
    FindingKind.NO_INTERVALS: "No intervals published",
    FindingKind.SUPPRESSED: "Suppressed",
    FindingKind.MISSING: "Missing at source",
    FindingKind.NOT_REPORTED: "Not reported",
    FindingKind.NOT_APPLICABLE: "Not applicable",
}
STATE_SENTENCES = {
    State.VALUE: "This figure was published for this period.",
    State.ZERO: "This is a true zero: people were counted, and there were none.",
    State.SUPPRESSED: "The publisher held this figure back, because small numbers could identify people.",
    State.MISSING: "We would expect a figure here, but the source does not contain one.",
    State.NOT_REPORTED: "The organisation did not report this figure, or was exempt from reporting it.",
    State.NOT_APPLICABLE: "This measure does not apply here, so there is nothing to count.",
}


@dataclass(frozen=True, slots=True)
class FindingWords:
    """A finding in words: up to four sentences to read aloud, and notes for the careful reader."""

    label: str
    sentences: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def headline(self) -> str:
        """The first sentence, which stands by itself."""
        return self.sentences[0]

    @property
    def text(self) -> str:
        """All sentences, then all notes, as one paragraph."""
        return " ".join(self.sentences + self.notes)


def words_for(finding: Finding) -> FindingWords:
    """The words of a finding: its kind in two or three words, its sentences and its notes."""
    if isinstance(finding, GapFinding):
        sentences, notes = gap_sentences(finding), gap_notes(finding)
    else:
        sentences, notes = level_sentences(finding), level_notes(finding)
    return FindingWords(KIND_LABELS[finding.kind], tuple(sentences), tuple(notes))


def state_sentence(state: State) -> str:
    """One plain sentence saying what it means that a point is in this state."""
    return STATE_SENTENCES[state]
