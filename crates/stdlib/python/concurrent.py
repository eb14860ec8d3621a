# A package for concurrent.futures alone.
