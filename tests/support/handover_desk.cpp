#include "tests/support/handover_desk.h"

#include "core/handover/window.h"
#include "tests/support/calendars.h"
#include "tests/support/times.h"

#include <QJsonDocument>

#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace core;

// Reading the profile takes longer than a whole history of commands.
static const ServiceCalendar& anyshire()
{
    static const ServiceCalendar calendar = shippedCalendar("anyshire");
    return calendar;
}

HandoverDesk::HandoverDesk() : Ledger(anyshire())
{
    clock(u"2026-11-18T16:00"_s);
    submit(R"({"do": "user.add", "login": "root", "name": "Set-up", "service": "edt",
        "roles": ["admin"]})");
    const auto add = [this](const char* json) { must("root", json); };
    add(R"({"do": "user.add", "login": "priya", "name": "Priya Nair", "service": "amhp-day",
        "roles": ["amhp_lead", "amhp"], "amhp": true})");
    add(R"({"do": "user.add", "login": "helen", "name": "Helen Brandt", "service": "amhp-day",
        "roles": ["amhp"], "amhp": true})");
    add(R"({"do": "user.add", "login": "tom", "name": "Tom Ashdown", "service": "edt",
        "roles": ["on_call_manager"]})");
    add(R"({"do": "user.add", "login": "grace", "name": "Grace Oyelaran", "service": "edt",
        "roles": ["edt_officer", "amhp"], "amhp": true})");
    add(R"({"do": "user.add", "login": "kofi", "name": "Kofi Mensah", "service": "edt",
        "roles": ["edt_officer", "amhp"], "amhp": true})");
    add(R"({"do": "user.add", "login": "ruth", "name": "Ruth Adams", "service": "edt",
        "roles": ["edt_admin"]})");
    add(R"({"do": "user.add", "login": "sam", "name": "Sam Okafor", "service": "day-team",
        "roles": ["day_worker"]})");
}

Reply HandoverDesk::does(const char* user, const char* request)
{
    QJsonParseError error;
    QJsonObject json = QJsonDocument::fromJson(request, &error).object();
    if (json.isEmpty())
        throw std::runtime_error(error.errorString().toStdString() + " in " + request);
    json.insert(u"user"_s, QString::fromLatin1(user));
    return submit(json);
}

Reply HandoverDesk::must(const char* user, const char* request)
{
    Reply reply = does(user, request);
    if (!reply.done()) {
        const Refusal& first = reply.decision.refusals.front();
        throw std::runtime_error(
            (first.clause + u' ' + first.field + u": "_s + first.text).toStdString() + " — "
            + request);
    }
    return reply;
}

void HandoverDesk::opens(const char* user, const char* name, const char* kindOfWork)
{
    const QString request = u"{\"do\": \"case.open\", \"title\": \"%1\", \"kind_of_work\": \"%2\", "
                            "\"as\": \"%1\"}"_s;
    must(user,
        request.arg(QString::fromLatin1(name), QString::fromLatin1(kindOfWork)).toUtf8().data());
}

Reply HandoverDesk::proposes(const char* user, const char* name)
{
    const QString request
        = u"{\"do\": \"handover.propose\", \"case\": \"$%1\", \"reason\": \"unable_to_complete\", "
          "\"why\": \"They are on duty.\"}"_s;
    return must(user, request.arg(QString::fromLatin1(name)).toUtf8().data());
}

Case HandoverDesk::record(const char* name) const
{
    return *caseRecord({names.at(QString::fromLatin1(name))});
}

HandoverItem HandoverDesk::item(const char* name) const
{
    return record(name).handovers.back();
}

QString HandoverDesk::owner(const char* name) const
{
    return record(name).responsible.current();
}

QString HandoverDesk::ownerAt(const char* name, const char* local) const
{
    return record(name).responsible.at(london(local));
}

const Window* HandoverDesk::windowNamed(const char* name) const
{
    return window(windowId(calendar().profile().key, QString::fromLatin1(name))).get();
}

QStringList HandoverDesk::refused(const Reply& reply)
{
    QStringList clauses;
    for (const Refusal& each : reply.decision.refusals)
        clauses.append(each.clause.startsWith(u"DESK-") ? each.field : each.clause);
    return clauses;
}

QStringList HandoverDesk::owed(const Reply& reply)
{
    QStringList clauses;
    for (const Owed& each : reply.decision.owed)
        clauses.append(each.clause);
    return clauses;
}

QStringList HandoverDesk::flagged(const Reply& reply)
{
    QStringList clauses;
    for (const Flag& each : reply.decision.flags)
        clauses.append(each.clause);
    return clauses;
}
