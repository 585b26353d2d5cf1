#pragma once

#include "core/casework/parts.h"

namespace core {

/// The discussion with the on-call manager or AMHP Lead before a handover. HO-3.3.
struct HandoverDiscussed {
    static constexpr const char* type = "handover.discussed";
    PartId id;
    QString with;
    QString role;
    QString agreed;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("with", s.with);
        v("role", s.role);
        v("agreed", s.agreed);
    }
};

/// What HO-3.8 asks for before a warrant may be handed over out of hours: both names, both times,
/// and the actions they agreed.
struct WarrantAgreement {
    QString lead;
    std::optional<Instant> leadAt;
    QString manager;
    std::optional<Instant> managerAt;
    QString actions;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("lead", s.lead, "Name of the lead of the giving service");
        v("lead_at", s.leadAt, "When it was discussed with the lead");
        v("manager", s.manager, "Name of the on-call manager of the receiving service");
        v("manager_at", s.managerAt, "When it was discussed with the on-call manager");
        v("actions", s.actions, "The actions agreed");
    }
};

/// What a proposed transfer and an information item both say.
struct HandoverTold {
    PartId id;
    QString transferNumber;
    WindowId window;
    QString windowName;
    QString from;
    QString to;
    HandoverPurpose purpose = HandoverPurpose::HandOver;
    HandoverReason reason = HandoverReason::UnableToComplete;
    QString why;
    Ipass ipass;
    std::vector<ClockSnapshot> clocks;
    bool seniorMet = false;
    std::optional<WarrantAgreement> warrant; ///< given exactly when the item is a warrant

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("transfer_number", s.transferNumber);
        v("window", s.window);
        v("window_name", s.windowName);
        v("from", s.from);
        v("to", s.to);
        v("purpose", s.purpose);
        v("reason", s.reason);
        v("why", s.why);
        v("ipass", s.ipass);
        v("clocks", s.clocks);
        v("senior_met", s.seniorMet);
        v("warrant", s.warrant);
    }
};

struct HandoverProposed : HandoverTold {
    static constexpr const char* type = "handover.proposed";
};

/// Information only: the owner stays. HO-1.4c.
struct HandoverInformed : HandoverTold {
    static constexpr const char* type = "handover.informed";
};

struct HandoverReadBack {
    static constexpr const char* type = "handover.read_back";
    PartId id;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("words", s.words);
    }
};

/// Both ends read out the words that stand for what they have before them. HO-3.6b.
struct HandoverCodeCompared {
    static constexpr const char* type = "handover.code_compared";
    PartId id;
    QString own;
    QString said;
    bool agrees = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("own", s.own);
        v("said", s.said);
        v("agrees", s.agrees);
    }
};

/// An AMHP gave another officer the handover by word of mouth. HO-3.4.
struct PractitionersSpoke {
    static constexpr const char* type = "handover.practitioners_spoke";
    PartId id; ///< of the handover
    PartId call;
    QString giver;
    QString taker;
    std::optional<Instant> started;
    std::optional<Instant> ended;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("call", s.call);
        v("giver", s.giver);
        v("taker", s.taker);
        v("started", s.started);
        v("ended", s.ended);
        v("words", s.words);
    }
};

/// By a user of the receiving service: their own record. HO-3.6b.
struct HandoverAccepted {
    static constexpr const char* type = "handover.accepted";
    PartId id;
    QString words;
    QString stays; ///< accepted in part: what the giver still does
    std::optional<WarrantAgreement> warrant = {}; ///< given when the proposal told of none. HO-3.8

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("words", s.words);
        v("stays", s.stays);
        v("warrant", s.warrant);
    }
};

/// By the giver, of what was said on the telephone: the owner changes once it is confirmed, from
/// the moment it was said. HO-3.6b.
struct HandoverAcceptedByTelephone {
    static constexpr const char* type = "handover.accepted_by_telephone";
    PartId id;
    QString accepter;
    QString role;
    QString words;
    Instant theirRecordBy;
    QString coordinators;
    std::optional<WarrantAgreement> warrant = {}; ///< given when the proposal told of none. HO-3.8

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("accepter", s.accepter);
        v("role", s.role);
        v("words", s.words);
        v("their_record_by", s.theirRecordBy);
        v("coordinators", s.coordinators);
        v("warrant", s.warrant);
    }
};

/// The confirming e-mail of an acceptance by telephone.
struct HandoverConfirmed {
    static constexpr const char* type = "handover.confirmed";
    PartId id;
    QString reference;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("reference", s.reference);
    }
};

/// What the giver noted of an acceptance, or its confirming e-mail, filed beside the receiver's own
/// record that was here already: nothing else changes. HO-3.6c.
struct HandoverFiled {
    static constexpr const char* type = "handover.filed";
    PartId id;
    QString accepter; ///< none: only an e-mail
    QString role;
    QString words;
    QString reference; ///< of the e-mail

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("accepter", s.accepter);
        v("role", s.role);
        v("words", s.words);
        v("reference", s.reference);
    }
};

/// By the receiver: their own record of an acceptance that was withdrawn since, or confirmed by an
/// e-mail already; of an EDT record after the call that was the transfer until the withdrawal.
/// It stands beside that and the owner stays. HO-3.6c, HO-4.2b.
struct HandoverRecordedBeside {
    static constexpr const char* type = "handover.recorded_beside";
    PartId id;
    QString words;
    QString stays; ///< accepted in part: what the giver still does
    std::optional<WarrantAgreement> warrant = {}; ///< what they say was agreed on one. HO-3.8

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("words", s.words);
        v("stays", s.stays);
        v("warrant", s.warrant);
    }
};

/// Two books told one acceptance differently, and a person cleared it up. HO-3.6c.
struct HandoverReconciled {
    static constexpr const char* type = "handover.reconciled";
    PartId id;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("words", s.words);
    }
};

struct HandoverDeclined {
    static constexpr const char* type = "handover.declined";
    PartId id;
    QString reason;
    QString nextStep;
    QString decliner = {}; ///< by the giver, of what was said on the telephone: who declined
    QString role = {}; ///< of the decliner

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("reason", s.reason);
        v("next_step", s.nextStep);
        v("decliner", s.decliner);
        v("role", s.role);
    }
};

struct HandoverWithdrawn {
    static constexpr const char* type = "handover.withdrawn";
    PartId id;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("reason", s.reason);
    }
};

/// Another service works on the case too; the owner stays single. HO-3.7.
struct JointWorkAgreed {
    static constexpr const char* type = "handover.joint_agreed";
    QString service;
    QString role;
    QString agreed;
    std::optional<WarrantAgreement> warrant; ///< both names, where a warrant is worked out of hours

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("service", s.service);
        v("role", s.role);
        v("agreed", s.agreed);
        v("warrant", s.warrant);
    }
};

/// Care goes on and the owner stays while it is settled. COOP-2.8, HO-6.1.
struct DisagreementRaised {
    static constexpr const char* type = "handover.disagreement_raised";
    PartId id;
    QString about;
    EscalationId escalation; ///< that it opened; none before they did. COOP-2.8

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("about", s.about);
        v("escalation", s.escalation);
    }
};

struct DisagreementSettled {
    static constexpr const char* type = "handover.disagreement_settled";
    PartId id;
    QString settlement;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("settlement", s.settlement);
    }
};

}
