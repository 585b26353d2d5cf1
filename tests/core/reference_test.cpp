#include "core/reference/reference.h"

#include "core/clause/clauses.h"
#include "tests/support/calendars.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

std::vector<ReferenceEntry> shipped(const char* key)
{
    return readReference(shippedBytes((std::string("reference/") + key + ".json").c_str()));
}

int counted(const std::vector<ReferenceEntry>& entries, const char* clause)
{
    return static_cast<int>(
        std::count_if(entries.begin(), entries.end(), [clause](const ReferenceEntry& each) {
            return each.clauses.contains(QLatin1StringView(clause));
        }));
}

QString problemOf(const char* json)
{
    try {
        readReference(json);
    } catch (const std::runtime_error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

}

TEST_CASE(
    "COOP-2.3, COM-2.2, COM-6, HO-7, COOP-5, ESC-7 and ESC-1.5 what the guidance names is listed",
    "[reference]")
{
    const char* key = GENERATE("anyshire", "bedfordshire-luton");
    const auto [clause, count] = GENERATE(table<const char*, int>({{"COOP-2.3", 18},
        {"COM-2.2", 10}, {"COM-6", 14}, {"HO-7", 5}, {"COOP-5", 3}, {"ESC-7", 6}}));

    CAPTURE(key, clause);
    CHECK(counted(shipped(key), clause) == count);
    CHECK(counted(shipped(key), "ESC-1.5") >= 5);
}

TEST_CASE("COOP-1.4, COOP-1.6, COOP-3.1, COOP-3.3h, COOP-3.C, COM-3.6, COM-3.9, COM-3.11a, COM-4, "
          "COM-5, COM-7.1, COM-7.4 and S3-R3 each have an entry",
    "[reference]")
{
    const char* key = GENERATE("anyshire", "bedfordshire-luton");
    for (const char* clause : {"COOP-1.4", "COOP-1.6", "COOP-3.1", "COOP-3.3h", "COOP-3.C",
             "COM-3.6", "COM-3.9", "COM-3.11a", "COM-4", "COM-5", "COM-7.1", "COM-7.4", "S3-R3"}) {
        CAPTURE(key, clause);
        CHECK(counted(shipped(key), clause) > 0);
    }
}

TEST_CASE("COOP-1.2 the principles of working together are in the library", "[reference]")
{
    const char* key = GENERATE("anyshire", "bedfordshire-luton");

    CHECK(counted(shipped(key), "COOP-1.2") == 1);
}

TEST_CASE(
    "S3-iv, S3-R3 the agreement between the authorities and its roles are listed", "[reference]")
{
    const auto [clause, count] = GENERATE(table<const char*, int>({{"S3-iv", 1}, {"S3-R3", 3}}));

    CHECK(counted(shipped("northamptonshire"), clause) == count);
}

TEST_CASE(
    "COOP-2.3, COOP-3.1, COM-2.2, COM-3.6, COM-3.11a, COM-7.4, ESC-1.5, ESC-7, S3-R1, S3-v and "
    "S3-A4 the one service of two councils has its partners, areas, pathways and agreements",
    "[reference]")
{
    const auto [clause, count] = GENERATE(table<const char*, int>({{"COOP-2.3", 5}, {"COOP-3.1", 2},
        {"COM-2.2", 7}, {"COM-3.6", 9}, {"COM-3.11a", 2}, {"COM-7.4", 2}, {"ESC-1.5", 6},
        {"ESC-7", 4}, {"S3-R1", 1}, {"S3-v", 1}, {"S3-A4", 1}}));

    CAPTURE(clause);
    CHECK(counted(shipped("northamptonshire"), clause) == count);
}

TEST_CASE("Every entry names clauses that there are", "[reference]")
{
    for (const char* key : {"anyshire", "bedfordshire-luton", "northamptonshire"})
        for (const ReferenceEntry& entry : shipped(key))
            for (const QString& clause : entry.clauses) {
                CAPTURE(key, entry.name, clause);
                CHECK(std::any_of(clauses().begin(), clauses().end(),
                    [&](const Clause& each) { return each.id == clause; }));
            }
}

TEST_CASE("FM-1 a policy whose review has passed is overdue from the next day on", "[reference]")
{
    ReferenceEntry policy;
    policy.review = day("2025-09-30");

    CHECK_FALSE(isOverdue(policy, day("2025-09-30")));
    CHECK(isOverdue(policy, day("2025-10-01")));
    CHECK_FALSE(isOverdue(ReferenceEntry{}, day("2025-10-01")));
}

TEST_CASE("FM-1 each policy of the guidance has its version, its owner and its next review",
    "[reference]")
{
    const auto [key, version, review, overdue, count]
        = GENERATE(table<const char*, const char*, const char*, bool, int>(
            {{"anyshire", "1.0", "2027-09-30", false, 6},
                {"bedfordshire-luton", "0.2", "2025-09-30", true, 4}}));
    CAPTURE(key);
    int policies = 0;
    for (const ReferenceEntry& entry : shipped(key)) {
        if (!entry.clauses.contains(u"FM-1"_s))
            continue;
        CAPTURE(entry.name);
        ++policies;
        CHECK(entry.kind == u"policy"_s);
        CHECK(entry.version == QString::fromLatin1(version));
        CHECK(entry.review == day(review));
        CHECK(versionControl(entry).contains(u"owner: Service Director"_s));
        CHECK(isOverdue(entry, day("2026-11-18")) == overdue);
    }
    CHECK(policies == count);
}

TEST_CASE("FM-1 a policy that the guidance only names is given no version, owner or review",
    "[reference]")
{
    const char* name = GENERATE("Multi-Agency Cooperation Protocol", "Recording Practice",
        "AMHP Assessment Practice", "Information Sharing Protocol",
        "Competencies, Standards and Expectations");
    CAPTURE(name);
    int found = 0;
    for (const ReferenceEntry& entry : shipped("bedfordshire-luton")) {
        if (entry.name != QString::fromLatin1(name))
            continue;
        ++found;
        CHECK(entry.version.isEmpty());
        CHECK(entry.owner.isEmpty());
        CHECK_FALSE(entry.review);
        CHECK(versionControl(entry) == u"not yet told: version, owner, next review"_s);
    }
    CHECK(found == 1);
}

TEST_CASE(
    "FM-1 the parts of one guidance tell from when they hold, what changed and to whom they went",
    "[reference]")
{
    int told = 0;
    for (const ReferenceEntry& entry : shipped("bedfordshire-luton")) {
        if (entry.change.isEmpty())
            continue;
        CAPTURE(entry.name);
        ++told;
        CHECK(entry.from == day("2024-09-01"));
        CHECK_FALSE(entry.issuedTo.isEmpty());
    }
    CHECK(told == 4);
}

TEST_CASE("FM-1 the reviews that are overdue are named with their version", "[reference]")
{
    const auto entries = shipped("bedfordshire-luton");

    CHECK(overdueReviews(entries, day("2025-09-30")).isEmpty());
    const QStringList overdue = overdueReviews(entries, day("2025-10-01"));
    CHECK(overdue.size() == 4);
    CHECK(overdue.contains(u"Escalation (0.2)"_s));
    CHECK(overdueReviews(shipped("anyshire"), day("2026-11-18")).isEmpty());
}

TEST_CASE(
    "FM-1 what is told of a version: from when, whose, what changed and to whom", "[reference]")
{
    const auto entries = readReference(R"({"entries": [{"kind": "policy", "name": "A",
        "clauses": ["FM-1"], "version": "1.1", "from": "2026-10-01", "owner": "The lead",
        "change": "New numbers", "issued_to": "All officers", "review": "2027-09-30"}]})");

    CHECK(versionControl(entries.front())
        == u"in force from Thu 1 Oct 2026; owner: The lead; change: New numbers; issued to: All officers"_s);
    CHECK_FALSE(isInUse(entries.front(), day("2026-09-30")));
    CHECK(versionControl(ReferenceEntry{}).isEmpty());
}

