#include "core/text/telephone.h"

#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("A UK number is shown in its grouping and compared as E.164", "[text]")
{
    struct Row {
        QString typed;
        QString shown;
        QString e164;
    };
    const auto row = GENERATE(Row{u"01632960123"_s, u"01632 960123"_s, u"+441632960123"_s},
        Row{u"(01632) 960 123"_s, u"01632 960123"_s, u"+441632960123"_s},
        Row{u"+44 1632 960123"_s, u"01632 960123"_s, u"+441632960123"_s},
        Row{u"+44 (0)1632 960123"_s, u"01632 960123"_s, u"+441632960123"_s},
        Row{u"0044 1632 960-123"_s, u"01632 960123"_s, u"+441632960123"_s},
        Row{u"01632\u00A0960123"_s, u"01632 960123"_s, u"+441632960123"_s},
        Row{u"02079460000"_s, u"020 7946 0000"_s, u"+442079460000"_s},
        Row{u"07700900123"_s, u"07700 900123"_s, u"+447700900123"_s},
        Row{u"08081570000"_s, u"0808 157 0000"_s, u"+448081570000"_s},
        Row{u"03069990000"_s, u"0306 999 0000"_s, u"+443069990000"_s},
        Row{u"01134960000"_s, u"0113 496 0000"_s, u"+441134960000"_s},
        Row{u"01214960000"_s, u"0121 496 0000"_s, u"+441214960000"_s},
        Row{u"01539612345"_s, u"015396 12345"_s, u"+441539612345"_s},
        Row{u"0120412345"_s, u"01204 12345"_s, u"+44120412345"_s});

    CAPTURE(row.typed);
    const TelephoneCheck check = checkTelephone(row.typed);
    CHECK(check.status == IdentifierStatus::Valid);
    CHECK(check.normalised == row.shown);
    CHECK(check.e164 == row.e164);
}

TEST_CASE("Extension, bleep and instruction are kept apart from the number", "[text]")
{
    const TelephoneCheck bleep = checkTelephone(u"01632 960166 bleep 500"_s);
    CHECK(bleep.number == u"01632 960166"_s);
    CHECK(bleep.bleep == u"500"_s);
    CHECK(bleep.normalised == u"01632 960166 bleep 500"_s);

    const TelephoneCheck extension = checkTelephone(u"01632 960166 ext. 1234"_s);
    CHECK(extension.extension == u"1234"_s);
    CHECK(checkTelephone(u"01632960166 x1234"_s).normalised == u"01632 960166 ext 1234"_s);

    const TelephoneCheck words = checkTelephone(u"01632 960122 (switchboard will connect)"_s);
    CHECK(words.number == u"01632 960122"_s);
    CHECK(words.instruction == u"switchboard will connect"_s);
    CHECK(words.normalised == u"01632 960122, switchboard will connect"_s);
}

TEST_CASE("Numbers from abroad keep their country code", "[text]")
{
    const TelephoneCheck check = checkTelephone(u"+33 1 99 00 12 34"_s);

    CHECK(check.status == IdentifierStatus::Valid);
    CHECK(check.e164 == u"+33199001234"_s);
    CHECK(checkTelephone(u"+33 12"_s).status == IdentifierStatus::Warn);
}

TEST_CASE("Emergency and service numbers are special", "[text]")
{
    const QString typed = GENERATE(u"999"_s, u"101"_s, u"111"_s);

    CHECK(checkTelephone(typed).status == IdentifierStatus::Special);
}

TEST_CASE("A number that cannot be whole warns and is kept", "[text]")
{
    CHECK(checkTelephone(u"960123"_s).reason == u"The area code is missing."_s);
    CHECK(checkTelephone(u"01632 9601"_s).reason
        == u"A UK number has 11 digits with its first 0; this one has 9."_s);
    CHECK(checkTelephone(u"0770 090012"_s).status == IdentifierStatus::Warn);
    CHECK(checkTelephone(u"04632 960123"_s).reason == u"No UK number begins with 04."_s);
    CHECK(checkTelephone(u"01632 9601"_s).normalised == u"016329601"_s);
}

TEST_CASE("Words without a number are not a telephone number", "[text]")
{
    const QString typed = GENERATE(u"withheld"_s, u""_s, u"ask for Sister"_s);

    const TelephoneCheck check = checkTelephone(typed);
    CHECK(check.status == IdentifierStatus::Invalid);
    CHECK(check.normalised == typed);
    CHECK(check.reason == u"There is no telephone number in it."_s);
}

TEST_CASE("Two ways to write a number ring the same telephone", "[text]")
{
    CHECK(sameTelephone(u"01632 960123"_s, u"+44 (0)1632 960123"_s));
    CHECK(sameTelephone(u"01632 960123"_s, u"01632960123, ask for Priya"_s));
    CHECK_FALSE(sameTelephone(u"01632 960123"_s, u"01632 960123 ext 4"_s));
    CHECK_FALSE(sameTelephone(u"960123"_s, u"960123"_s));
}
