"""Records what CPython 3.11 answers, into the tables under tests/data that the tests compare with, and Unicode's
tables under src/unicode.

    PYTHONHASHSEED=0 python3.11 tests/record.py            everything but the next
    PYTHONHASHSEED=0 python3.10 tests/record.py hash_sip24 the hashes of 3.10

Rows are fields between tabs, in ASCII: a backslash, a control character or one beyond ASCII is written \\u{hex}.
An answer is =text, or !ExceptionName: message.
"""
import _string
import decimal
import math
import os
import random
import struct
import sys

import record_unicode

HERE = os.path.dirname(os.path.abspath(__file__))
MAX_DIGITS = 4300


def escape(text):
    return "".join(c if " " <= c <= "~" and c != "\\" else "\\u{%x}" % ord(c) for c in text)


def write(name, rows):
    with open(os.path.join(HERE, "data", name + ".tsv"), "w", newline="\n") as out:
        for row in rows:
            out.write("\t".join(escape(str(field)) for field in row) + "\n")


def answer(function, show=str):
    try:
        return "=" + show(function())
    except Exception as error:
        return "!%s: %s" % (type(error).__name__, error)


def bits(value):
    return "%016x" % struct.unpack("<Q", struct.pack("<d", value))[0]


def from_bits(word):
    return struct.unpack("<d", struct.pack("<Q", word))[0]


# ---- values to try

NAMED_FLOATS = [
    0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, 3.5, -2.5, 0.125, 1e15, 1e16, 1e17, 123456789012345678.0, 1e-4, 1e-5,
    0.00012345, 9.5e-5, 1e21, 1e22, 1e23, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1 / 3, 2 / 3, 100.0,
    1234.5678, 999999.5, 9999995.0, 0.999999999, 1e100, 123.456, 99.995, 2.675, 1.005, 0.045, 1e6, 1e5, 12345678.9,
    float("inf"), float("-inf"), float("nan"), 9007199254740993.0, 4503599627370497.5, 0.3, 0.7, 1e300, 3.0, 10.0,
]


def floats(rng, count):
    values = list(NAMED_FLOATS)
    while len(values) < count:
        kind = rng.randrange(5)
        if kind == 0:
            value = from_bits(rng.getrandbits(64))
        elif kind == 1:
            value = rng.randrange(-10**6, 10**6) / 10 ** rng.randrange(0, 7)
        elif kind == 2:
            value = 2.0 ** rng.randrange(-1074, 1024)
        elif kind == 3:
            value = rng.uniform(-1000, 1000)
        else:
            value = (rng.randrange(-4000, 4000) + 0.5) / 2 ** rng.randrange(0, 12)
        if value == value:
            values.append(value)
    return values


NAMED_INTS = [0, 1, -1, 2, 7, -7, 10, 255, -255, 1234, 1234567, 2**31, 2**53 + 1, 2**63 - 1, -2**63, 2**63, 10**18, 10**19,
              -10**20, 2**64, 2**100 + 1, -3**80, 10**40, 2**1024, 65, 0x10FFFF, 0x110000]


def ints(rng, count):
    values = list(NAMED_INTS)
    while len(values) < count:
        value = rng.getrandbits(rng.choice([4, 8, 16, 31, 53, 62, 63, 64, 65, 100, 128, 200, 700]))
        values.append(-value if rng.randrange(2) else value)
    return values


LETTERS = "aZ09 _-'\"\\\t\n\r\x00\x1c\x7f\x85\xa0\xadéßÿŁǅǆſΣσς\u0345İıŉﬁ\u2028٣५²½Ⅷ一漢ｱ\u200b\ufeff😀𝔘𐐀\U0001d7d8\U000e0001\u00b7\u0301.:"


def texts(rng, count):
    named = ["", "a", "it's", 'say "hi"', "it's \"both\"", "tab\tnew\nline", "\x00\x7f", "naïve", "日本", "😀", "ΑΣ", "ΑΣ Σ", "Σ",
             "ὈΔΥΣΣΕΎΣ", "ß", "ǆ Ǆ ǅ", "they're bill's", "hello world", "HELLO", "ﬃ", "İstanbul", "a\r\nb\rc\n", "x1", "1x",
             "_", "class", "١٢٣", "½", "²", "\u3000 \xa0", "a\x1cb\x85c\u2029d", "\x0b\x0c", "e\u0301", "x\u00b7"]
    while len(named) < count:
        named.append("".join(rng.choice(LETTERS) for _ in range(rng.randrange(1, 9))))
    return named