TEST_CASE(
    "COOP-3.C the crisis teams are reached where the guidance says, unverified", "[reference]")
{
    struct Row {
        const char* profile;
        const char* key;
        const char* name;
        const char* number;
        const char* address;
        bool verified;
    };
    const Row row = GENERATE(
        Row{"bedfordshire-luton", "crht_luton_south", "Luton and South Bedfordshire Crisis Team",
            "01582 556971", "Calnwood Court, Calnwood Road, Luton LU4 0FB", false},
        Row{"bedfordshire-luton", "crht_bedford_mid", "Bedford and Mid Bedfordshire Crisis Team",
            "01234 315691", "Florence Ball House, Kimbolton Road, Bedford MK40 2PU", false},
        Row{"anyshire", "crht_north", "Crisis Team North", "01632 960150", "", true},
        Row{"anyshire", "crht_south", "Crisis Team South", "01632 960151", "", true});
    CAPTURE(row.key);
    const Profile profile = shippedProfile(row.profile);

    const ContactPoint* contact = profile.contact(QString::fromLatin1(row.key));
    REQUIRE(contact);
    REQUIRE(profile.team(QString::fromLatin1(row.key)));
    CHECK(contact->name == QString::fromLatin1(row.name));
    CHECK(contact->number == QString::fromLatin1(row.number));
    CHECK(contact->instruction == QString::fromLatin1(row.address));
    CHECK(contact->verified.has_value() == row.verified);
    CHECK(profile.team(contact->key)->audience == u"crht"_s);
    CHECK(profile.team(contact->key)->name == contact->name);
    const auto entries = shipped(row.profile);
    CHECK(std::count_if(entries.begin(), entries.end(), [contact](const ReferenceEntry& each) {
        return each.clauses.contains(u"COOP-3.C"_s) && each.name == contact->name;
    }) == 1);
    CHECK(counted(entries, "COOP-3.C") == 2);
}

TEST_CASE("An organisation that ended is kept with its dates", "[reference]")
{
    ReferenceEntry group;
    group.from = day("2013-04-01");
    group.to = day("2022-06-30");

    CHECK_FALSE(isInUse(group, day("2013-03-31")));
    CHECK(isInUse(group, day("2022-06-30")));
    CHECK_FALSE(isInUse(group, day("2022-07-01")));
}

TEST_CASE("A reference file says which entry is wrong and how to mend it", "[reference]")
{
    const auto [json, said] = GENERATE(table<const char*, const char*>({
        {"[]", "entries"},
        {R"({"entries": [{"kind": "thing", "name": "A", "clauses": ["HO-7"]}]})", "Use one of"},
        {R"({"entries": [{"kind": "policy", "clauses": ["HO-7"]}]})", "Give name"},
        {R"({"entries": [{"kind": "policy", "name": "A"}]})", "Give clauses"},
        {R"({"entries": [{"kind": "policy", "name": "A", "clauses": ["HO-7"], "x": 1}]})", "“x”"},
        {R"({"entries": [{"kind": "policy", "name": "A", "clauses": ["HO-7"], "review": "soon"}]})",
            "2026-11-18"},
    }));

    CAPTURE(json);
    CHECK(problemOf(json).contains(QString::fromUtf8(said)));
}
