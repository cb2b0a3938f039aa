"""How a recorded session becomes a test: steps to deeds, deeds to lines, lines to a file that passes."""
