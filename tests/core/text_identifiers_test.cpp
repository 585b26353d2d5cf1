#include "core/text/identifiers.h"

#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("NHS numbers that are valid come back as ten digits", "[text]")
{
    struct Row {
        QString typed;
        QString digits;
    };
    const auto row = GENERATE(Row{u"943 476 5919"_s, u"9434765919"_s},
        Row{u"401 023 2137"_s, u"4010232137"_s}, Row{u"450 557 7104"_s, u"4505577104"_s},
        Row{u"485 777 3457"_s, u"4857773457"_s}, Row{u"999 000 0018"_s, u"9990000018"_s},
        Row{u"999 000 0026"_s, u"9990000026"_s}, Row{u"999 000 0034"_s, u"9990000034"_s},
        Row{u"999 000 0042"_s, u"9990000042"_s}, Row{u"999 000 0069"_s, u"9990000069"_s},
        Row{u"999 000 0077"_s, u"9990000077"_s}, Row{u"999 000 0050"_s, u"9990000050"_s},
        Row{u"999 000 0190"_s, u"9990000190"_s}, Row{u"9434765919 "_s, u"9434765919"_s},
        Row{u"943-476-5919"_s, u"9434765919"_s}, Row{u"943\u00A0476\u00A05919"_s, u"9434765919"_s},
        Row{u"943\u2011476\u20135919\u200B"_s, u"9434765919"_s});

    CAPTURE(row.typed);
    const IdentifierCheck check = checkNhsNumber(row.typed);
    CHECK(check.status == IdentifierStatus::Valid);
    CHECK(check.normalised == row.digits);
    CHECK(check.reason.isEmpty());
}

TEST_CASE("NHS numbers that are not valid stay as typed and say why", "[text]")
{
    struct Row {
        QString typed;
        QString reason;
    };
    const QString lastDigit = u"The last digit does not agree with the other nine."_s;
    const QString sameDigit = u"An NHS number is never the same digit ten times."_s;
    const auto row
        = GENERATE_COPY(Row{u"485 777 3456"_s, lastDigit}, Row{u"943 476 5991"_s, lastDigit},
            Row{u"000 000 0000"_s, sameDigit}, Row{u"111 111 1111"_s, sameDigit},
            Row{u"94347659 1"_s, u"An NHS number has 10 digits; this one has 9."_s},
            Row{u""_s, u"An NHS number has 10 digits; this one has 0."_s},
            Row{u"943 476 591O"_s, u"An NHS number has only digits, and “O” was typed."_s});

    CAPTURE(row.typed);
    const IdentifierCheck check = checkNhsNumber(row.typed);
    CHECK(check.status == IdentifierStatus::Invalid);
    CHECK(check.normalised == row.typed);
    CHECK(check.reason == row.reason);
    CHECK_FALSE(check.mend.isEmpty());
}

TEST_CASE("No last digit saves nine digits whose check digit would be ten", "[text]")
{
    const QString nine = GENERATE(u"999000000"_s, u"999000014"_s);
    for (int last = 0; last <= 9; ++last) {
        const IdentifierCheck check = checkNhsNumber(nine + QString::number(last));
        CHECK(check.reason == u"No NHS number begins with these nine digits."_s);
    }
}

TEST_CASE("An NHS number outside the issued ranges warns and can be used", "[text]")
{
    const IdentifierCheck check = checkNhsNumber(u"123 456 7881"_s);

    CHECK(check.status == IdentifierStatus::Warn);
    CHECK(check.isValid());
    CHECK(check.normalised == u"1234567881"_s);
}

TEST_CASE("An NHS number is shown in threes and a four", "[text]")
{
    CHECK(nhsNumberText(u"9990000018"_s) == u"999 000 0018"_s);
    CHECK(nhsNumberText(u"12345"_s) == u"12345"_s);
}