# ---- tables


def table_float_repr(rng):
    return [(bits(x), repr(x), x.hex()) for x in floats(rng, 700)] + [
        (bits(2.0**n), repr(2.0**n), (2.0**n).hex()) for n in range(-1074, 1024, 3)]


def float_specs(rng):
    spec = rng.choice(["", "", "<", ">", "^", "=", "*<", "x^", "0=", "é>"]) + rng.choice(["", "", "+", "-", " "])
    spec += rng.choice(["", "", "", "z"]) + rng.choice(["", "", "", "#"]) + rng.choice(["", "", "0"])
    spec += rng.choice(["", "", str(rng.randrange(1, 26))]) + rng.choice(["", "", ",", "_"])
    spec += rng.choice(["", "", "." + str(rng.randrange(0, 22))])
    return spec + rng.choice(["", "e", "E", "f", "F", "g", "G", "n", "%", "f", "g"])


BAD_SPECS = ["abc", "10k3", ".", "5.", ",_", "_,", ",,", "__", ",x", "_x", ",n", ",c", "_c", "+c", "#c", "zc", "d", "s", "y",
             "\t", "é", "999999999999999999999", ".99999999999999999999f", ".9999999999f", "z", "zf", "=5", "+", " ", "#",
             ",s", "_s", "{}", "<<<", "05", "0<5", "٣d", ".3", ".3d", "c", "x", "n", "%", "!", "5!", "<5c", "05c", "=05c", ",",
             "\x7f", ",\x7f", "#_x", "_b", "#010_b"]


def table_float_format(rng):
    values = floats(rng, 300)
    rows = [(bits(x), "", answer(lambda: format(x, ""))) for x in values[:60]]
    for spec in BAD_SPECS:
        rows.append((bits(1234.5), spec, answer(lambda: format(1234.5, spec))))
    for x in values:
        for _ in range(4):
            spec = float_specs(rng)
            rows.append((bits(x), spec, answer(lambda: format(x, spec))))
    for precision in (50, 330, 1080, 1200):
        for code in "efg":
            spec = "#.%d%s" % (precision, code)
            rows += [(bits(x), spec, answer(lambda: format(x, spec))) for x in (0.1, 5e-324, 1.7976931348623157e308)]
    return rows


def table_int_format(rng):
    rows = [(5, s, answer(lambda: format(5, s))) for s in BAD_SPECS]
    rows += [(10**400, "f", answer(lambda: format(10**400, "f"))), (10**30, "c", answer(lambda: format(10**30, "c"))),
             (-1, "c", answer(lambda: format(-1, "c")))]
    for n in ints(rng, 250):
        for _ in range(3):
            spec = rng.choice(["", "", "<", ">", "^", "=", "*<", "x^", "0="]) + rng.choice(["", "", "+", "-", " "])
            spec += rng.choice(["", "", "#"]) + rng.choice(["", "", "0"]) + rng.choice(["", "", str(rng.randrange(1, 40))])
            spec += rng.choice(["", "", ",", "_"]) + rng.choice(["", "d", "x", "X", "o", "b", "n", "f", "e", "%", "g"])
            rows.append((n, spec, answer(lambda: format(n, spec))))
    return rows


def table_str_format(rng):
    rows = [("abc", s, answer(lambda: format("abc", s))) for s in BAD_SPECS]
    for text in texts(rng, 120):
        for _ in range(3):
            spec = rng.choice(["", "<", ">", "^", "*<", "é^", "=", "+>"]) + rng.choice(["", "", "0"])
            spec += rng.choice(["", str(rng.randrange(1, 20))]) + rng.choice(["", "." + str(rng.randrange(0, 6))])
            spec += rng.choice(["", "s", "s", "d"])
            rows.append((text, spec, answer(lambda: format(text, spec))))
    return rows


def argument(value):
    if isinstance(value, int):
        return "i%d" % value
    return "f" + bits(value) if isinstance(value, float) else "s" + value


BAD_PERCENTS = ["%", "%5", "%.", "%#", "%l", "%*", "%.*", "%5%", "%l%", "%.3%", "%y", "%é", "%hhd", "%1$s", "%b", "a", "%s%s", "%d%",
                "100%", "%s %", "%é%", "日%y", "%99999999999999999999d", "%.99999999999d", "%hd", "%Ld", "%(", "%(a", "%(a)s", "%(a",
                "%*d", "%.*d", "%%", "%%%s%%", "%-%", "% ", "\x00%\x01", "%*", "%*.*f", "%.-3d", "%c", "%5c|", "%-5c|", "%.2s|", "%r", "%a",
                "%u", "%i", "%+s"]


