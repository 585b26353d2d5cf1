#include "core/journal/envelope.h"

#include "tests/support/golden_event.h"

#include <catch2/catch.hpp>

using namespace core;

TEST_CASE("The permanent bytes are those of docs/format.md", "[envelope]")
{
    const Event event = golden::event();

    CHECK(bodyBytes(event).toHex() == golden::bodyHex);
    CHECK(
        envelopeBytes(event, golden::digest(golden::bodyDigestHex)).toHex() == golden::envelopeHex);
    CHECK(chainBytes(golden::previousChain(), golden::digest(golden::digestHex)).toHex()
        == golden::chainInputHex);
    CHECK(headBytes({event.desk, event.seq, golden::digest(golden::chainHex)}).toHex()
        == golden::headHex);
}

TEST_CASE("An envelope read back is what was written", "[envelope]")
{
    const Event event = golden::event();
    const Digest body = golden::digest(golden::bodyDigestHex);

    const auto read = readEnvelope(envelopeBytes(event, body));

    REQUIRE(read);
    CHECK(read->body == body);
    CHECK(read->event.desk == event.desk);
    CHECK(read->event.subject == event.subject);
    CHECK(read->event.parents == event.parents);
    CHECK(read->event.type == event.type);
    CHECK(read->event.actor == event.actor);
    CHECK(read->event.occurred == event.occurred);
    CHECK(envelopeBytes(read->event, body) == envelopeBytes(event, body));
}

TEST_CASE("An envelope that was cut or lengthened anywhere is none", "[envelope]")
{
    const QByteArray whole = QByteArray::fromHex(golden::envelopeHex);

    for (qsizetype size = 0; size < whole.size(); ++size)
        if (readEnvelope(QByteArrayView(whole).first(size)))
            FAIL_CHECK("taken at " << size);
    CHECK_FALSE(readEnvelope(whole + '\0'));
}

TEST_CASE("An envelope whose lengths lie is none", "[envelope]")
{
    QByteArray bytes = QByteArray::fromHex(golden::envelopeHex);
    bytes[1] = '\x7f';

    CHECK_FALSE(readEnvelope(bytes));
}

TEST_CASE("An envelope of another format is none", "[envelope]")
{
    QByteArray bytes = QByteArray::fromHex(golden::envelopeHex);
    bytes[0] = '\x02';

    CHECK_FALSE(readEnvelope(bytes));
}
