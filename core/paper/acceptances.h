#pragma once

#include "core/duty/duty_period.h"
#include "core/records.h"

namespace core {

/// One answer to a proposed transfer, as both books carry it: the On-call Manager Record of the one
/// service and the Daily Allocation Sheet of the other. HO-3.6c
struct AcceptanceLine {
    QString transferNumber; ///< the same in both books
    CaseId caseId;
    QString caseRef;
    QString from; ///< service keys
    QString to;
    HandoverPurpose purpose = HandoverPurpose::HandOver;
    Instant at; ///< when it was answered, or the information given; responsibility counts from here
    QString by;
    QString role;
    ItemState state = ItemState::Accepted;
    QString words;
    bool outstanding = false; ///< accepted by telephone, their record not here yet. HO-3.6b

    bool operator==(const AcceptanceLine&) const = default;
    bool accepted() const;
};

/// The answered transfers of a case, oldest first. What is still proposed is none of them.
std::vector<AcceptanceLine> acceptancesOn(const Case& record);

/// The period of duty of `service` whose book carries the line: the one it happened in; before the
/// receiver's duty the next, after the giver's the last. So each book carries it exactly once.
std::optional<DutyPeriod> bookPeriod(
    const AcceptanceLine& line, const QString& service, const ServiceCalendar& calendar);

/// The lines that the book of `service` for `period` carries, by time.
std::vector<AcceptanceLine> acceptancesIn(
    const DutyPeriod& period, const Records& records, const ServiceCalendar& calendar);

/// A line that stands in one book and not, or otherwise, in the other.
struct Mismatch {
    QString transferNumber;
    QString why;
};

/// Compares the lines that two services' books carry of the transfers between them. HO-3.6c
std::vector<Mismatch> mismatches(
    const std::vector<AcceptanceLine>& one, const std::vector<AcceptanceLine>& other);

}
