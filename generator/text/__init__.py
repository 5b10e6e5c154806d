"""The words of an archive as several stages need them: decoding, slugs, addresses, names, dates, sentences.

Everything here is a pure function of its arguments: no clock, no locale, no network, no file.
"""
