#pragma once

#include "core/duty/duty.h"

namespace core {

/// Opens a duty, or adds to one that another desk opened. Every duty event may come first: each
/// carries nothing that needs it, and the period is known from this one.
struct DutyStarted {
    static constexpr const char* type = "duty.started";
    DutyId duty;
    QString service;
    Instant from;
    Instant to;
    std::vector<OfficerOnDuty> officers;
    QString manager;
    QString managerNumber;
    QString knownEvents;
    bool byItself = false; ///< opened by a first entry, nobody has taken up the duty yet

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty);
        v("service", s.service);
        v("from", s.from);
        v("to", s.to);
        v("officers", s.officers);
        v("manager", s.manager);
        v("manager_number", s.managerNumber);
        v("known_events", s.knownEvents);
        v("by_itself", s.byItself);
    }
};

struct OfficerJoined {
    static constexpr const char* type = "duty.officer_joined";
    OfficerOnDuty officer;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        OfficerOnDuty::visit(s.officer, v);
    }
};

struct OfficerLeft {
    static constexpr const char* type = "duty.officer_left";
    UserId user;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("user", s.user);
    }
};

struct ManagerNamed {
    static constexpr const char* type = "duty.manager_named";
    QString name;
    QString number;
    std::optional<bool> noNumber; ///< nobody knows theirs: the former manager's is not theirs

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("name", s.name);
        v("number", s.number);
        v("no_number", s.noNumber);
    }
};

struct DutyNoted {
    static constexpr const char* type = "duty.noted";
    PartId id;
    QString words;
    PartId corrects;
    bool late = false; ///< as decided by the profile's limit at that time

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("words", s.words);
        v("corrects", s.corrects);
        v("late", s.late);
    }
};

struct CallAttempted {
    static constexpr const char* type = "duty.call_attempted";
    PartId id;
    QString contact;
    QString number;
    QString numberReason;
    AttemptResult result = AttemptResult::Copied;
    bool incoming = false;
    bool urgent = false;
    CaseId caseId;
    QString about;
    QString decision;
    QString direction;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("contact", s.contact);
        v("number", s.number);
        v("number_reason", s.numberReason);
        v("result", s.result);
        v("incoming", s.incoming);
        v("urgent", s.urgent);
        v("case", s.caseId);
        v("about", s.about);
        v("decision", s.decision);
        v("direction", s.direction);
    }
};

/// What came of an attempt that was logged when its number was copied or dialled.
struct CallResulted {
    static constexpr const char* type = "duty.call_resulted";
    PartId id;
    std::optional<AttemptResult> result;
    std::optional<bool> urgent;
    std::optional<QString> about;
    std::optional<QString> decision;
    std::optional<QString> direction;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("result", s.result);
        v("urgent", s.urgent);
        v("about", s.about);
        v("decision", s.decision);
        v("direction", s.direction);
    }
};

struct DutyRingBackPromised {
    static constexpr const char* type = "duty.ring_back_promised";
    PartId id;
    QString whom;
    QString number;
    Instant due;
    std::vector<Instant> warnings;
    CaseId caseId;
    ContactId contact;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("whom", s.whom);
        v("number", s.number);
        v("due", s.due);
        v("warnings", s.warnings);
        v("case", s.caseId);
        v("contact", s.contact);
    }
};

struct DutyRungBack {
    static constexpr const char* type = "duty.rung_back";
    PartId id;
    QString result;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("result", s.result);
    }
};

/// HO-2: allocation of each taken case changes by its own event in the same action.
struct DutyRelieved {
    static constexpr const char* type = "duty.relieved";
    PartId id;
    UserId leaver;
    QString leaverName;
    UserId reliever;
    QString relieverName;
    std::vector<CaseId> taken;
    std::vector<CaseId> exceptions;
    QString exceptionWords;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("leaver", s.leaver);
        v("leaver_name", s.leaverName);
        v("reliever", s.reliever);
        v("reliever_name", s.relieverName);
        v("taken", s.taken);
        v("exceptions", s.exceptions);
        v("exception_words", s.exceptionWords);
    }
};

/// One shift gave the service's open work to the next. S3-ii
struct ShiftHandedOver {
    static constexpr const char* type = "duty.shift_handed_over";
    PartId id;
    UserId giver;
    QString giverName;
    UserId taker;
    QString takerName;
    std::vector<CaseId> handed;
    std::vector<CaseId> staying;
    QString stayingWords;
    QString readBack;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("giver", s.giver);
        v("giver_name", s.giverName);
        v("taker", s.taker);
        v("taker_name", s.takerName);
        v("handed", s.handed);
        v("staying", s.staying);
        v("staying_words", s.stayingWords);
        v("read_back", s.readBack);
    }
};

struct DutySignedOff {
    static constexpr const char* type = "duty.signed_off";
    int lines = 0;
    QString linesDigest;
    QString page;
    std::optional<int> edition = {}; ///< of the On-call Manager Record that was signed

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("lines", s.lines);
        v("lines_digest", s.linesDigest);
        v("page", s.page);
        v("edition", s.edition);
    }
};

struct DutyWritten {
    static constexpr const char* type = "duty.written";
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

}