def table_percent(rng):
    rows = []
    for text in BAD_PERCENTS:
        for args in [(), (1,), (3, 2), ("é",), (1.5,), ("ab", 1), (10**30, 1), (3, 2, 1.25)]:
            rows.append([text, answer(lambda: text % args)] + [argument(a) for a in args])
    for n in ints(rng, 200):
        text = "[%" + "".join(c for c in "-+ #0" if rng.randrange(3) == 0) + rng.choice(["", "1", "12", "30", "*"])
        text += rng.choice(["", "", ".", ".0", ".5", ".25", ".*"]) + rng.choice("diuoxXdxc") + "]"
        args = [rng.randrange(-20, 30) for _ in range(text.count("*"))] + [n]
        rows.append([text, answer(lambda: text % tuple(args))] + [argument(a) for a in args])
    for x in floats(rng, 300):
        text = "%" + "".join(c for c in "-+ #0" if rng.randrange(3) == 0) + rng.choice(["", "1", "12", "30", "*"])
        text += rng.choice(["", "", ".", ".0", ".5", ".20", ".*"]) + rng.choice("eEfFgG") + "%%"
        args = [rng.randrange(-20, 30) for _ in range(text.count("*"))] + [x]
        rows.append([text, answer(lambda: text % tuple(args))] + [argument(a) for a in args])
    for value in texts(rng, 100):
        text = "%" + "".join(c for c in "-+ #0" if rng.randrange(3) == 0) + rng.choice(["", "3", "12"])
        text += rng.choice(["", "", ".", ".2", ".5"]) + rng.choice("sssrac")
        rows.append([text, answer(lambda: text % (value,)), argument(value)])
    return rows


TEMPLATES = ["", "plain", "{", "}", "{{", "}}", "{{}}", "{}", "{0}", "{a.b[c]}", "{!r}", "{0!s:>{1}}", "{0!", "{0!r", "{0!rr}", "{0:",
             "{0:{}", "{a{}", "{0[a", "{0[a]b}", "{0.}", "{0[]}", "a{b}c{d}e", "{{{0}}}", "}{", "{0[}]}", "{0[:]!r:x}", "{:{}{}}", "{0!é}",
             "é{日}😀{x!a:é}", "{0:{{}}}", "{!}", "{:}", "{!:}", "{0!r:}", "{ }", "{a b}", "{0:a}b}", "{a!r:{b!s:{c}}}", "x}}y", "x{{y", "x}y"]


def table_template(rng):
    def pieces(text):
        return "|".join(repr(p) for p in _string.formatter_parser(text))

    every = TEMPLATES + ["".join(rng.choice("{}{}!:[].0ab") for _ in range(rng.randrange(1, 12))) for _ in range(500)]
    return [(text, answer(lambda: pieces(text))) for text in every]


def table_field_name(rng):
    def split(text):
        first, rest = _string.formatter_field_name_split(text)
        return repr(first) + "".join("|" + repr(r) for r in rest)

    named = ["", "0", "00", "7", "-1", "a", "a.b", "a[0]", "a[b].c", "0.a[1][-1]", "a.", "a[", "a[]", "a]", "a[b]c", "a..b", "99999999999999999999",
             "9223372036854775807", "9223372036854775808", "a[99999999999999999999]", "é.日[漢]", "a[ 1]", ".a", "[1]", "٣", "a[٣]", "1a", "+1"]
    named += ["".join(rng.choice("ab01.[].[]") for _ in range(rng.randrange(1, 9))) for _ in range(300)]
    return [(text, answer(lambda: split(text))) for text in named]


INTS_TO_PARSE = ["", " ", "5", " 5 ", "+5", "-5", "- 5", "--5", "1_000", "1__0", "_1", "1_", "0x1f", "0X1F", "0b101", "0o17", "0x_f", "0x__f",
                 "0x", "0_7", "00", "0_0", "017", "0", "-0x10", "٣٤", "\u30005\xa0", "\x1c5", "\x855", "z", "Zz", "1e5", "1.0", "½", "²", "𝟘𝟙", "0b1",
                 "0b2", "0o8", "9" * 4300, "9" * 4301, "0" * 4301, "f" * 5000, "1" * 30, "-" + "8" * 40, "9223372036854775807",
                 "9223372036854775808", "-9223372036854775808", "x" * 300, "a'b", "5\x00", "5\n", "\t5", "5 5", "0_x1", "+ 1", "٠x1f", "٠5"]


