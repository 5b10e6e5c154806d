"""Running text is told from a menu in any language, by its commonest words."""

from __future__ import annotations

import pytest

from generator.cleaning.html.wording import wording
from generator.cleaning.markup.blocks import blocks_of
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at, plain_words
from generator.cleaning.pieces.words import is_function_word
from generator.cleaning.pieces.wrap import pieces

SENTENCES = {
    "de": "Der Rat hat am Montag beschlossen, dass die alte Brücke über den Fluss bis zum Herbst erneuert wird.",
    "ru": "В понедельник совет решил, что старый мост через реку к осени будет построен заново.",
    "uk": "У понеділок рада вирішила, що старий міст через річку до осені буде збудовано заново.",
    "pl": "W poniedziałek rada zdecydowała, że stary most na rzece zostanie do jesieni zbudowany od nowa.",
    "cs": "V pondělí rada rozhodla, že starý most přes řeku se do podzimu postaví znovu a bude širší.",
    "sv": "På måndagen beslutade nämnden att den gamla bron över ån ska byggas om innan hösten.",
    "fi": "Valtuusto päätti maanantaina, että vanha silta on rakennettava uudelleen ennen kuin syksy tulee.",
    "hu": "A tanács hétfőn úgy döntött, hogy a régi hidat még az ősz előtt újra kell építeni.",
    "tr": "Meclis pazartesi günü, nehrin üzerindeki eski köprünün sonbahara kadar yeniden yapılması için karar aldı.",
    "el": "Το συμβούλιο αποφάσισε τη Δευτέρα να ξαναχτίσει την παλιά γέφυρα πριν από το φθινόπωρο.",
    "ar": "قرر المجلس يوم الاثنين أن الجسر القديم على النهر سيعاد بناؤه قبل الخريف من جديد.",
    "he": "ביום שני החליטה המועצה כי הגשר הישן על הנהר ייבנה מחדש עוד לפני הסתיו.",
    "zh": "市议会在星期一决定，河上的那座旧桥将在秋天之前重新修建，所有费用由市里承担。",
    "ja": "市議会は月曜日、川に架かる古い橋を秋までに建て替えることを決めたと発表しました。",
    "ko": "시의회는 월요일에 강을 가로지르는 오래된 다리를 가을까지 다시 짓기로 결정했다고 밝혔다.",
}
MENUS = {
    "de": "Startseite Politik Wirtschaft Kultur Sport Reise Stellenmarkt Immobilien",
    "ru": "Главная Политика Экономика Культура Спорт Путешествия Вакансии Недвижимость",
    "tr": "Anasayfa Gündem Ekonomi Kültür Spor Seyahat İlanlar Emlak",
    "ar": "الرئيسية السياسة الاقتصاد الثقافة الرياضة السفر الوظائف العقارات",
    "zh": "首页 新闻 体育 财经 房产 汽车 娱乐 短信 论坛 聊天室",
    "ja": "ホーム 政治 経済 国際 文化 映画 旅行 求人 住宅",
    "ko": "정치 경제 사회 문화 스포츠 국제 오피니언 날씨 채용",
}


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_is_prose(text: str) -> None:
    """In dumps and on pages."""
    (piece,) = pieces(raw_lines(text))
    assert look_at(piece).sentence
    assert wording(blocks_of(f"<p>{text}</p>"))["prose"][0] > 0


@pytest.mark.parametrize("text", MENUS.values(), ids=MENUS)
def test_a_menu_is_none(text: str) -> None:
    """It says things, and nothing holds them together."""
    (piece,) = pieces(raw_lines(text))
    assert not look_at(piece).sentence
    assert wording(blocks_of(f"<p>{text}</p>"))["prose"][0] == 0


@pytest.mark.parametrize("text", ["古い桟橋が再建される", "旧桥将于秋天重建", "قرر المجلس", "다리를 다시 짓는다"])
def test_a_line_in_letters_without_capitals_begins_as_a_sentence_does(text: str) -> None:
    """Not as one in small letters, of which nothing begins an article."""
    (piece,) = pieces(raw_lines(text))
    look = look_at(piece)
    assert "begins-upper" in look.own
    assert look.capitals > 0


def test_signs_without_blanks_between_them_are_words() -> None:
    """So that lines are compared by them, and a part of a line is found in it."""
    assert plain_words("旧桥将重建。") == "旧 桥 将 重 建"
    assert plain_words("QR旧桥 2021") == "qr 旧 桥 2021"


@pytest.mark.parametrize("word", ["SOM", "Han", "Med", "AZ", "news", "'ve"])
def test_words_that_english_writes_otherwise_hold_nothing_together(word: str) -> None:
    """``som`` is a word of Swedish and ``Yale SOM`` a school; the models were taught with English."""
    assert not is_function_word(word)
    assert is_function_word("som")
    assert is_function_word("ve")


@pytest.mark.parametrize(("text", "words"), [("日本語", 1), ("简体中文", 1), ("旧桥将重建", 3), ("I 've seen it", 4)])
def test_a_short_run_of_signs_is_a_word(text: str, words: int) -> None:
    """As the name of a language in a menu is; of a long run two signs are one."""
    (piece,) = pieces(raw_lines(text))
    assert look_at(piece).words == words
