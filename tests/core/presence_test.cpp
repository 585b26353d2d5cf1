#include "core/exchange/presence.h"

#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using namespace std::chrono_literals;

namespace {

const Subject call{SubjectKind::Contact, QUuid::createUuid()};

Presence asha(Instant at, qint64 beat = 1)
{
    return {DeskId(32, u'a'), u"Asha Rahman"_s, at, beat, {{call, at - 5min}}};
}

}

TEST_CASE("A presence note is read back as it was written", "[presence]")
{
    const Presence note = asha(london("2026-11-19T02:14"));
    const auto read = readPresenceContent(presenceContent({note, QByteArray(64, 's')}));
    REQUIRE(read);
    CHECK(read->presence == note);
    CHECK(read->signature == QByteArray(64, 's'));
    CHECK_FALSE(readPresenceContent(presenceContent({note, QByteArray(60, 's')})));
    CHECK_FALSE(readPresenceContent(QByteArray(64, 's')));
}

TEST_CASE("A sealed note keeps whom it is for, its nonce and its box", "[presence]")
{
    const SealedPresence sealed{
        {{DeskId(32, u'b'), QByteArray(80, 'k')}}, QByteArray(24, 'n'), QByteArray(40, 'x')};
    const QByteArray text = presenceText(sealed);
    const auto read = readPresence(text);
    REQUIRE(read);
    CHECK(read->keys == sealed.keys);
    CHECK(read->nonce == sealed.nonce);
    CHECK(read->box == sealed.box);
    CHECK_FALSE(readPresence("Dutydesk presence 2\n"));
    CHECK_FALSE(readPresence("Dutydesk presence 1\nAAAA"));
    CHECK_FALSE(readPresence(text.chopped(9)));
}

TEST_CASE("Somebody is here while the note is renewed, and no longer", "[presence]")
{
    const Instant now = london("2026-11-19T02:19");
    PresenceBook book;
    book.hear(asha(now), now);
    REQUIRE(book.at(call).size() == 1);
    CHECK(book.at(call).front().user == u"Asha Rahman"_s);
    CHECK(book.at(call).front().since == now - 5min);
    CHECK(book.at({SubjectKind::Contact, QUuid::createUuid()}).empty());

    for (int second = 1; second < PresenceBook::expires; ++second)
        book.tick();
    CHECK(book.at(call).size() == 1);
    book.hear(asha(now), now); // the same note again is no sign of life
    book.tick();
    CHECK(book.at(call).empty());

    book.hear(asha(now, 2), now);
    CHECK(book.at(call).size() == 1);
    book.left(DeskId(32, u'a'));
    CHECK(book.at(call).empty());
}

TEST_CASE("A note that a dead program left behind counts only once it is renewed", "[presence]")
{
    const Instant now = london("2026-11-19T02:19");
    PresenceBook book;
    book.hear(asha(now - PresenceBook::stale - 1ms), now);
    CHECK(book.at(call).empty());
    book.hear(asha(now - PresenceBook::stale - 1ms, 2), now); // alive, with a clock that is wrong
    CHECK(book.at(call).size() == 1);

    PresenceBook other;
    other.hear(asha(now - PresenceBook::stale), now);
    CHECK(other.at(call).size() == 1);
}
