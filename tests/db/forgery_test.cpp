#include "core/casework/entry_events.h"
#include "core/contact/contact_events.h"
#include "core/duty/duty_events.h"
#include "core/escalation/escalation_events.h"
#include "core/exchange/desk_record.h"
#include "core/journal/desk.h"
#include "core/user/user.h"
#include "db/attachments.h"
#include "db/lists.h"
#include "tests/db/forger.h"
#include "tests/support/to_string.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace {

core::Subject someSubject(core::SubjectKind kind)
{
    return {kind, QUuid::createUuid()};
}

qsizetype listed(const db::Store& store, const QString& kind)
{
    return static_cast<qsizetype>(db::list(store, {kind, {}, {}}).size());
}

qint64 eventsOf(const db::Store& store, const QString& kind)
{
    return db::number(*store.parts().database,
        u"SELECT count(*) FROM header h JOIN subject s ON s.id = h.place >> %1 WHERE s.kind = ?"_s
            .arg(db::placeBits),
        {kind});
}

core::ContactReceived call(const QUuid& id)
{
    core::ContactReceived received;
    received.contact = {id};
    received.ref = u"E-FORGED"_s;
    received.words = u"A call"_s;
    received.service = u"amhp-day"_s;
    return received;
}

QString contactOf(const db::Answer& answer)
{
    return answer.decision.made.value(u"contact"_s).toString();
}

}

TEST_CASE(
    "A desk of another service writes no users, profiles or duties here", "[exchange][forgery]")
{
    Forger desks;
    const qsizetype users = listed(*desks.one, u"user"_s);
    const QByteArray profile = desks.one->calendar().profile().key.toUtf8();
    core::UserAdded user;
    user.login = u"mallory"_s;
    user.name = u"Mallory"_s;
    user.service = u"edt"_s;
    Forger::write(*desks.day, someSubject(core::SubjectKind::User), user);
    core::ProfilePublished published;
    published.key = u"anyshire"_s;
    published.json = u"{}"_s;
    Forger::write(*desks.day, core::subjectOfProfile(u"anyshire"_s), published);
    Forger::write(*desks.day, someSubject(core::SubjectKind::Duty), core::DutyStarted{});
    Forger::write(*desks.day, someSubject(core::SubjectKind::Escalation), core::EscalationRaised{});
    const core::Subject contact = someSubject(core::SubjectKind::Contact);
    Forger::write(*desks.day, contact, call(contact.id));

    const auto report = db::importBundle(*desks.one, desks.everything(*desks.one, u"forged"_s));

    CHECK(report.outcome == core::ImportOutcome::Imported);
    CHECK(desks.one->records().contact({contact.id}));
    CHECK(listed(*desks.one, u"user"_s) == users);
    CHECK(desks.one->calendar().profile().key.toUtf8() == profile);
    for (const QString& kind : {u"“user”"_s, u"“profile”"_s, u"“duty”"_s, u"“escalation”"_s}) {
        CAPTURE(kind.toStdString());
        CHECK(Forger::names(report, kind));
    }
    CHECK(eventsOf(*desks.one, u"escalation"_s) == 0);
    CHECK(eventsOf(*desks.one, u"duty"_s) == 0);
    CHECK(db::verify(*desks.one).sound());
    CHECK(db::importBundle(*desks.one, desks.everything(*desks.one, u"again"_s)).outcome
        == core::ImportOutcome::Old);
}

TEST_CASE("An escalation comes from another service once it is shared", "[exchange][forgery]")
{
    Forger desks;
    const core::Subject escalation = someSubject(core::SubjectKind::Escalation);
    Forger::write(*desks.day, escalation, core::EscalationRaised{});
    const core::Subject record = someSubject(core::SubjectKind::Case);
    core::CaseOpened opened;
    opened.caseId = {record.id};
    opened.service = u"amhp-day"_s;
    Forger::write(*desks.day, record, opened);
    Forger::write(*desks.day, record, core::CaseShared{u"edt"_s, {core::subjectText(escalation)}});

    const auto report = db::importBundle(*desks.one, desks.everything(*desks.one, u"shared"_s));

    CHECK_FALSE(Forger::names(report, u"“escalation”"_s));
    CHECK(eventsOf(*desks.one, u"escalation"_s) == 1);
}

