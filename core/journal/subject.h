#pragma once

#include "core/command/fields.h"
#include "core/id.h"

#include <QString>
#include <QUuid>

namespace core {

/// The kinds of record a subject can be: each is a boundary inside which rules hold together.
enum class SubjectKind {
    Desk,
    Profile,
    User,
    Person,
    Contact,
    Case,
    Window,
    Dispositions,
    Duty,
    Sitrep,
    Escalation,
    Visit,
    Alert,
    Shift,
    Newer ///< a kind that only a newer version knows
};
template <>
inline constexpr const char* words<SubjectKind>[]
    = {"desk", "profile", "user", "person", "contact", "case", "window", "dispositions", "duty",
        "sitrep", "escalation", "visit", "alert", "shift", "newer"};

/// A record: what its events belong to. `fold` reads the events of one subject and of no other.
struct Subject {
    SubjectKind kind = SubjectKind::Desk;
    QUuid id;

    bool operator==(const Subject&) const = default;
    bool operator<(const Subject& other) const
    {
        return kind != other.kind ? kind < other.kind : id < other.id;
    }
};

inline size_t qHash(const Subject& subject, size_t seed = 0)
{
    return qHashMulti(seed, static_cast<int>(subject.kind), subject.id);
}

inline Subject subjectOf(const UserId& id)
{
    return {SubjectKind::User, id.value};
}
inline Subject subjectOf(const PersonId& id)
{
    return {SubjectKind::Person, id.value};
}
inline Subject subjectOf(const ContactId& id)
{
    return {SubjectKind::Contact, id.value};
}
inline Subject subjectOf(const CaseId& id)
{
    return {SubjectKind::Case, id.value};
}
inline Subject subjectOf(const WindowId& id)
{
    return {SubjectKind::Window, id.value};
}
inline Subject subjectOf(const DutyId& id)
{
    return {SubjectKind::Duty, id.value};
}
inline Subject subjectOf(const SitrepId& id)
{
    return {SubjectKind::Sitrep, id.value};
}
inline Subject subjectOf(const EscalationId& id)
{
    return {SubjectKind::Escalation, id.value};
}
inline Subject subjectOf(const VisitId& id)
{
    return {SubjectKind::Visit, id.value};
}
inline Subject subjectOf(const AlertId& id)
{
    return {SubjectKind::Alert, id.value};
}
inline Subject subjectOf(const ShiftId& id)
{
    return {SubjectKind::Shift, id.value};
}

}
