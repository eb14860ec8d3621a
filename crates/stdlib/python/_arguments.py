# Binds the arguments of functions that are made at run time, in the words of Python/ceval.c.


def bind(shown, names, defaults, keyword_only, args, keywords):
    """A dict of the values by name. `names`: the positional parameters, the receiver left out of all of it but the counts;
    `defaults`: values by name, of both kinds."""
    bound = dict(zip(names, args))
    for name, v in keywords.items():
        if name not in names and name not in keyword_only:
            raise TypeError(shown + '() got an unexpected keyword argument ' + repr(name))
        if name in bound:
            raise TypeError(shown + '() got multiple values for argument ' + repr(name))
        bound[name] = v
    if len(args) > len(names):
        _raise_too_many(shown, names, defaults, len([k for k in keyword_only if k in bound]), len(args))
    _check_missing(shown, names, defaults, bound, 'positional')
    _check_missing(shown, keyword_only, defaults, bound, 'keyword-only')
    return {name: bound[name] if name in bound else defaults[name] for name in (*names, *keyword_only)}


def _raise_too_many(shown, names, defaults, keywords, given):
    most = len(names) + 1
    least = most - len([name for name in names if name in defaults])
    if least < most:
        takes, plural = 'from ' + str(least) + ' to ' + str(most), True
    else:
        takes, plural = str(most), most != 1
    given += 1
    also = ''
    if keywords:
        also = ' positional argument' + ('s' if given != 1 else '') + ' (and ' + str(keywords) + ' keyword-only argument'
        also += ('s' if keywords != 1 else '') + ')'
    verb = 'was' if given == 1 and not keywords else 'were'
    raise TypeError(shown + '() takes ' + takes + ' positional argument' + ('s' if plural else '') + ' but ' + str(given)
                    + also + ' ' + verb + ' given')


def _check_missing(shown, names, defaults, bound, kind):
    missing = [repr(name) for name in names if name not in bound and name not in defaults]
    if not missing:
        return
    if len(missing) == 1:
        listed = missing[0]
    elif len(missing) == 2:
        listed = missing[0] + ' and ' + missing[1]
    else:
        listed = ', '.join(missing[:-1]) + ', and ' + missing[-1]
    plural = 's' if len(missing) > 1 else ''
    raise TypeError(shown + '() missing ' + str(len(missing)) + ' required ' + kind + ' argument' + plural + ': ' + listed)
