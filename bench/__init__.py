"""How fast govreport is, as a multiple of the time Python takes to decode the text and split it into lines."""
