"""How the person's locale writes numbers, times and dates, read from its name alone.

`locale.setlocale` would change the whole process, needs the locale to be installed, and knows nothing of the clock
that musl or macOS leave out. The tables are from the Unicode CLDR 47, for the languages that systems have locales for.
One entry is not: people choose en_DK for its ISO dates, which Linux gives it and the CLDR does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from footui.core.notation import PLAIN, DateOrder, Notation

# A language, or a language and a territory where that one differs from its language.
_COMMA: Final = (
    "af ar_DZ ar_LB ar_LY ar_MA ar_TN ast az be bg br bs ca cs cv da de dsb el en_AT en_BE en_CZ en_DE en_DK en_ES "
    "en_FI en_FR en_HU en_ID en_IT en_NL en_NO en_PL en_PT en_RO en_SE en_SI en_SK en_ZA eo es et eu ff fi fo fr fy gl "
    "hr hsb ht hu hy ia id is it jv ka kab kk kl ku ky lb lij ln lo lt lv mk nb nl nn no nr pl ps pt ro ru rw sah "
    "sc se sk sl smn sq sr ss su sv tg tk tr ts tt uk uz ve vec vi wo"
)
_POINT: Final = "de_CH de_LI es_419 es_BZ es_CU es_DO es_GT es_HN es_MX es_NI es_PA es_PE es_PR es_SV es_US it_CH"
_MONTH_FIRST: Final = (
    "ak chr en_AS en_GU en_MH en_MP en_PH en_PR en_UM en_US en_VI es_PA es_PR fil om or sd_IN ti xh zu"
)
_YEAR_FIRST: Final = (
    "af bho bo ce ckb dz en_CA en_DK en_SE en_ZA eo eu fa fr_CA hu ja kl ko lt mg mn ne nr nso ps raj rw sah sd se shn "
    "si ss st sv tn ts ug ve wa wae yue zh"
)
_DAY_FIRST: Final = "zh_HK zh_MO zh_SG se_FI"
_TWELVE_HOURS: Final = (
    "AE AG AL AR AS AU BB BD BH BM BN BO BS BT CA CL CO CR CU CY DJ DM DO DZ EC EG ER ET FJ FM GD GH GM GR GT GU GY HK "
    "HN IN IQ JM JO KH KI KN KP KR KW KY LB LC LR LS LY MH MO MP MR MW MX MY NA NI NZ OM PA PE PG PH PK PR PS PW PY QA "
    "SA SB SD SG SL SO SS SV SY SZ TC TD TN TO TT TW UM US UY VC VE VG VI VU WS YE ZM"
)
_TWENTY_FOUR_HOURS: Final = "fr_CA"


def locale_notation(environment: Mapping[str, str]) -> Notation:
    """The notation of the locale that `LC_ALL`, or else `LC_NUMERIC` and `LC_TIME`, or else `LANG` name.

    Where they name none, or one that is not known, it is the plain one.
    """
    language, territory = _named(environment, "LC_NUMERIC")
    mark = "," if _is_among(language, territory, _COMMA, _POINT) else PLAIN.decimal_mark
    language, territory = _named(environment, "LC_TIME")
    order: DateOrder = PLAIN.date_order
    if _is_among(language, territory, _MONTH_FIRST, _DAY_FIRST):
        order = "month"
    elif _is_among(language, territory, _YEAR_FIRST, f"{_DAY_FIRST} {_MONTH_FIRST}"):
        order = "year"
    twelve = territory in _TWELVE_HOURS.split() and f"{language}_{territory}" not in _TWENTY_FOUR_HOURS.split()
    return Notation(mark, twelve, order)


def _named(environment: Mapping[str, str], category: str) -> tuple[str, str]:
    """Language and territory of a category; empty where there is none, as in the C locale."""
    names = (environment.get(name, "") for name in ("LC_ALL", category, "LANG"))
    name = next(filter(None, names), "").partition(".")[0].partition("@")[0]
    language, *further = name.replace("-", "_").split("_")  # between the two there may be a script, as in sr_Latn_RS
    return language, further[-1] if further else ""


def _is_among(language: str, territory: str, names: str, exceptions: str) -> bool:
    """Whether the locale, or its language where the locale is no exception, is one of the `names`."""
    locale = f"{language}_{territory}"
    known = names.split()
    return locale in known or (language in known and locale not in exceptions.split())
