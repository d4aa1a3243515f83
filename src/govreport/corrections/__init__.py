"""What people set right in trees: the file beside a page that says it, and putting it into the tree.

`fix` is what the file says and `files` where it stands; `correcting` puts it into a tree, with `bounds`, `headings` and
`fields`, each for its part; `source` cuts leaves anew and `outline` lays sections out flat and nests them again.  The
parse knows nothing of all this: what it gave is edited, and only a piece of the page that changes its zone is parsed
again, by itself.
"""
