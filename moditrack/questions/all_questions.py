"""Every question that can be asked, in the order of the web pages."""

from __future__ import annotations

from moditrack.questions.agencies import RESPONSIBILITIES
from moditrack.questions.check import CHECKS
from moditrack.questions.commitments import COMMITMENTS
from moditrack.questions.compare import COMPARE
from moditrack.questions.define import DEFINE
from moditrack.questions.figures import FIGURES
from moditrack.questions.operations import OPERATIONS
from moditrack.questions.outcomes import OUTCOMES
from moditrack.questions.passages import CITATION
from moditrack.questions.search import SEARCH
from moditrack.questions.sources import SOURCES
from moditrack.questions.timeline import TIMELINE
from moditrack.questions.victims import VICTIMS

QUESTIONS = (
    OUTCOMES, VICTIMS, COMPARE, FIGURES, TIMELINE, OPERATIONS, RESPONSIBILITIES, COMMITMENTS,
    CHECKS, SEARCH, DEFINE, SOURCES, CITATION,
)  # fmt: skip
"""The questions."""
