#pragma once

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

/// S2 at Thu 19 Nov 2026 19:40: held under s136 since 03:40, assessed by Helen, s2, a bed offered.
struct WaitingDesk : HandoverDesk {
    WaitingDesk()
    {
        clock(QString::fromLatin1("2026-11-19T15:10"));
        must("helen", R"({"do": "case.open", "title": "A", "kind_of_work": "mhaa", "as": "A",
            "new_person": {"name": "Aaron Lisle", "born": "1999-05-04"}})");
        must("helen", R"({"do": "case.status", "case": "$A", "status": "s136",
            "start": "2026-11-19T03:40", "evidence": "police log"})");
        must("helen", R"({"do": "case.place", "case": "$A", "kind": "s136_suite", "at": "05:30"})");
        must("helen", R"({"do": "case.assessment", "case": "$A", "started": "10:15",
            "ended": "15:00", "outcome": "s2", "reasons": "R", "persons_view": "P",
            "carers_view": "C"})");
        must("helen", R"({"do": "case.alternative", "case": "$A", "option": "crht",
            "answer": "not_suitable", "reason": "Risk"})");
        clock(QString::fromLatin1("2026-11-19T19:40"));
    }
    Reply exam(const char* doctor, const char* form, const char* at = "11:00")
    {
        const QString request
            = QString::fromLatin1("{\"do\": \"case.exam\", \"case\": \"$A\", \"doctor\": \"%1\", "
                                  "\"form\": \"%2\", \"at\": \"%3\"}");
        return must("helen",
            request
                .arg(QString::fromUtf8(doctor), QString::fromLatin1(form), QString::fromLatin1(at))
                .toUtf8()
                .data());
    }
    /// Both recommendations for s2.
    void recommended()
    {
        exam("Dr Lund", "A4");
        exam("Dr Adair", "A4", "12:10");
    }
    Reply signs(const char* form)
    {
        const QString request = QString::fromLatin1(
            "{\"do\": \"case.application\", \"case\": \"$A\", \"form\": \"%1\", "
            "\"signed_at\": \"19:35\", \"hospital\": \"Ash Ward\"}");
        return must("helen", request.arg(QString::fromLatin1(form)).toUtf8().data());
    }
    const core::ClockFact* clockOf(const char* kind)
    {
        m_shown = record("A");
        for (const core::ClockFact& each : m_shown.clocks)
            if (each.kind == QString::fromLatin1(kind))
                return &each;
        return nullptr;
    }

private:
    core::Case m_shown;
};
