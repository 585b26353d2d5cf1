#include "core/conflict/record_name.h"

#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE("A record is spoken of by its kind and its name, else by its identifier", "[exchange]")
{
    const QUuid id = QUuid::fromString(u"01a21d85-1174-7074-8461-5a7c33784ad7"_s);
    Case record;
    CHECK(recordName({SubjectKind::Case, id}, record) == u"Case (01a21d85)"_s);
    record.ref = u"C-2026-11-18-001"_s;
    CHECK(recordName({SubjectKind::Case, id}, record) == u"Case C-2026-11-18-001"_s);
    Person person;
    person.details.name = u"Daniel Pryce"_s;
    CHECK(recordName({SubjectKind::Person, id}, person) == u"Person Daniel Pryce"_s);
    Window window;
    window.name = u"2026-11-18-PM"_s;
    CHECK(recordName({SubjectKind::Window, id}, window) == u"Handover window 2026-11-18-PM"_s);
    CHECK(recordName({SubjectKind::Sitrep, id}, Sitrep{}) == u"SITREP (01a21d85)"_s);
    CHECK(recordName({SubjectKind::Duty, id}, Duty{}) == u"Duty (01a21d85)"_s);
}
