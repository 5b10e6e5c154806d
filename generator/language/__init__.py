"""Language: what an article's words name, and in what language they are written. The only room that knows spaCy."""

from __future__ import annotations

from generator.language.analysis import analyze, analyze_many
from generator.language.models import Model, load_model, model_identity

__all__ = ["Model", "analyze", "analyze_many", "load_model", "model_identity"]