TEST_CASE("Nobody begins a record that this service began", "[exchange][forgery]")
{
    Forger desks;
    const QString id = contactOf(EdtDesks::submit(
        *desks.one, R"({"do": "contact.log", "user": "priya", "words": "A real call"})"));
    const core::Subject contact{core::SubjectKind::Contact, QUuid::fromString(id)};
    Forger::write(*desks.day, contact, call(contact.id));

    const auto report = db::importBundle(*desks.one, desks.everything(*desks.one, u"forged"_s));

    CHECK(Forger::names(report, u"claims to have begun"_s));
    CHECK(desks.one->records().contact({contact.id})->words == u"A real call"_s);
    CHECK(db::verify(*desks.one).sound());
}

TEST_CASE("A case that was not shared is written to by no other service", "[exchange][forgery]")
{
    const bool shared = GENERATE(false, true);
    Forger desks;
    const db::Answer opened = EdtDesks::submit(*desks.one, R"({"do": "case.open", "user": "priya",
        "title": "Private", "kind_of_work": "general", "council": "ac"})");
    REQUIRE(opened.done());
    const core::Subject record{core::SubjectKind::Case,
        QUuid::fromString(opened.decision.made.value(u"case"_s).toString())};
    if (shared)
        Forger::write(*desks.one, record, core::CaseShared{u"amhp-day"_s, {}});
    core::CaseDescribed described;
    described.title = u"Not theirs"_s;
    Forger::write(*desks.day, record, described);

    const auto report = db::importBundle(*desks.one, desks.everything(*desks.one, u"forged"_s));

    CAPTURE(shared);
    CHECK(Forger::names(report, u"not shared with it"_s) != shared);
    const auto after = desks.one->records().caseRecord({record.id});
    CHECK(after->title == u"Private"_s); // what follows nothing comes before the opening
    CHECK(eventsOf(*desks.one, u"case"_s) == (shared ? 3 : 1));
    CHECK(db::verify(*desks.one).sound());
}

TEST_CASE("What a service shares with itself lets no other write to it", "[exchange][forgery]")
{
    Forger desks;
    const db::Answer opened = EdtDesks::submit(*desks.one, R"({"do": "case.open", "user": "priya",
        "title": "Private", "kind_of_work": "general", "council": "ac"})");
    REQUIRE(opened.done());
    const core::Subject record{core::SubjectKind::Case,
        QUuid::fromString(opened.decision.made.value(u"case"_s).toString())};
    Forger::write(*desks.one, record, core::CaseShared{u"edt"_s, {}});
    core::CaseDescribed described;
    described.title = u"Not theirs"_s;
    Forger::write(*desks.day, record, described);

    const auto report = db::importBundle(*desks.one, desks.everything(*desks.one, u"forged"_s));

    CHECK(Forger::names(report, u"not shared with it"_s));
}

TEST_CASE("A service shares what is its own and reveals nothing else", "[exchange][forgery]")
{
    Forger desks;
    const QString id = contactOf(EdtDesks::submit(
        *desks.one, R"({"do": "contact.log", "user": "priya", "words": "A private call"})"));
    const core::Subject secret{core::SubjectKind::Contact, QUuid::fromString(id)};
    const core::Subject record = someSubject(core::SubjectKind::Case);
    core::CaseOpened opened;
    opened.caseId = {record.id};
    opened.service = u"amhp-day"_s;
    Forger::write(*desks.day, record, opened);
    Forger::write(*desks.day, record, core::CaseShared{u"amhp-day"_s, {core::subjectText(secret)}});
    db::importBundle(*desks.one, desks.everything(*desks.one, u"forged"_s));

    const auto sent
        = db::exportBundle(*desks.one, u"amhp-day"_s, desks.folder.filePath(u"answer"_s));
    db::importBundle(*desks.day, desks.folder.filePath(u"answer"_s));

    CHECK(sent.revealed == 0);
    CHECK_FALSE(desks.day->records().contact({secret.id}));

    // The own word reveals it.
    const core::Subject own = someSubject(core::SubjectKind::Case);
    opened.caseId = {own.id};
    opened.service = u"edt"_s;
    Forger::write(*desks.one, own, opened);
    Forger::write(*desks.one, own, core::CaseShared{u"amhp-day"_s, {core::subjectText(secret)}});
    db::exportBundle(*desks.one, u"amhp-day"_s, desks.folder.filePath(u"shared"_s));
    db::importBundle(*desks.day, desks.folder.filePath(u"shared"_s));
    CHECK(desks.day->records().contact({secret.id}));
}

