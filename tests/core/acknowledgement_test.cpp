#include "core/reference/reference.h"
#include "tests/support/calendars.h"
#include "tests/support/handover_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct ReadingDesk : HandoverDesk {
    Reply reads(const char* who, const char* what, const char* version)
    {
        return does(who,
            QByteArray(R"({"do": "user.acknowledge", "what": "WHAT", "version": "VERSION"})")
                .replace("WHAT", what)
                .replace("VERSION", version));
    }
    const User& named(const char* login) const { return *userNamed(QString::fromLatin1(login)); }
};

ReferenceEntry policy(const char* version)
{
    return {
        u"policy"_s, u"Escalation"_s, {}, {u"FM-1"_s}, QString::fromLatin1(version), {}, {}, {}};
}

}

TEST_CASE("COM-7.1 each officer acknowledges a policy, and each new version of it", "[reference]")
{
    ReadingDesk desk;

    REQUIRE(desk.reads("grace", "escalation", "1.0").done());

    CHECK(acknowledgementOf(policy("1.0"), desk.named("grace")));
    CHECK_FALSE(acknowledgementOf(policy("1.1"), desk.named("grace")));
    CHECK_FALSE(acknowledgementOf(policy("1.0"), desk.named("priya")));
    const Reply again = desk.reads("grace", "Escalation", "1.0");
    CHECK(HandoverDesk::refused(again) == QStringList{u"COM-7.1"_s});
    CHECK(desk.reads("grace", "Escalation", "1.1").done());
    CHECK(acknowledgementOf(policy("1.1"), desk.named("grace")));
}

TEST_CASE("COM-7.4 the parts of an officer's induction are ticked off one by one", "[reference]")
{
    const char* key = GENERATE("anyshire", "bedfordshire-luton");
    auto entries = readReference(shippedBytes((std::string("reference/") + key + ".json").c_str()));
    std::erase_if(entries, [](const auto& each) { return !each.clauses.contains(u"COM-7.4"_s); });
    REQUIRE(entries.size() == 4);
    ReadingDesk desk;

    CHECK(progressOf(entries, desk.named("grace"), QDate(2026, 11, 18)).percent() == 0);
    desk.reads("grace", entries.front().name.toUtf8(), "");

    CHECK(progressOf(entries, desk.named("grace"), QDate(2026, 11, 18)).percent() == 25);
}

TEST_CASE(
    "COM-7.1 what has no version and is no part of an induction is not acknowledged", "[reference]")
{
    CHECK(isAcknowledged(policy("1.0")));
    CHECK_FALSE(isAcknowledged(policy("")));
    CHECK_FALSE(
        isAcknowledged({u"learning"_s, u"Newsletter"_s, {}, {u"COM-7.1"_s}, {}, {}, {}, {}}));
}
