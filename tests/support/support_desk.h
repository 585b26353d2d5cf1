#pragma once

#include "core/casework/case_checks.h"
#include "tests/support/handover_desk.h"

/// A desk with case A of a person with that birth date and postcode.
struct SupportDesk : HandoverDesk {
    explicit SupportDesk(const char* born = "1980-03-01", const char* postcode = "AY2 4QQ")
    {
        const QString person = QStringLiteral(
            R"({"do": "person.add", "name": "Ruth Kemp", "born": "%1", "postcode": "%2",
            "as": "P"})");
        must("grace",
            person.arg(QString::fromLatin1(born), QString::fromLatin1(postcode)).toUtf8().data());
        must("grace", R"({"do": "case.open", "title": "A", "kind_of_work": "mhaa", "person": "$P",
            "as": "A"})");
    }
    Reply asks(const char* fields = R"("planned": "20:00")")
    {
        const QByteArray request = QByteArray(R"({"do": "case.crht_request", "case": "$A",
            "what": "Come to the assessment", "why": "Home treatment may do", )")
            + fields + "}";
        return does("grace", request.data());
    }
    core::SupportRequest request() { return record("A").supports.back(); }
    /// What the record owes of cooperation with others.
    QStringList owedFields()
    {
        QStringList fields;
        for (const core::Owed& each : core::owedOf(record("A")))
            if (each.clause.startsWith(QStringLiteral("COOP-3"))
                || each.clause.startsWith(QStringLiteral("COOP-4"))
                || each.field == QStringLiteral("reason") || each.field == QStringLiteral("number"))
                fields.append(each.field);
        return fields;
    }
};