TEST_CASE("A desk is named by the identity of its key or not at all", "[exchange][forgery][trust]")
{
    Forger desks;
    const core::DeskId untrue = QString(u'a').repeated(32);
    const QString key = QString::fromLatin1(desks.day->parts().key->signingKey().toHex());
    for (const QString& command : {u"desk.trust"_s, u"desk.vouch"_s}) {
        const auto answer = desks.one->submit({{u"do"_s, command}, {u"user"_s, u"priya"_s},
            {u"desk"_s, untrue}, {u"name"_s, u"False"_s}, {u"signing_key"_s, key},
            {u"box_key"_s, key}, {u"services"_s, QJsonArray{u"edt"_s}}});
        REQUIRE_FALSE(answer.done());
        CHECK(answer.decision.refusals.front().field == u"desk"_s);
    }
    core::DeskTrusted trusted;
    trusted.desk = untrue;
    trusted.services = QStringList{u"edt"_s};
    trusted.signingKey = trusted.boxKey = key;
    Forger::write(*desks.day, core::subjectOfDesk(desks.day->desk()), trusted);
    Forger::write(*desks.one, core::subjectOfDesk(desks.one->desk()), trusted);

    const auto report = db::importBundle(*desks.one, desks.everything(*desks.one, u"forged"_s));

    CHECK(Forger::names(report, u"another identity than its key's"_s));
    CHECK_FALSE(db::trustedDesks(*desks.one).contains(untrue));
}

TEST_CASE("A desk vouches for no more services than it writes for", "[exchange][forgery][trust]")
{
    const Forger desks;
    const QString file = desks.folder.filePath(u"introduction"_s);
    db::introduce(*desks.two, file);
    db::Introduced read = db::readIntroductionFile(file);
    REQUIRE(db::trustDesk(*desks.day, read,
        {u"olive"_s, read.code.join(u' '), false, false,
            {}}).done());
    db::InitOptions options = DeskInFolder::options();
    options.service = u"amhp-day"_s;
    options.desk = u"AMHP day desk 2"_s;
    const auto other = db::Store::create(desks.folder.filePath(u"day2.db"_s), options);
    db::introduce(*other, file);
    read = db::readIntroductionFile(file);
    REQUIRE(read.introduction.services.size() > 1);

    const auto all
        = db::trustDesk(*desks.day, read, {u"olive"_s, read.code.join(u' '), false, true, {}});
    REQUIRE_FALSE(all.done());
    CHECK(all.decision.refusals.front().field == u"services"_s);
    CHECK(db::trustDesk(
        *desks.day, read, {u"olive"_s, read.code.join(u' '), false, true, {u"amhp-day"_s}})
              .done());
}

TEST_CASE(
    "A word about this desk's own events makes it take no other identity", "[exchange][forgery]")
{
    Forger desks;
    const core::DeskId before = desks.one->desk();
    const QString bundle
        = desks.forged(*desks.day, *desks.one, u"word"_s, [&](db::BundleWriter& writer) {
              writer.put(core::BundleRecord::Acknowledged,
                  core::bundleBytes(core::Head{before, 9999, db::hash("nothing")}));
          });

    const auto report = db::importBundle(*desks.one, bundle);

    CHECK(report.newIdentity.isEmpty());
    CHECK(desks.one->desk() == before);
    CHECK(Forger::names(report, u"9999"_s));
}

TEST_CASE(
    "A store put back is found although everything of it was acknowledged", "[exchange][fork]")
{
    EdtDesks desks;
    const QString later = desks.putBackOne();
    const core::DeskId before = desks.one->desk();

    const auto found = db::importBundle(*desks.one, later);

    CHECK(found.newIdentity == desks.one->desk());
    CHECK(desks.one->desk() != before);
}

