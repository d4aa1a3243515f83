"""Tests of the parser that need no labels: what a change of a text does to its tree, where that is known beforehand.

For a text ``T`` and a change ``c``, ``parse(c(T))`` must be ``c(parse(T))``: a sentence put into a paragraph adds the
sentence to the paragraph, a site put around a document adds nothing to the document, a county's name in place of
another's gives another issuer.  Whether ``parse(T)`` is right does not come into it; `bench.score` counts that.

`views` says what is compared, `changes` what a change is, and each other module holds a family of changes.
`running` tries them, and ``python -m bench.invariances`` prints what came of it.
"""
