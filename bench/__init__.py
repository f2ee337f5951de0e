"""Speed, as ratios to a reference in the same run. Each file is a command: `python -m bench.turns`."""