def table_parse_int(rng):
    rows = []
    for text in INTS_TO_PARSE:
        for base in (0, 2, 8, 10, 16, 36) if len(text) < 100 else (10, 16):
            rows.append((text, base, answer(lambda: int(text, base), str if len(text) < 1000 else hex)))
    rows += [("5", base, answer(lambda: int("5", base))) for base in (1, 37)]
    for n in ints(rng, 100):
        base, text = rng.choice([(10, str(n)), (0, hex(n)), (16, "%x" % n), (2, bin(n)), (8, oct(n)), (0, bin(n))])
        rows.append((text, base, answer(lambda: int(text, base))))
    return rows


FLOATS_TO_PARSE = ["", " ", "1", "1.", ".5", ".", "1e5", "1E5", "1e", "e5", "1e+5", "1e-400", "1e400", "-1e400", "inf", "-INF", "Infinity", "nan",
                   "-NaN", "infinit", "1_0.0_1e1_0", "_1", "1_", "1_.5", "1._5", "1_e5", "1e_5", "1__0", " 1.5\n", "\xa01.5\u3000", "\x1c1", "١.٥", "+-1",
                   "0x10", "1,5", "1 5", "--1", "1.5.5", "i_nf", "1e5.0", "infinity_", "½", "1d5", "1f", "2.2250738585072011e-308", "5e-324",
                   "2.4703282292062327e-324", "2.4703282292062328e-324", "1.7976931348623159e308", "9007199254740993", "0." + "0" * 400 + "1e400",
                   "1" * 400, "1\x00", "+1", "+.5", "-.e1", "1e0000000000000000005", "1.e5"]


def table_parse_float(rng):
    rows = [(text, answer(lambda: float(text), bits)) for text in FLOATS_TO_PARSE]
    for x in floats(rng, 150):
        text = rng.choice(["%.17g", "%.16e", "%r", "%.3f", "%.40e"]) % x
        rows.append((text, answer(lambda: float(text), bits)))
    return rows


HEX_FLOATS = ["0x1p0", "1p0", "0x.8p1", "0x1.8", "0X1.8P-3", "0x", "0x.p1", "zz", "0x1p99999", "0x1p-99999", "-0x1p-1074", "0x1p-1075",
              "0x1.8p-1075", "0x1.00000000000008p0", "0x1.00000000000018p0", "0x1.000000000000080001p0", "inf", "-Infinity", "nan", " 0x1p0\n", "0x1p",
              "0x1p+", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "0x0p99999999999999999999", "0x1p99999999999999999999", "ff", "+1.0", "0x1_0",
              "0x123456789abcdef012345p-40", "0x1pz", "1.2.3", "0x1.p5", "-0x0p0", "0xinf", "0x0.0000000000000000000000001p10", "é"]


def table_fromhex(rng):
    rows = [(text, answer(lambda: float.fromhex(text), bits)) for text in HEX_FLOATS]
    for x in floats(rng, 100):
        text = x.hex()
        if rng.randrange(2):
            text = "%s0x%x.%xp%d" % (rng.choice("+-"), rng.getrandbits(60), rng.getrandbits(90), rng.randrange(-1200, 1000))
        rows.append((text, answer(lambda: float.fromhex(text), bits)))
    return rows


INT_OPERATIONS = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "//": lambda a, b: a // b, "%": lambda a, b: a % b,
    "divmod": divmod, "&": lambda a, b: a & b, "|": lambda a, b: a | b, "^": lambda a, b: a ^ b, "<<": lambda a, b: a << b,
    ">>": lambda a, b: a >> b, "neg": lambda a, b: -a, "invert": lambda a, b: ~a, "abs": lambda a, b: abs(a),
    "bit_length": lambda a, b: a.bit_length(), "bit_count": lambda a, b: a.bit_count(), "bin": lambda a, b: bin(a), "oct": lambda a, b: oct(a),
    "hex": lambda a, b: hex(a), "round": round, "pow5": lambda a, b: pow(a, 5, b), "powbig": lambda a, b: pow(a, 10**20 + 7, b),
    "inverse": lambda a, b: pow(a, -1, b), "cmp": lambda a, b: (a > b) - (a < b),
}
ERRORS = [("<<", 1, -1), (">>", 1, -1), ("//", 1, 0), ("%", 1, 0), ("divmod", 1, 0), (">>", -5, 2**70), ("<<", 0, 2**70), ("pow5", 2, 0)]


