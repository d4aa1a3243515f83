"""The parse: text to tree, a step a module; `pipeline` has their order."""
