"""How usual the characters of a text are: what tells the right encoding of some bytes from a wrong one.

Nearly every encoding of Chinese reads nearly every byte pair, so a text that decodes says nothing.  Read in the wrong
one it is a heap of rare characters, though, where nine in ten of a report's are among the few hundred below.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final
from unicodedata import category

from govreport.words.charsets import REPLACEMENT

# The 600 most frequent ideographs of a corpus of such pages, most frequent first (tools/count_characters.py).
_SIMPLIFIED: Final = (
    "政工府作报告的公房人和业市行开住年发一建国信民地理务以中息定有法实区金在产条制设规进管度保要全化合生"
    "提款会关新不动用为大本展等资部主加第购施对体机应环上积贷商方办高经二局十及境重持家品力下日可出项自企"
    "事情同通推成改月门性时分当个三各策强请位申或支期共城安件者面监平内取其目单服能是责构于治求水按场文况"
    "现社收量额点元员调增据依入例利存护基权源优职级与过任污交标县由证我万准所补相代省系农质并域长照组计议"
    "缴费导处五范得完整济程划委到明套善好态效买限营物放确数立表四网院领统结了需总活式向税落预案审续育价后"
    "学前次造售首染步供执布融外户技决知心间意根受障电格置消贴解指问运将投他科予查最措协配革起类至防付认更"
    "多深海使核原比号批备庭转创健稳记就财专织题居则未华给低联坚促室复快村子州排际具引台小负土督教正率险升"
    "集特之常才评六流来纳已义银乡接励术形算围严律列清控还销道众口然型医租极违广许容名登修做群无示书助称气"
    "南让签益站承符易风镇直超如手达七从采见党因止础别影精色们线鼓减八响检编综变先适享宅团包车节试序康足述"
    "研料参除验央约属九满河反贯路简测司传江模降两再真彻害船卫种究征均扩百惠养含非近筑概必印担继果舶突军装"
    "罚屋举选园层章校回绿女诉署退亿急切象湖充神干挥打输托维老每疗票括争山账且培双这份战断货须识值订身带券"
    "药录注索移换偿天债考材东势免涉筹把余难赁押兴少互卖旧着观米厅周细段习普港即北林也空较思届京刑载此"
)
# The traditional forms of those that have one, and what else is frequent in the pages in traditional characters.
_TRADITIONAL: Final = (
    "報業開發國務實區產條設規進會關動為資購應對環積貸辦經項門時當個強請監內單責場況現額點員調護權職級過標"
    "縣證補農質長組計議繳費導處濟態買營數領結統總稅預審續學執戶間決電貼問運將協類認號備轉創穩記財織專題則"
    "華給聯堅際負險評來納義鄉勵術圍嚴銷還眾醫違廣許書無稱讓簽風鎮達從見礎別線們減響檢編綜變車團節試參驗約"
    "屬滿貫簡測傳兩徹衛養擴擔繼軍裝罰舉選園綠層訴億揮輸維療爭賬雙這戰斷貨識須訂帶藥錄換償債東勢難賃興賣舊"
    "觀廳細較習屆載頭損顯視獎勞該貿齊緊競論訟階樓轄壓郵絡庫隊陽詢歷熱話沒連藝廢獲據體與準後範劃價餘幾黨機"
    "萬徵種獻裡裏雲豐於採係復複製佈週盡聽樣聲網禮災歲雖勝願確廠親灣優傷僅極構樹檔狀獨蓋離築糧榮訓訪誠診謀"
    "貢貧趨躍軌輪遷適釋針鐘鋼錢鐵銀鏈錯鍵聞陣陸陳隨頁頂順頒頻飛館駐鮮臺爲衆羣綫啟並佔訊諮讀魯閱諧寬說欄圖"
    "爾譽擊槳孫遠歸闢牽瀏覽遞麵"
)
# General and CJK punctuation, full-width digits, and the signs of a footer.
_PUNCTUATION: Final = "·—―‘’“”…　、。〇○《》「」『』【】〔〕！（），．：；？｜～％／＋－０１２３４５６７８９©®×°"
_USUAL: Final = frozenset(_SIMPLIFIED + _TRADITIONAL + _PUNCTUATION)
_NOT_TEXT: Final = frozenset(("Cc", "Cn", "Co", "Cs"))  # Unicode: controls, unassigned, private use, surrogates
_LOOKED_AT: Final = 4096  # characters
_LEAST: Final = 20  # characters beyond ASCII that tell
_WRONG: Final = -0.2  # below which no text is usual, see `usualness`
_BLANKS: Final = frozenset("\t\n\v\f\r\u00a0\ufeff")


def usualness(text: str) -> float:
    """Say how usual the characters of a text are in Chinese official documents.

    Args:
        text: some text; its length does not matter, but under some ten characters beyond ASCII chance does.

    Returns:
        A mean over the characters beyond ASCII and over controls: 1 for a usual one, 0 for one of the first level of
        GB 2312 or Big5, -1 for any other, -2 for what no text has.  0 where there are none.  Running text has 0.6 or
        more; read in a wrong encoding it has less than -0.3.
    """
    first_level = _first_level()
    total = number = 0
    for character, times in Counter(text).items():
        if character in _USUAL:
            total += times
        elif " " <= character <= "~" or character in _BLANKS:
            continue
        elif character not in first_level:
            no_text = character == REPLACEMENT or category(character) in _NOT_TEXT
            total -= 2 * times if no_text else times
        number += times
    return total / number if number else 0.0


def is_wrongly_decoded(text: str) -> bool:
    """True for a text whose characters say that it was read in a wrong encoding, though without an error: ÏªÔ­ÊÐ.

    Running text that is read in the right one has 的 in it, which is why most texts are not looked at.
    """
    if "的" in text:
        return False
    text = text[:_LOOKED_AT]
    return len(text.encode("ascii", "ignore")) + _LEAST <= len(text) and usualness(text) < _WRONG


@cache
def _first_level() -> frozenset[str]:
    """The characters of general use: GB 2312-80 rows 16 to 55, Big5 rows A4 to C6."""
    simplified = bytes(one for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for one in (row, cell))
    traditional = bytes(
        one for row in range(0xA4, 0xC7) for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF)) for one in (row, cell)
    )
    return frozenset(simplified.decode("gb2312", "ignore") + traditional.decode("big5", "ignore"))
