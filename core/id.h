#pragma once

#include <QHash>
#include <QString>
#include <QUuid>

#include <compare>

namespace core {

/// An identifier that cannot be mistaken for one of another kind. Null means "none".
template <typename Kind>
struct Id {
    QUuid value;

    static Id create() { return {QUuid::createUuid()}; }
    bool isNull() const { return value.isNull(); }
    QString text() const { return value.toString(QUuid::WithoutBraces); }
    bool operator==(const Id&) const = default;
    bool operator<(const Id& other) const { return value < other.value; }
};

template <typename Kind>
size_t qHash(const Id<Kind>& id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

using UserId = Id<struct UserKind>;
using ContactId = Id<struct ContactKind>;
using PersonId = Id<struct PersonKind>;
using CaseId = Id<struct CaseKind>;
using WindowId = Id<struct WindowKind>;
using DutyId = Id<struct DutyKind>;
using SitrepId = Id<struct SitrepKind>;
using EscalationId = Id<struct EscalationKind>;
using VisitId = Id<struct VisitKind>;
using AlertId = Id<struct AlertKind>;
using ShiftId = Id<struct ShiftKind>;

/// A part of a record (an entry, a task, a handover item): unique inside its subject and
/// everywhere.
using PartId = Id<struct PartKind>;

}
