"""What a report says of itself, found by evidence: every place that may say it is read, weighed, and kept.

`places` reads the tree and the page's head, a module a field (or a kind of field) finds the candidates, `weights` says
how far each place can be trusted, `weighing` decides.  All of it is read off the tree when asked, so that edits show.
"""
