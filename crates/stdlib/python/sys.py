# What of sys is made of named fields.


class _Named(tuple):
    """A tuple whose items have names too."""
    _names = ()

    def __getattr__(self, name):
        names = type(self)._names
        if name in names:
            return self[names.index(name)]
        raise AttributeError(repr(type(self).__qualname__) + ' object has no attribute ' + repr(name))

    def __repr__(self):
        shown = [name + '=' + repr(v) for name, v in zip(type(self)._names, self)]
        return type(self).__module__ + '.' + type(self).__name__ + '(' + ', '.join(shown) + ')'


class version_info(_Named):
    _names = ('major', 'minor', 'micro', 'releaselevel', 'serial')


class hash_info(_Named):
    _names = ('width', 'modulus', 'inf', 'nan', 'imag', 'algorithm', 'hash_bits', 'seed_bits', 'cutoff')


class float_info(_Named):
    _names = ('max', 'max_exp', 'max_10_exp', 'min', 'min_exp', 'min_10_exp', 'dig', 'mant_dig', 'epsilon', 'radix',
              'rounds')


class _Implementation:
    def __repr__(self):
        return ('namespace(name=' + repr(self.name) + ', cache_tag=' + repr(self.cache_tag) + ', version='
                + repr(self.version) + ', hexversion=' + str(self.hexversion) + ')')


_minor = hexversion >> 16 & 255
version_info = version_info((3, _minor, hexversion >> 8 & 255, 'final', 0))
hash_info = hash_info((64, 2305843009213693951, 314159, 0, 1000003, 'siphash13' if _minor > 10 else 'siphash24', 64,
                       128, 0))
float_info = float_info((1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53,
                         2.220446049250313e-16, 2, 1))
implementation = _Implementation()
implementation.name = 'cpython'
implementation.cache_tag = 'cpython-3' + str(_minor)
implementation.version = version_info
implementation.hexversion = hexversion
api_version = 1013
float_repr_style = 'short'
copyright = ''
builtin_module_names = ('_asyncio', '_collections', 'builtins', 'sys', 'time')
del _minor
