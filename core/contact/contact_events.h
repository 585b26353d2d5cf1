#pragma once

#include "core/contact/contact.h"

namespace core {

/// A call came in. Its `occurred` is when it was received.
struct ContactReceived {
    static constexpr const char* type = "contact.received";
    ContactId contact;
    QString ref;
    QString words;
    QString service; ///< who received it: fixes initial responsibility. HO-3.6a
    QString kindOfWork;
    QString handler;
    UserId handlerId;
    ContactDetails details;
    PersonId person;
    bool late = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.contact);
        v("ref", s.ref);
        v("words", s.words);
        v("service", s.service);
        v("kind_of_work", s.kindOfWork);
        v("handler", s.handler);
        v("handler_id", s.handlerId);
        ContactDetails::visit(s.details, v);
        v("person", s.person);
        v("late", s.late);
    }
};

struct ContactDescribed {
    static constexpr const char* type = "contact.described";
    ContactDetails details; ///< what is left out stays
    QString kindOfWork; ///< follows the category; empty when it stays

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        ContactDetails::visit(s.details, v);
        v("kind_of_work", s.kindOfWork);
    }
};

struct ContactNoted {
    static constexpr const char* type = "contact.noted";
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

struct ContactCorrected {
    static constexpr const char* type = "contact.corrected";
    PartId id;
    PartId corrects; ///< a note; none: the words of the call itself
    QString words;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("corrects", s.corrects);
        v("words", s.words);
        v("reason", s.reason);
    }
};

/// Why something was written down late, given afterwards. COOP-1.5.
struct ContactLateExplained {
    static constexpr const char* type = "contact.late_explained";
    PartId id; ///< the note; none: the contact itself
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("reason", s.reason);
    }
};

struct ContactPersonLinked {
    static constexpr const char* type = "contact.person_linked";
    PersonId person;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("person", s.person);
    }
};

struct ContactSignposted {
    static constexpr const char* type = "contact.signposted";
    QString to;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("to", s.to);
        v("words", s.words);
    }
};

/// The contact's work goes on on a case: opened for it, or joined.
struct ContactCaseOpened {
    static constexpr const char* type = "contact.case_opened";
    CaseId caseId;
    QString ref; ///< the case's; older entries do not say it

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId);
        v("ref", s.ref);
    }
};

struct ContactCaseJoined {
    static constexpr const char* type = "contact.case_joined";
    CaseId caseId;
    QString ref; ///< the case's; older entries do not say it

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId);
        v("ref", s.ref);
    }
};

struct ContactClosed {
    static constexpr const char* type = "contact.closed";
    QString outcome;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("outcome", s.outcome);
    }
};

struct ContactWritten {
    static constexpr const char* type = "contact.written";
    PartId id;
    QString system;
    QString what;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("system", s.system);
        v("what", s.what);
    }
};

struct ContactSent {
    static constexpr const char* type = "contact.sent";
    PartId id;
    QString team;
    QString to;
    bool outsideSecureDomains = false;
    std::optional<Instant> acknowledgeDue;
    std::vector<Instant> acknowledgeWarnings;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("team", s.team);
        v("to", s.to);
        v("outside_secure_domains", s.outsideSecureDomains);
        v("acknowledge_due", s.acknowledgeDue);
        v("acknowledge_warnings", s.acknowledgeWarnings);
    }
};

struct ContactAcknowledged {
    static constexpr const char* type = "contact.acknowledged";
    PartId id;
    QString team;
    QString by;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("team", s.team);
        v("by", s.by);
    }
};

struct RingBackPromised {
    static constexpr const char* type = "contact.ring_back_promised";
    QString whom;
    QString number;
    Instant due;
    std::vector<Instant> warnings;
    PartId id; ///< none: it replaces the contact's promise before it that has none either

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("whom", s.whom);
        v("number", s.number);
        v("due", s.due);
        v("warnings", s.warnings);
        v("id", s.id);
    }
};

struct RungBack {
    static constexpr const char* type = "contact.rang_back";
    PartId id; ///< of the line it leaves among the notes
    QString result;
    PartId promise; ///< none: the promise that has no identifier

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("result", s.result);
        v("promise", s.promise);
    }
};

}