def table_int_op(rng):
    left, right = ints(rng, 90), ints(rng, 80)
    rows = []
    for name, operation in INT_OPERATIONS.items():
        for a in rng.sample(left, 30) + left[:8]:
            b = rng.choice(right)
            if name in ("<<", ">>", "round"):
                b = b % 300 - (280 if name == "round" else 0)
            rows.append((name, a, b, answer(lambda: operation(a, b))))
    rows += [(name, a, b, answer(lambda: INT_OPERATIONS[name](a, b))) for name, a, b in ERRORS]
    for a in [0, 1, -1, 2, -2, 3, 10, -10, 7**20, 2**63, -2**63]:
        for b in [0, 1, 2, 3, 7, 62, 63, 64, 65, 100, -1, -2, -3]:
            rows.append(("pow", a, b, answer(lambda: a**b, lambda r: bits(r) if isinstance(r, float) else str(r))))
    for a in [5, 15, 25, -15, -25, 1234567, 10**30 + 5 * 10**9, 0, 2**63 - 1, -2**63]:
        rows += [("round", a, -k, answer(lambda: round(a, -k))) for k in (0, 1, 2, 10, 19, 20, 40)]
    return rows


def table_true_divide(rng):
    values = ints(rng, 60) + [10**400, -10**310, 1, 2**53 - 1, 2**54 + 2, 3 * 2**1070]
    rows = []
    for a in values:
        for b in rng.sample(values, 6) + [0, 3]:
            rows.append((a, b, answer(lambda: a / b, bits)))
    # Ties and subnormal quotients.
    for _ in range(150):
        b = rng.getrandbits(70) | 1
        a = b * (2 * rng.getrandbits(53) + 1) + rng.randrange(-1, 2)
        scale = rng.choice([0, 0, 1100, 1140])
        rows.append((a, b << scale, answer(lambda: a / (b << scale), bits)))
    return rows


def table_int_float(rng):
    rows = []
    for n in ints(rng, 200) + [10**309, -10**309, 2**1024 - 2**970, 2**1024 - 2**970 - 1, 2**64 + 2**11, 2**64 + 2**11 + 1, 3 * 2**64 + 3 * 2**12]:
        x = rng.choice([float(n % 2**60), n / 3 if abs(n) < 10**300 else 0.5, float("inf"), float("-inf"), float("nan"), -0.5, 1e300])
        order = "nan" if x != x else str((n > x) - (n < x))
        rows.append((n, answer(lambda: float(n), bits), bits(x), order))
    return rows


def table_float_op(rng):
    operations = {"/": lambda a, b: a / b, "//": lambda a, b: a // b, "%": lambda a, b: a % b}
    values = floats(rng, 170)
    rows = []
    for name, operation in operations.items():
        for a in values:
            b = rng.choice(values)
            rows.append((name, bits(a), bits(b), answer(lambda: operation(a, b), bits)))
    rows += [(name, bits(1.0), bits(0.0), answer(lambda: op(1.0, 0.0), bits)) for name, op in operations.items()]
    rows.append(("divmod", bits(1.0), bits(0.0), answer(lambda: divmod(1.0, 0.0))))
    rows.append(("divmod", bits(-7.5), bits(2.0), answer(lambda: divmod(-7.5, 2.0), lambda p: bits(p[0]) + bits(p[1]))))
    return rows


def nearest_power(a, b):
    """The float nearest to the true power, which the C library does not always find."""
    with decimal.localcontext() as context:
        context.prec = 60
        return bits(float(decimal.Decimal(a) ** decimal.Decimal(b)))


def table_pow(rng):
    special = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 3.0, float("inf"), float("-inf"), float("nan"), 1e300, -1e300, 5e-324, 2.0**53 + 1]
    rows = [(bits(a), bits(b), answer(lambda: a**b, lambda r: bits(r) if isinstance(r, float) else "complex"), "")
            for a in special for b in special]
    pairs = [(rng.randrange(1, 2000) / rng.choice([1, 2, 4, 10, 100]), float(rng.randrange(-12, 13))) for _ in range(300)]
    pairs += [(rng.uniform(0, 100), rng.uniform(-30, 30)) for _ in range(500)]
    pairs += [(from_bits(rng.randrange(0x7FF << 52)), rng.uniform(-2, 2)) for _ in range(300)]
    pairs += [(1 + rng.uniform(-1e-6, 1e-6), rng.uniform(-1e8, 1e8)) for _ in range(300)]
    pairs += [(float(rng.randrange(1, 2**26)), 2.0) for _ in range(50)] + [(float(rng.randrange(1, 2**26)) ** 2, 0.5) for _ in range(50)]
    pairs += [(2.0, rng.uniform(-1080, -1010)) for _ in range(100)] + [(1.05, float(n)) for n in range(1, 60)]
    for a, b in pairs:
        power = answer(lambda: a**b, bits)
        rows.append((bits(a), bits(b), power, nearest_power(a, b) if power.startswith("=") else ""))
    return rows


