"""The check: a letter held against the record, citation by citation, quotation by quotation, rule by rule."""

from onrecord.letters.check.run import check

__all__ = ["check"]
