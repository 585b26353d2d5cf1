#pragma once

#include "core/escalation/escalation.h"

namespace core {

struct EscalationRaised {
    static constexpr const char* type = "escalation.raised";
    EscalationId id;
    QString ref;
    QString service;
    bool incoming = false;
    Raiser raiser = Raiser::Officer;
    QString raisedBy;
    QString raiserRole;
    QString organisation;
    std::vector<Ground> grounds;
    QString about;
    QString mitigation;
    std::vector<CaseId> cases;
    QString transferNumber;
    bool danger = false;
    bool seriousIncident = false;
    std::optional<Instant> acknowledgeDue;
    std::vector<Instant> acknowledgeWarnings;
    std::optional<Instant> responseDue;
    std::vector<Instant> responseWarnings;
    std::optional<Scope> scope;
    std::optional<Instant> followUpDue; ///< of a disagreement: settled and in writing by then
    std::vector<Instant> followUpWarnings;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("ref", s.ref);
        v("service", s.service);
        v("incoming", s.incoming);
        v("raiser", s.raiser);
        v("raised_by", s.raisedBy);
        v("raiser_role", s.raiserRole);
        v("organisation", s.organisation);
        v("grounds", s.grounds);
        v("about", s.about);
        v("mitigation", s.mitigation);
        v("cases", s.cases);
        v("transfer_number", s.transferNumber);
        v("danger", s.danger);
        v("serious_incident", s.seriousIncident);
        v("acknowledge_due", s.acknowledgeDue);
        v("acknowledge_warnings", s.acknowledgeWarnings);
        v("response_due", s.responseDue);
        v("response_warnings", s.responseWarnings);
        v("scope", s.scope);
        v("follow_up_due", s.followUpDue);
        v("follow_up_warnings", s.followUpWarnings);
    }
};

/// A member of the public was shown the complaints' way: no escalation is opened. ESC-1.7
struct EscalationSignposted {
    static constexpr const char* type = "escalation.signposted";
    EscalationId id;
    QString ref;
    QString service;
    Raiser raiser = Raiser::Public;
    QString raisedBy;
    QString about;
    QString to;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("ref", s.ref);
        v("service", s.service);
        v("raiser", s.raiser);
        v("raised_by", s.raisedBy);
        v("about", s.about);
        v("to", s.to);
    }
};

struct EscalationDiscussed {
    static constexpr const char* type = "escalation.discussed";
    QString with;
    QString outcome;
    bool resolved = false;
    std::optional<Instant> followUpDue;
    std::vector<Instant> followUpWarnings;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("with", s.with);
        v("outcome", s.outcome);
        v("resolved", s.resolved);
        v("follow_up_due", s.followUpDue);
        v("follow_up_warnings", s.followUpWarnings);
    }
};

/// What it was raised without is told later; grounds are added, and nothing told is taken back.
struct EscalationCompleted {
    static constexpr const char* type = "escalation.completed";
    std::vector<Ground> grounds;
    QString mitigation;
    QString organisation;
    QString route;
    QString role;
    std::optional<int> level = {}; ///< of the role; none: the newest
    std::optional<Instant> receivedAt = {}; ///< put right, with the clocks that go by it
    std::optional<Instant> acknowledgeDue = {};
    std::vector<Instant> acknowledgeWarnings = {};
    std::optional<Instant> responseDue = {};
    std::vector<Instant> responseWarnings = {};
    QString correction = {}; ///< why it was put right

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("grounds", s.grounds);
        v("mitigation", s.mitigation);
        v("organisation", s.organisation);
        v("route", s.route);
        v("role", s.role);
        v("level", s.level);
        v("received_at", s.receivedAt);
        v("acknowledge_due", s.acknowledgeDue);
        v("acknowledge_warnings", s.acknowledgeWarnings);
        v("response_due", s.responseDue);
        v("response_warnings", s.responseWarnings);
        v("correction", s.correction);
    }
};

/// Takes the receipt that `told` says, which it must say, and with it the first level's clocks of
/// 24 hours and 7 working days. ESC-2.3b, ESC-2.3c
void putReceiptRight(Escalation& record, const EscalationCompleted& told);

struct EscalationFollowedUp {
    static constexpr const char* type = "escalation.followed_up";
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("words", s.words);
    }
};

struct EscalationLevelled {
    static constexpr const char* type = "escalation.levelled";
    int level = 0;
    QString with;
    QString role;
    QString route;
    QString reason;
    std::optional<Instant> acknowledgeDue;
    std::vector<Instant> acknowledgeWarnings;
    std::optional<Instant> responseDue;
    std::vector<Instant> responseWarnings;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("level", s.level);
        v("with", s.with);
        v("role", s.role);
        v("route", s.route);
        v("reason", s.reason);
        v("acknowledge_due", s.acknowledgeDue);
        v("acknowledge_warnings", s.acknowledgeWarnings);
        v("response_due", s.responseDue);
        v("response_warnings", s.responseWarnings);
    }
};

struct EscalationAcknowledged {
    static constexpr const char* type = "escalation.acknowledged";
    QString by;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("by", s.by);
    }
};

struct EscalationAnswered {
    static constexpr const char* type = "escalation.answered";
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("words", s.words);
    }
};

struct SeriousIncidentNoted {
    static constexpr const char* type = "escalation.serious_incident";
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("words", s.words);
    }
};

struct ProcessStageAllows {
    static constexpr const char* type = "escalation.stage_allows";
    QString by;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("by", s.by);
        v("words", s.words);
    }
};

struct JointAuditPlanned {
    static constexpr const char* type = "escalation.audit_planned";
    PartId id;
    QDate on;
    QString with;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("on", s.on);
        v("with", s.with);
    }
};

struct EscalationClosed {
    static constexpr const char* type = "escalation.closed";
    QString outcome;
    QString theme;
    QString partners;
    std::vector<LearningGroup> groups;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("outcome", s.outcome);
        v("theme", s.theme);
        v("partners", s.partners);
        v("groups", s.groups);
    }
};

}