def table_round(rng):
    rows = []
    for x in floats(rng, 300):
        for digits in rng.sample([0, 1, 2, 3, 5, 10, 15, 20, 100, 323, 324, -1, -2, -5, -20, -308, -309], 4):
            rows.append((bits(x), digits, answer(lambda: round(x, digits), bits)))
    rows += [(bits(x), d, answer(lambda: round(x, d), bits))
             for x in (5.0, 15.0, 25.0, 50.0, 50.000001, 150.0, 2.5, 1.7e308, 5e22, 1.5e23) for d in (0, -1, -2, -23, -308)]
    return rows


def table_float_int(rng):
    def ratio(x):
        return "%d/%d" % x.as_integer_ratio()

    return [(bits(x), answer(lambda: int(x)), answer(lambda: math.floor(x)), answer(lambda: math.ceil(x)), answer(lambda: round(x)),
             answer(lambda: ratio(x)), int(x.is_integer())) for x in floats(rng, 250)]


def predicates(text):
    checks = [text.isalpha(), text.isdecimal(), text.isdigit(), text.isnumeric(), text.isalnum(), text.isspace(), text.isidentifier(),
              text.isprintable(), text.istitle(), text.islower(), text.isupper()]
    return "".join(str(int(check)) for check in checks)


def table_text(rng):
    rows = []
    for text in texts(rng, 500):
        lines = "|".join(ascii(line) for line in text.splitlines(True)) + "||" + "|".join(ascii(line) for line in text.splitlines())
        rows.append((text, repr(text), ascii(text), predicates(text), text.lower(), text.upper(), text.title(), text.capitalize(),
                     text.swapcase(), text.casefold(), lines))
    return rows


def table_bytes(rng):
    named = [b"", b"a'b", b'a"b', b"a'\"b", bytes(range(256)), b"a\r\nb\rc\n\nd\x0be\x1cf", b"\r\n", b"\n\r"]
    named += [bytes(rng.choice(b"ab\r\n'\"\\\x00\xff\t ") for _ in range(rng.randrange(1, 12))) for _ in range(150)]
    return [(b.hex(), repr(b), hash(b), "|".join(x.hex() for x in b.splitlines()), "|".join(x.hex() for x in b.splitlines(True)))
            for b in named]


def table_hash_str(rng):
    named = ["", "a", "abc", "hello world", "é", "ÿ", "Ā", "日本語", "😀", "a😀", "x" * 7, "x" * 8, "x" * 9, "\x00"]
    named += texts(rng, 200)
    return [(text, hash(text)) for text in named]


def table_hash_number(rng):
    rows = [("i", n, hash(n)) for n in ints(rng, 150) + [2**61 - 1, 2**61 - 2, -2**61 + 1, 2**61, 2**122 - 1, -2, -1]]
    return rows + [("f", bits(x), hash(x)) for x in floats(rng, 250) if x == x]


def table_hash_group(rng):
    rows = []
    for size in list(range(0, 12)) + [50, 300]:
        for _ in range(6 if size < 50 else 2):
            items = [rng.getrandbits(rng.choice([3, 20, 61])) * rng.choice([1, -1]) % (2**61 - 1) for _ in range(size)]
            rows.append(("tuple", " ".join(str(hash(i)) for i in items), hash(tuple(items))))
            members = sorted(set(items))
            rows.append(("frozenset", " ".join(str(hash(i)) for i in members), hash(frozenset(members))))
    return rows


def main(names):
    if names == ["hash_sip24"]:
        write("hash_sip24", table_hash_str(random.Random("hash_str")))
        return
    assert sys.version_info[:2] == (3, 11) and os.environ.get("PYTHONHASHSEED") == "0"
    sys.set_int_max_str_digits(MAX_DIGITS)
    for name, function in list(globals().items()):
        if name.startswith("table_") and (not names or name[6:] in names):
            write(name[6:], function(random.Random(name[6:])))
    if not names or "unicode" in names:
        write("unicode", record_unicode.digests())
        record_unicode.write_tables()


main(sys.argv[1:])
