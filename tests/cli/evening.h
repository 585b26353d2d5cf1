#pragma once

#include "tests/cli/program.h"

#include <catch2/catch.hpp>

#include <QFile>

using namespace Qt::StringLiterals;

/// A service's desk with a store of its own.
class Desk {
public:
    Desk(const QString& folder, const QString& name, const QString& service,
        const QString& profile = u"anyshire"_s)
        : m_path(folder + u'/' + name + u".dutydesk"_s)
    {
        const Ran made = run({u"init"_s, u"--profile"_s, profile, u"--service"_s, service,
            u"--staff-of"_s, service, u"--desk"_s, name, u"--training"_s, u"2026-11-18T09:00"_s});
        INFO(made.err.toStdString());
        REQUIRE(made.status == 0);
    }

    Ran run(const QStringList& arguments, const QByteArray& input = {}) const
    {
        return runCli(QStringList{u"--store"_s, m_path, u"--json"_s} + arguments, input);
    }
    std::vector<QJsonObject> apply(const QByteArray& commands) const
    {
        const Ran ran = run({u"do"_s}, commands);
        INFO(ran.out.toStdString() << ran.err.toStdString());
        REQUIRE(ran.status == 0);
        return ran.lines();
    }
    QJsonObject exportTo(const QString& service, const QString& file) const
    {
        const Ran ran = run({u"export"_s, u"--to"_s, service, file});
        INFO(ran.out.toStdString() << ran.err.toStdString());
        REQUIRE(ran.status == 0);
        return ran.answer();
    }
    QJsonObject import(const QString& file) const
    {
        const Ran ran = run({u"import"_s, file});
        INFO(ran.out.toStdString() << ran.err.toStdString());
        REQUIRE(ran.status == 0);
        return ran.answer();
    }
    std::vector<QJsonObject> list(const QString& kind) const
    {
        return run({u"list"_s, kind}).lines();
    }
    void trust(const Desk& other, const QString& user, const QString& file) const
    {
        const QJsonObject said = other.run({u"desks"_s, u"introduce"_s, file}).answer();
        REQUIRE(said.value(u"code"_s).toString().split(u' ').size() == 6);
        const Ran ran = run({u"--user"_s, user, u"desks"_s, u"trust"_s, file, u"--code"_s,
            said.value(u"code"_s).toString()});
        INFO(ran.out.toStdString() << ran.err.toStdString());
        REQUIRE(ran.status == 0);
    }
    void checkSound() const
    {
        const Ran verified = run({u"verify"_s});
        INFO(verified.out.toStdString());
        CHECK(verified.status == 0);
        CHECK_FALSE(run({u"rebuild"_s}).answer().value(u"changed"_s).toBool());
    }
    const QString& path() const { return m_path; }

private:
    QString m_path;
};

inline const QByteArray dayPeople
    = R"({"do": "user.add", "login": "admin", "name": "Set-up", "service": "amhp-day", "roles": ["admin"]}
{"do": "user.add", "user": "admin", "login": "priya.nair", "name": "Priya Nair", "service": "amhp-day", "roles": ["amhp_lead", "amhp"], "amhp": true}
{"do": "user.add", "user": "admin", "login": "helen.brandt", "name": "Helen Brandt", "service": "amhp-day", "roles": ["amhp"], "amhp": true}
)";

inline const QByteArray edtPeople
    = R"({"do": "user.add", "login": "admin", "name": "Set-up", "service": "edt", "roles": ["admin"]}
{"do": "user.add", "user": "admin", "login": "tom.ashdown", "name": "Tom Ashdown", "service": "edt", "roles": ["on_call_manager"]}
{"do": "user.add", "user": "admin", "login": "grace.oyelaran", "name": "Grace Oyelaran", "service": "edt", "roles": ["edt_officer", "amhp"], "amhp": true}
)";

inline const QByteArray dayBefore = R"({"clock": "2026-11-18T09:10"}
{"do": "contact.log", "user": "priya.nair", "as": "call-a", "words": "Ward 4 asks for an assessment", "category": "mhaa", "council": "ac"}
{"do": "person.add", "user": "priya.nair", "as": "daniel", "name": "Daniel Pryce", "born": "1992-03-14", "nhs_number": "999 000 0034"}
{"do": "contact.link_person", "user": "priya.nair", "contact": "$call-a", "person": "$daniel"}
{"do": "contact.open_case", "user": "priya.nair", "as": "A", "contact": "$call-a", "title": "Held on Ward 4"}
{"do": "case.status", "user": "priya.nair", "case": "$A", "status": "s5_2", "start": "2026-11-17T21:30", "evidence": "H1, ward log 21:30"}
{"do": "contact.log", "user": "priya.nair", "as": "call-b", "words": "GP worried about Ruth Kemp", "category": "mhaa", "council": "mbc"}
{"do": "contact.open_case", "user": "priya.nair", "as": "B", "contact": "$call-b", "title": "Low for weeks"}
{"do": "contact.log", "user": "priya.nair", "as": "call-d", "words": "Private to the day service: Osric Vane", "category": "mhaa", "council": "mbc"}
{"clock": "2026-11-18T16:15"}
{"do": "handover.open_window", "user": "priya.nair", "window": "2026-11-18-PM", "coordinators": [{"service": "amhp-day", "name": "Priya Nair"}, {"service": "edt", "name": "Tom Ashdown"}]}
{"clock": "2026-11-18T16:20"}
{"do": "handover.discuss", "user": "helen.brandt", "cases": ["$A"], "with": "Priya Nair", "role": "amhp_lead", "agreed": "EDT is asked to finish"}
{"do": "handover.propose", "user": "helen.brandt", "case": "$A", "to": "edt", "reason": "unable_to_complete", "why": "The second doctor comes at 19:00", "window": "2026-11-18-PM", "ipass": {"illness": "critical_clock", "summary": "Daniel Pryce, 34", "actions": "Second doctor at 19:00", "contingency": "Rota doctor"}}
)";

inline QJsonObject rowOf(const Desk& desk, const QString& kind, const QString& key)
{
    for (const QJsonObject& row : desk.list(kind))
        if (row.value(u"key"_s) == key)
            return row;
    return {};
}

/// The two desks of the evening handover, known to each other.
struct Evening {
    Evening()
    {
        day.apply(dayPeople);
        edt.apply(edtPeople);
        day.trust(edt, u"priya.nair"_s, file(u"edt.introduction"_s));
        edt.trust(day, u"tom.ashdown"_s, file(u"day.introduction"_s));
        const auto answers = day.apply(dayBefore);
        for (const QJsonObject& answer : answers) {
            const QJsonObject ids = answer.value(u"made"_s).toObject();
            if (answer.value(u"do"_s) == u"contact.open_case"_s)
                (a.isEmpty() ? a : b) = ids.value(u"case"_s).toString();
            if (answer.value(u"do"_s) == u"handover.propose"_s) {
                item = ids.value(u"item"_s).toString();
                number = ids.value(u"transfer"_s).toString();
            }
        }
    }

    QString file(const QString& name) const { return folder.filePath(name); }

    const QTemporaryDir folder;
    Desk day{folder.path(), u"AMHP day desk"_s, u"amhp-day"_s};
    Desk edt{folder.path(), u"EDT desk 1"_s, u"edt"_s};
    QString a;
    QString b;
    QString item;
    QString number;
};
