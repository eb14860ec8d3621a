class _Missing:
    def __repr__(self):
        return '<Token.MISSING>'


_MISSING = _Missing()
