#pragma once

#include "core/alert/alert.h"

namespace core {

/// Shared with the service that it is for, when another one's desk writes it.
struct AlertAdded {
    static constexpr const char* type = "alert.added";
    AlertId alert;
    QString service;
    AlertMarks marks;
    QString nhs;
    QString telephoneKey;
    PersonId person;
    CaseId caseId;
    QString words;
    QString plan;
    QString givenBy;
    QString givenTeam;
    Instant begins;
    Instant ends;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("alert", s.alert);
        v("service", s.service);
        AlertMarks::visit(s.marks, v);
        v("nhs", s.nhs);
        v("telephone_key", s.telephoneKey);
        v("person", s.person);
        v("case", s.caseId);
        v("words", s.words);
        v("plan", s.plan);
        v("given_by", s.givenBy);
        v("given_team", s.givenTeam);
        v("begins", s.begins);
        v("ends", s.ends);
    }
};

/// What is left out stays.
struct AlertChanged {
    static constexpr const char* type = "alert.changed";
    std::optional<QString> words;
    std::optional<QString> plan;
    std::optional<QString> givenBy;
    std::optional<QString> givenTeam;
    std::optional<Instant> ends;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("words", s.words);
        v("plan", s.plan);
        v("given_by", s.givenBy);
        v("given_team", s.givenTeam);
        v("ends", s.ends);
    }
};

struct AlertWithdrawn {
    static constexpr const char* type = "alert.withdrawn";
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("reason", s.reason);
    }
};

/// It was shown to the officer who wrote on that contact, case or person, or, where none is named,
/// on a visit or in the log of the duty.
struct AlertCameUp {
    static constexpr const char* type = "alert.came_up";
    ContactId contact;
    QString why;
    CaseId caseId = {};
    PersonId person = {};

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.contact);
        v("why", s.why);
        v("case", s.caseId);
        v("person", s.person);
    }
};

}
