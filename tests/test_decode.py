import pytest

from govreport.decode import decode

TEXT = "一、总体情况\n2020年，全市公开信息128条，做到应公开尽公开。（一）主动公开情况。\n" * 4
TRADITIONAL = "一、總體情況\n二○○八年,市政府辦公廳公開資訊一百二十八條,做到應公開盡公開。\n" * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_simplified_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_big5_does_not_come_out_as_gb18030() -> None:
    assert decode(TRADITIONAL.encode("big5hkscs")) == TRADITIONAL


def test_utf8_with_a_bad_byte_stays_utf8() -> None:
    data = TEXT.encode()
    assert decode(data[:100] + b"\xff" + data[100:]).replace("\ufffd", "")[:20] == TEXT[:20]


def test_an_encoding_named_is_used() -> None:
    assert decode("中".encode("gb18030"), "gb18030") == "中"
    with pytest.raises(LookupError):
        decode(b"", "no-such-encoding")


@pytest.mark.parametrize("data", [b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", bytes(range(256))])
def test_every_byte_string_decodes(data: bytes) -> None:
    assert isinstance(decode(data), str)