TEST_CASE(
    "What another service began reaches a colleague with the answer to it", "[exchange][alert]")
{
    const Forger desks;
    const db::Answer added = desks.day->submit({{u"do"_s, u"alert.add"_s}, {u"user"_s, u"olive"_s},
        {u"name"_s, u"Daniel Okoro"_s}, {u"words"_s, u"May ring"_s}, {u"service"_s, u"edt"_s}});
    REQUIRE(added.done());
    const core::AlertId id{QUuid::fromString(added.decision.made.value(u"id"_s).toString())};
    db::importBundle(*desks.one, desks.bundle(*desks.day, u"alert"_s));
    REQUIRE(desks.one->records().alert(id));
    REQUIRE(desks.one
                ->submit({{u"do"_s, u"contact.log"_s}, {u"user"_s, u"priya"_s},
                    {u"words"_s, u"Daniel Okoro rings"_s}})
                .done());

    const auto report = db::importBundle(*desks.two, desks.bundle(*desks.one, u"on"_s));

    CHECK(report.refusals.isEmpty());
    REQUIRE(desks.two->records().alert(id));
    CHECK(desks.two->records().alert(id)->words == u"May ring"_s);
    desks.exchange();
    CHECK(db::digestOfRows(*desks.two) == db::digestOfRows(*desks.one));
}

TEST_CASE(
    "HO-2.1f what the night does with a day team's alert reaches the day team", "[exchange][alert]")
{
    const bool withdrawn = GENERATE(false, true);
    Forger desks;
    const QString night = desks.folder.filePath(u"night"_s);
    const db::Answer added = desks.day->submit({{u"do"_s, u"alert.add"_s}, {u"user"_s, u"olive"_s},
        {u"name"_s, u"Daniel Okoro"_s}, {u"words"_s, u"May ring"_s}, {u"service"_s, u"edt"_s}});
    REQUIRE(added.done());
    const QString key = added.decision.made.value(u"id"_s).toString();
    const core::AlertId id{QUuid::fromString(key)};
    db::importBundle(*desks.one, desks.bundle(*desks.day, u"alert"_s));
    REQUIRE(desks.one
                ->submit({{u"do"_s, u"contact.log"_s}, {u"user"_s, u"priya"_s},
                    {u"words"_s, u"Daniel Okoro rings"_s}})
                .done());
    if (withdrawn)
        REQUIRE(desks.one
                    ->submit({{u"do"_s, u"alert.withdraw"_s}, {u"user"_s, u"priya"_s},
                        {u"alert"_s, key}, {u"reason"_s, u"Home and well"_s}})
                    .done());
    db::exportBundle(*desks.one, u"amhp-day"_s, night);

    const auto report = db::importBundle(*desks.day, night);

    CHECK(report.refusals.isEmpty());
    const auto there = desks.day->records().alert(id);
    REQUIRE(there);
    CHECK(there->hits.size() == 1);
    CHECK(there->withdrawnAt.has_value() == withdrawn);
}

TEST_CASE("HO-3.1b a file that no record names is not kept, and the report says so",
    "[exchange][forgery]")
{
    Forger desks;
    const QByteArray content("nobody asked for it");
    const core::Digest hash = db::hash(content);
    const QString bundle
        = desks.forged(*desks.day, *desks.one, u"unasked"_s, [&](db::BundleWriter& writer) {
              writer.put(core::BundleRecord::File,
                  core::bundleBytes(core::BundleFile{hash, content.size()}));
              writer.put(core::BundleRecord::FilePiece, content);
          });

    const core::ImportReport report = db::importBundle(*desks.one, bundle);

    CHECK(report.files == 0);
    CHECK(Forger::names(report, u"no record here names"_s));
    CHECK_FALSE(QFile::exists(db::attachmentsOf(desks.one->path()) + u'/' + core::toHex(hash)));
}

TEST_CASE("A bundle made at a time that cannot be is refused", "[exchange][forgery]")
{
    Forger desks;
    const qint64 made = GENERATE(
        std::numeric_limits<qint64>::min(), qint64{-1}, std::numeric_limits<qint64>::max());
    const db::StoreParts& parts = desks.day->parts();
    const QString path = desks.folder.filePath(u"odd"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    db::BundleWriter writer(
        file, desks.day->desk(), {{desks.one->desk(), desks.one->parts().key->boxKey()}});
    writer.put(core::BundleRecord::Opening,
        core::bundleBytes(core::BundleOpening{desks.day->desk(), parts.key->signingKey(),
            parts.deskName, desks.day->service(), desks.one->service(), core::fromMillis(made), 0,
            desks.day->training()}));
    writer.close(*parts.key);
    file.close();

    CHECK_THROWS_WITH(db::importBundle(*desks.one, path), Catch::Contains("a time that cannot be"));
}
