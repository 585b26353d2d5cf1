#include "core/frontdoor/limited_view.h"
#include "tests/support/northants_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("S3-iii a call handler reads of a contact what the role records, of a person who it is",
    "[front_door]")
{
    const NorthantsDesk desk;
    const Profile& profile = desk.calendar().profile();
    User handler;
    handler.roles = {u"call_handler"_s};
    User officer;
    officer.roles = {u"adult_officer"_s};
    const auto [kind, field, seen] = GENERATE(table<SubjectKind, QString, bool>({
        {SubjectKind::Contact, u"rationale"_s, false},
        {SubjectKind::Contact, u"checks"_s, false},
        {SubjectKind::Contact, u"rcrp"_s, false},
        {SubjectKind::Contact, u"place"_s, true},
        {SubjectKind::Contact, u"words"_s, true},
        {SubjectKind::Person, u"risks"_s, false},
        {SubjectKind::Person, u"nearest_relative"_s, false},
        {SubjectKind::Person, u"name"_s, true},
        {SubjectKind::Duty, u"risks"_s, true},
    }));
    CAPTURE(field);

    CHECK(hiddenFields(&handler, profile, kind).contains(field) != seen);
    CHECK(hiddenFields(&officer, profile, kind).isEmpty());
    CHECK(hiddenFields(nullptr, profile, kind).isEmpty());
}
