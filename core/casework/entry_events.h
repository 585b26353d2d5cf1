#pragma once

#include "core/casework/case.h"

namespace core {

/// A case begins with one responsible service, from `occurred` on. HO-3.6a, INV-1.
struct CaseOpened {
    static constexpr const char* type = "case.opened";
    CaseId caseId;
    QString ref;
    QString service;
    QString kindOfWork;
    QString title;
    QString council;
    std::optional<Urgency> urgency;
    PersonId person;
    ContactId contact; ///< that it came from; none when opened without one

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId);
        v("ref", s.ref);
        v("service", s.service);
        v("kind_of_work", s.kindOfWork);
        v("title", s.title);
        v("council", s.council);
        v("urgency", s.urgency);
        v("person", s.person);
        v("contact", s.contact);
    }
};

struct CaseContactJoined {
    static constexpr const char* type = "case.contact_joined";
    ContactId id;
    PersonId person; ///< taken over when the case has none

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("person", s.person);
    }
};

/// What the board shows; what is left out stays.
struct CaseDescribed {
    static constexpr const char* type = "case.described";
    std::optional<QString> title;
    std::optional<QString> council;
    std::optional<QString> kindOfWork;
    std::optional<Urgency> urgency;
    PersonId person;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("title", s.title, "One line for the board");
        v("council", s.council, "Council area, by its key in the profile, or out_of_area");
        v("kind_of_work", s.kindOfWork, "Kind of work, by its key in the profile");
        v("urgency", s.urgency, "E1 now, E2 within 2 h, E3 this shift, N next working day");
        v("person", s.person, "The person the case is about");
    }
};

struct CaseNoted {
    static constexpr const char* type = "case.noted";
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

struct CaseCorrected {
    static constexpr const char* type = "case.corrected";
    PartId id;
    PartId corrects;
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

/// A decision with its reason and what person and carer say to it. COOP-1.5.
/// Whether a full MHA assessment is required. COM-3.10c
enum class Triage { Required, NotRequired, MoreInformation };
template <>
inline constexpr const char* words<Triage>[] = {"required", "not_required", "more_information"};

struct CaseDecided {
    static constexpr const char* type = "case.decided";
    PartId id;
    QString decision;
    QString reason;
    QString personsView;
    QString carersView;
    bool late = false;
    std::optional<Triage> triage; ///< where that is what was decided. COM-3.10c

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("decision", s.decision);
        v("reason", s.reason);
        v("persons_view", s.personsView);
        v("carers_view", s.carersView);
        v("late", s.late);
        v("triage", s.triage);
    }
};

/// What a decision still owed, given afterwards; what it had stays.
struct CaseDecisionCompleted {
    static constexpr const char* type = "case.decision_completed";
    PartId id;
    QString reason;
    QString personsView;
    QString carersView;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("reason", s.reason);
        v("persons_view", s.personsView);
        v("carers_view", s.carersView);
    }
};

/// Why an entry was written down late, given afterwards. COOP-1.5.
struct CaseLateExplained {
    static constexpr const char* type = "case.late_explained";
    PartId id;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("reason", s.reason);
    }
};

struct CaseWritten {
    static constexpr const char* type = "case.written";
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

struct CaseClosed {
    static constexpr const char* type = "case.closed";
    Outcome outcome = Outcome::Completed;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("outcome", s.outcome);
        v("words", s.words);
    }
};

struct CaseReopened {
    static constexpr const char* type = "case.reopened";
    PartId id;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("reason", s.reason);
    }
};

}
