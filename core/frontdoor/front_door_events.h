#pragma once

#include "core/contact/contact.h"

namespace core {

/// Somebody tried to put the caller through. S3-iii
struct TransferTried {
    static constexpr const char* type = "contact.transfer_tried";
    PartId id;
    QString to;
    QString spokeTo;
    TransferResult result = TransferResult::Connected;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("to", s.to);
        v("spoke_to", s.spokeTo);
        v("result", s.result);
        v("words", s.words);
    }
};

/// An officer took the contact over for their service. S3-vii
struct ContactAccepted {
    static constexpr const char* type = "contact.accepted";
    PartId id; ///< of the line it leaves among the notes
    QString service;
    QString readBack;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("service", s.service);
        v("read_back", s.readBack);
    }
};

/// Passed on by telephone to the service whose it is. S3-R1
struct ContactPassedOn {
    static constexpr const char* type = "contact.passed_on";
    PartId id; ///< of the line it leaves among the notes
    QString to;
    QString spokeTo;
    QString role;
    QString words;
    QString reference;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("to", s.to);
        v("spoke_to", s.spokeTo);
        v("role", s.role);
        v("words", s.words);
        v("reference", s.reference);
    }
};

/// An answer was to one half of a contact about an adult and a child; the other, another service's,
/// keeps it open. S3-R1
struct HalfLeft {
    static constexpr const char* type = "contact.half_left";
    Half half = Half::Child;
    QString to; ///< service

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("half", s.half);
        v("to", s.to);
    }
};

/// One half was passed on by telephone; the other stays with who has the contact. S3-R1
struct HalfPassedOn {
    static constexpr const char* type = "contact.half_passed_on";
    PartId id; ///< of the line it leaves among the notes
    Half half = Half::Child;
    QString to; ///< service
    QString spokeTo;
    QString role;
    QString words;
    QString reference;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("half", s.half);
        v("to", s.to);
        v("spoke_to", s.spokeTo);
        v("role", s.role);
        v("words", s.words);
        v("reference", s.reference);
    }
};

/// An officer will ring back. S3-iii
struct CallBackPromised {
    static constexpr const char* type = "contact.call_back_promised";
    PartId id;
    QString whom;
    QString number;
    Instant due;
    std::vector<Instant> warnings;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("whom", s.whom);
        v("number", s.number);
        v("due", s.due);
        v("warnings", s.warnings);
    }
};

struct CalledBack {
    static constexpr const char* type = "contact.called_back";
    PartId id; ///< of the line it leaves among the notes
    PartId promise;
    QString result;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("promise", s.promise);
        v("result", s.result);
    }
};

/// A fact against a rule, recorded on a contact: counted as a case's are.
struct ContactFlagged {
    static constexpr const char* type = "contact.flagged";
    PartId id; ///< and of the line it leaves among the notes
    QString clause;
    QString text;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("clause", s.clause);
        v("text", s.text);
    }
};

struct ContactShared {
    static constexpr const char* type = "contact.shared";
    QString with;
    QStringList subjects;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("with", s.with);
        v("subjects", s.subjects);
    }
};

/// Whether the contact is told to concern the other half alone: then nothing of that half is left.
bool concernsOnlyOther(const Contact& contact, Half half);

EventRules<Contact> frontDoorRules();

}
