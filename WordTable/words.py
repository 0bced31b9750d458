"""Chooses the words of the table: the German and English stems most likely in a topic, each by its commonest form."""
import math
from typing import NamedTuple

from wordfreq import get_frequency_dict

OTHER = {"de": "en", "en": "de"}
# Two letters say too little, but for these.
SHORT = {"ki", "ai", "it", "eu", "un", "hr", "pr", "vr", "ar", "ux", "ui", "tv", "ml", "uk", "us"}
# What people call fields by is rarer in everyday language than it is in topics.
FIELDS = {
    "de": ("ung", "schaft", "ik", "logie", "logisch", "medizin", "recht", "kunst", "wesen", "bau", "schutz", "technik",
           "therapie", "politik", "wirtschaft", "forschung", "kultur", "ismus", "tät", "ation", "pflege", "handel",
           "ketten", "nomie", "grafie", "graphie", "pädie", "iatrie", "kunde", "lehre", "musik", "sport", "arbeit", "erei", "lyse", "zucht", "chirurgie"),
    "en": ("ology", "ics", "ture", "tion", "ment", "graphy", "nomy", "ism", "care", "medicine", "istry", "iatry",
           "therapy", "craft", "ware", "ship", "work", "keeping", "making", "ity", "ography", "security", "culture", "stry", "culture", "lysis", "ery", "gery", "farming"),
}
BONUS = 0.7
# Common enough to be kept even as a name: countries, towns, companies.
FAMOUS = 5.0


class Row(NamedTuple):
    key: str
    # In lowercase, as the frequency list has it.
    form: str
    # The negative decimal logarithm of the frequency of all of the stem's forms.
    rarity: float


def choose(keys, casing, counts):
    """`counts` says how many rows each language gets."""
    return [row for language, count in counts.items() for row in choose_language(keys, casing, language, count)]


def choose_language(keys, casing, language, count):
    others = get_frequency_dict(OTHER[language], wordlist="large")
    forms, totals = {}, {}
    for form, frequency in common(language, 250_000):
        if not is_word(form) or is_borrowed(frequency, others.get(form, 0)):
            continue
        key = keys.of(form, language)
        forms.setdefault(key, form)
        totals[key] = totals.get(key, 0) + frequency
    rows = [Row(key, form, -math.log10(totals[key])) for key, form in forms.items()]
    rows = [
        row for row in rows
        if row.rarity < FAMOUS or not is_name(row.form, 10**-row.rarity, others, casing)
    ]
    rows.sort(key=lambda row: (row.rarity - (BONUS if is_field(row.form, language) else 0), row.key))
    return rows[:count]


def common(language, count):
    frequencies = get_frequency_dict(language, wordlist="large")
    return sorted(frequencies.items(), key=lambda item: (-item[1], item[0]))[:count]


def is_word(form):
    return form.isalpha() and all(c < "\u0250" for c in form) and (len(form) > 2 or form in SHORT)


def is_field(form, language):
    return any(form.removesuffix(ending).endswith(FIELDS[language]) for ending in ("", "e", "en", "n", "s"))


def is_borrowed(frequency, other_frequency):
    """At home in the other language, and therefore among its words. What is common here may mean something else: "Gift"."""
    return other_frequency > 3 * frequency and frequency < 10**-FAMOUS


def is_name(form, frequency, others, casing):
    """Names are the same in both languages; "tourism", which headings write with a capital, is not."""
    return casing.is_name(form) and others.get(form, 0) > frequency / 20
