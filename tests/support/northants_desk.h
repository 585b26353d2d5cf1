#pragma once

#include "tests/support/calendars.h"
#include "tests/support/ledger.h"

#include <QJsonDocument>

#include <stdexcept>

/// A desk of Northamptonshire on Wed 18 Nov 2026 at 16:00: call handler `cara` of call care,
/// officers `olu` and `ada` (AMHP), team leader `lena`, business support `bob`, and `chris` of the
/// children's service.
class NorthantsDesk : public Ledger {
public:
    NorthantsDesk() : Ledger(area(), QStringLiteral("adult-response"))
    {
        clock(QStringLiteral("2026-11-18T16:00"));
        submit(R"({"do": "user.add", "login": "root", "name": "Set-up",
            "service": "adult-response", "roles": ["admin"]})");
        adds("cara", "Cara Moss", "call-care", "call_handler", false);
        adds("olu", "Olu Bello", "adult-response", "adult_officer", false);
        adds("ada", "Ada Finch", "adult-response", "amhp", true);
        adds("lena", "Lena Hart", "adult-response", "team_leader", true);
        adds("bob", "Bob Lane", "adult-response", "business_support", false);
        adds("chris", "Chris Vale", "children", "children_officer", false);
    }

    Reply does(const char* user, const QByteArray& request)
    {
        QJsonParseError error;
        QJsonObject json = QJsonDocument::fromJson(request, &error).object();
        if (json.isEmpty())
            throw std::runtime_error(
                (error.errorString().toUtf8() + " in " + request).toStdString());
        json.insert(QStringLiteral("user"), QString::fromLatin1(user));
        return submit(json);
    }
    Reply must(const char* user, const QByteArray& request)
    {
        Reply reply = does(user, request);
        if (!reply.done())
            throw std::runtime_error(
                (reply.decision.refusals.front().text.toUtf8() + " — " + request).toStdString());
        return reply;
    }
    /// Logs a call, kept as `name`.
    Reply logs(const char* user, const char* name, const QByteArray& fields = {})
    {
        return must(user,
            QByteArray(R"({"do": "contact.log", "words": "Somebody rings", "as": ")") + name + '"'
                + (fields.isEmpty() ? QByteArray() : ", " + fields) + '}');
    }
    core::Contact call(const char* name) const
    {
        return *contact({names.at(QString::fromLatin1(name))});
    }
    static QStringList sharedWith(const core::Contact& contact)
    {
        QStringList services;
        for (const core::ContactShare& share : contact.shares)
            services.append(share.with);
        return services;
    }
    static QStringList clauses(const Reply& reply)
    {
        QStringList all;
        for (const core::Refusal& refusal : reply.decision.refusals)
            all.append(refusal.clause);
        return all;
    }

private:
    static const core::ServiceCalendar& area()
    {
        static const core::ServiceCalendar calendar = shippedCalendar("northamptonshire");
        return calendar;
    }
    void adds(const char* login, const char* name, const char* service, const char* role, bool amhp)
    {
        submit(QJsonObject{{QStringLiteral("do"), QStringLiteral("user.add")},
            {QStringLiteral("user"), QStringLiteral("root")},
            {QStringLiteral("login"), QString::fromLatin1(login)},
            {QStringLiteral("name"), QString::fromLatin1(name)},
            {QStringLiteral("service"), QString::fromLatin1(service)},
            {QStringLiteral("roles"), QJsonArray{QString::fromLatin1(role)}},
            {QStringLiteral("amhp"), amhp}});
    }
};
