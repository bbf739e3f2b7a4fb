"""The page for signing a letter: the only part of On Record that may stand on a public address.

It is an app of its own, with nothing of the workbench in it: it shows one version of one letter, and takes
requests to sign, which a person must accept.
"""
