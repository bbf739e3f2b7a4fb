"""Right letters composed from a record, and faults planted in any right letter: the measure of the check."""
