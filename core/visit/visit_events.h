#pragma once

#include "core/visit/visit.h"

namespace core {

/// Somebody leaves. What the profile said of lengths and warnings stands in it.
struct VisitStarted {
    static constexpr const char* type = "visit.started";
    VisitId of;
    QString service;
    UserId officer;
    QString officerName;
    QString with;
    QString where;
    QString vehicle;
    QString number;
    QString risks;
    CaseId caseId;
    ContactId contact;
    std::optional<Instant> backBy;
    std::vector<Instant> backWarnings;
    Instant nextCheck;
    std::vector<Instant> checkWarnings;
    int checkEvery = 0;
    QString answers;
    QString watches;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("visit", s.of);
        v("service", s.service);
        v("officer", s.officer);
        v("officer_name", s.officerName);
        v("with", s.with);
        v("where", s.where);
        v("vehicle", s.vehicle);
        v("number", s.number);
        v("risks", s.risks);
        v("case", s.caseId);
        v("contact", s.contact);
        v("back_by", s.backBy);
        v("back_warnings", s.backWarnings);
        v("next_check", s.nextCheck);
        v("check_warnings", s.checkWarnings);
        v("check_every", s.checkEvery);
        v("answers", s.answers);
        v("watches", s.watches);
    }
};

/// Word was heard: the next check-in is due anew.
struct VisitCheckedIn {
    static constexpr const char* type = "visit.checked_in";
    QString words;
    Instant nextCheck;
    std::vector<Instant> checkWarnings;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("words", s.words);
        v("next_check", s.nextCheck);
        v("check_warnings", s.checkWarnings);
    }
};

/// What is left out stays.
struct VisitChanged {
    static constexpr const char* type = "visit.changed";
    std::optional<QString> with;
    std::optional<QString> where;
    std::optional<QString> vehicle;
    std::optional<QString> number;
    std::optional<QString> answers;
    std::optional<QString> watches;
    std::optional<Instant> backBy;
    std::optional<std::vector<Instant>> backWarnings;
    std::optional<Instant> nextCheck;
    std::optional<std::vector<Instant>> checkWarnings;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("with", s.with);
        v("where", s.where);
        v("vehicle", s.vehicle);
        v("number", s.number);
        v("answers", s.answers);
        v("watches", s.watches);
        v("back_by", s.backBy);
        v("back_warnings", s.backWarnings);
        v("next_check", s.nextCheck);
        v("check_warnings", s.checkWarnings);
    }
};

struct VisitAlarmRaised {
    static constexpr const char* type = "visit.alarm_raised";
    QString told;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("told", s.told);
        v("words", s.words);
    }
};

struct VisitReturned {
    static constexpr const char* type = "visit.returned";
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("words", s.words);
    }
};

struct VisitNoted {
    static constexpr const char* type = "visit.noted";
    PartId id;
    QString kind;
    QString words;
    bool late = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("kind", s.kind);
        v("words", s.words);
        v("late", s.late);
    }
};

/// The notes went in, with this one reason for those that are late. COOP-1.5
struct VisitWrittenUp {
    static constexpr const char* type = "visit.written_up";
    int entries = 0;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("entries", s.entries);
        v("reason", s.reason);
    }
};

}
