#pragma once

#include "core/casework/case.h"
#include "core/casework/case_rules.h"

namespace core {

struct SupportAsked {
    static constexpr const char* type = "case.support_asked";
    PartId id;
    SupportKind kind = SupportKind::Other;
    QString team;
    QString what;
    QString why;
    bool crht = false;
    bool trusted = false;
    QString via;
    std::optional<Instant> plannedAt;
    std::optional<int> notice;
    QString noticeReason;
    QString discussion;
    std::optional<MeetingMode> mode;
    std::optional<bool> shortNotice; ///< told where it is. COOP-3.8
    std::optional<Instant> gpSeenAt;
    std::optional<TeamKind> teamKind;
    OlderRoute older;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("kind", s.kind);
        v("team", s.team);
        v("what", s.what);
        v("why", s.why);
        v("crht", s.crht);
        v("trusted", s.trusted);
        v("via", s.via);
        v("planned_at", s.plannedAt);
        v("notice", s.notice);
        v("notice_reason", s.noticeReason);
        v("discussion", s.discussion);
        v("mode", s.mode);
        v("short_notice", s.shortNotice);
        v("gp_seen_at", s.gpSeenAt);
        v("team_kind", s.teamKind);
        v("illness", s.older.illness);
        v("organic_excluded_by", s.older.organicExcludedBy);
        v("organic_excluded_at", s.older.organicExcludedAt);
        v("mdt_at", s.older.mdtAt);
        v("before_opmh", s.older.beforeOpmh);
    }
};

/// What a request was made without is told later; nothing that was told is replaced.
struct SupportCompleted {
    static constexpr const char* type = "case.support_completed";
    PartId id;
    QString team;
    QString noticeReason;
    std::optional<Instant> gpSeenAt;
    QString words; ///< why the team declined or deferred
    OlderRoute older;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("team", s.team);
        v("notice_reason", s.noticeReason);
        v("gp_seen_at", s.gpSeenAt);
        v("words", s.words);
        v("illness", s.older.illness);
        v("organic_excluded_by", s.older.organicExcludedBy);
        v("organic_excluded_at", s.older.organicExcludedAt);
        v("mdt_at", s.older.mdtAt);
    }
};

struct SupportAnswered {
    static constexpr const char* type = "case.support_answered";
    PartId id;
    SupportAnswer answer = SupportAnswer::Asked;
    QString words;
    QString discussion;
    std::optional<MeetingMode> mode;
    bool rescreened = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("answer", s.answer);
        v("words", s.words);
        v("discussion", s.discussion);
        v("mode", s.mode);
        v("rescreened", s.rescreened);
    }
};

struct HighRiskDiscussed {
    static constexpr const char* type = "case.high_risk_discussed";
    PartId id;
    QString calledBy;
    QString attendees;
    QString outcomes;
    QString contingency;
    QString sharedWith;
    Instant reviewDue;
    std::vector<Instant> warnings;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("called_by", s.calledBy);
        v("attendees", s.attendees);
        v("outcomes", s.outcomes);
        v("contingency", s.contingency);
        v("shared_with", s.sharedWith);
        v("review_due", s.reviewDue);
        v("warnings", s.warnings);
    }
};

/// With whom its outcome was shared, and its contingency, told later.
struct HighRiskCompleted {
    static constexpr const char* type = "case.high_risk_completed";
    PartId id;
    QString contingency;
    QString sharedWith;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("contingency", s.contingency);
        v("shared_with", s.sharedWith);
    }
};

struct HighRiskReviewed {
    static constexpr const char* type = "case.high_risk_reviewed";
    PartId id;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("words", s.words);
    }
};

struct DisputeStepped {
    static constexpr const char* type = "case.dispute_stepped";
    PartId dispute;
    DisputeRung rung = DisputeRung::Managers;
    QString names;
    QString decision;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("dispute", s.dispute);
        v("rung", s.rung);
        v("names", s.names);
        v("decision", s.decision);
        v("reason", s.reason);
    }
};

struct EdtRecordReceived {
    static constexpr const char* type = "case.edt_record_received";
    PartId item;
    QString worker;
    QString team;
    QString telephone;
    QString manager;
    std::optional<Instant> managerAt;
    QString contingency;
    QString notToContact;
    QString feedbackTo;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("item", s.item);
        v("worker", s.worker);
        v("team", s.team);
        v("telephone", s.telephone);
        v("manager", s.manager);
        v("manager_at", s.managerAt);
        v("contingency", s.contingency);
        v("not_to_contact", s.notToContact);
        v("feedback_to", s.feedbackTo);
    }
};

/// The worker spoke to an EDT officer: beside it the acceptance, or the decline. HO-4.2
struct EdtTelephoned {
    static constexpr const char* type = "case.edt_telephoned";
    PartId item;
    QString officer;
    QString clarification;
    QString contingency;
    QString declined;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("item", s.item);
        v("officer", s.officer);
        v("clarification", s.clarification);
        v("contingency", s.contingency);
        v("declined", s.declined);
    }
};

/// What an EDT Handover Record left open and was told later. HO-4.1a, HO-4.3b
struct EdtRecordCompleted {
    static constexpr const char* type = "case.edt_record_completed";
    PartId item;
    QString manager;
    std::optional<Instant> managerAt;
    QString contingency;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("item", s.item);
        v("manager", s.manager);
        v("manager_at", s.managerAt);
        v("contingency", s.contingency);
    }
};

struct CaseDistributed {
    static constexpr const char* type = "case.distributed";
    QStringList teams;
    QString gp;
    QString outstanding;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("teams", s.teams);
        v("gp", s.gp);
        v("outstanding", s.outstanding);
    }
};

/// HO-6.4: the escalation names the case too.
struct CaseEscalated {
    static constexpr const char* type = "case.escalated";
    EscalationId escalation;
    QString ref;
    QString transferNumber;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("escalation", s.escalation);
        v("ref", s.ref);
        v("transfer_number", s.transferNumber);
    }
};

/// A clock was let run longer by who may: PACE, an emergency protection order.
struct ClockExtended {
    static constexpr const char* type = "case.clock_extended";
    PartId id;
    Instant due;
    std::vector<Instant> warnings;
    QString by;
    QString reason;
    std::optional<bool> extends; ///< no: it is on the record and lets nothing run on

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("due", s.due);
        v("warnings", s.warnings);
        v("by", s.by);
        v("reason", s.reason);
        v("extends", s.extends);
    }
};

}