TEST_CASE("Postcodes are normalised, and warned about but never blocked", "[text]")
{
    using enum IdentifierStatus;
    struct Row {
        QString typed;
        IdentifierStatus status;
        QString normalised;
    };
    const auto row
        = GENERATE(Row{u"mk40 2pu"_s, Valid, u"MK40 2PU"_s}, Row{u"LU4 0FB"_s, Valid, u"LU4 0FB"_s},
            Row{u"SG17 5TQ"_s, Valid, u"SG17 5TQ"_s}, Row{u"EC1A 1BB"_s, Valid, u"EC1A 1BB"_s},
            Row{u"W1A 0AX"_s, Valid, u"W1A 0AX"_s}, Row{u"M1 1AE"_s, Valid, u"M1 1AE"_s},
            Row{u"m11ae"_s, Valid, u"M1 1AE"_s}, Row{u" lu40fb "_s, Valid, u"LU4 0FB"_s},
            Row{u"gir 0aa"_s, Valid, u"GIR 0AA"_s}, Row{u"ZZ99 3VZ"_s, Special, u"ZZ99 3VZ"_s},
            Row{u"zz993wz"_s, Special, u"ZZ99 3WZ"_s}, Row{u"BFPO 58"_s, Special, u"BFPO 58"_s},
            Row{u"LU4 0F"_s, Warn, u"LU4 0F"_s}, Row{u"LU4 0CI"_s, Warn, u"LU4 0CI"_s},
            Row{u"q1 1aa"_s, Warn, u"Q1 1AA"_s}, Row{u""_s, Warn, u""_s});

    CAPTURE(row.typed);
    const IdentifierCheck check = checkPostcode(row.typed);
    CHECK(check.status == row.status);
    CHECK(check.normalised == row.normalised);
    CHECK(check.reason.isEmpty() == (row.status == Valid));
}

TEST_CASE("The outward code tells the catchment, when the postcode is whole", "[text]")
{
    CHECK(outwardCode(u"lu4 0fb"_s) == u"LU4"_s);
    CHECK(outwardCode(u"MK402PU"_s) == u"MK40"_s);
    CHECK(outwardCode(u"LU4 0F"_s).isEmpty());
    CHECK(outwardCode(u""_s).isEmpty());
}

TEST_CASE("An e-mail address is secure when its domain stands on the list", "[text]")
{
    using enum IdentifierStatus;
    const QStringList domains{u"nhs.net"_s, u"*.gov.uk"_s, u"*.police.uk"_s};
    struct Row {
        QString typed;
        IdentifierStatus status;
    };
    const auto row = GENERATE(Row{u"edt@nhs.net"_s, Valid}, Row{u"EDT@NHS.NET "_s, Valid},
        Row{u"edt@anyshire.gov.uk"_s, Valid}, Row{u"a.b+c@x.anyshire.gov.uk"_s, Valid},
        Row{u"desk@anyshire.police.uk"_s, Valid}, Row{u"edt@notgov.uk"_s, Warn},
        Row{u"edt@nhs.net.example.com"_s, Warn}, Row{u"edt@sub.nhs.net"_s, Warn},
        Row{u"edt@example.com"_s, Warn}, Row{u"edt"_s, Invalid}, Row{u"edt@"_s, Invalid},
        Row{u"edt@nhs"_s, Invalid}, Row{u"a@nhs.net, b@nhs.net"_s, Invalid},
        Row{u"a@b@nhs.net"_s, Invalid}, Row{u"a@nhs..net"_s, Invalid}, Row{u""_s, Invalid});

    CAPTURE(row.typed);
    const IdentifierCheck check = checkEmail(row.typed, domains);
    CHECK(check.status == row.status);
    CHECK(check.mend.isEmpty() == (row.status == Valid));
}

TEST_CASE("The domain of an e-mail address is lower case, the name before it as typed", "[text]")
{
    CHECK(
        checkEmail(u"Night.Desk@NHS.net"_s, {u"nhs.net"_s}).normalised == u"Night.Desk@nhs.net"_s);
}
