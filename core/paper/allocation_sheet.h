#pragma once

#include "core/handover/handover_call.h"
#include "core/paper/acceptances.h"

namespace core {

/// A legal status as the sheet names it.
struct SheetStatus {
    QString status;
    std::optional<Instant> expires; ///< of the clock that it runs on
};

/// A row of the Daily Allocation Sheet (records §2.7), as the case stood at the sheet's `asOf`.
struct AllocationRow {
    int order = 0; ///< by urgency, then received
    CaseId caseId;
    QString ref;
    QString person;
    QString ageBand; ///< "under 18", "18 to 64", "65 and over", "age not known"
    bool ageKnown = false;
    std::optional<Urgency> urgency;
    QString location;
    std::vector<SheetStatus> statuses; ///< that hold, soonest expiry first
    QString source;
    Instant received;
    bool carriedOver = false; ///< received before the day's duty began
    std::optional<Instant> triagedAt;
    QString allocatedTo;
    std::optional<Instant> allocatedAt;
    QStringList doctors;
    std::optional<Instant> planned;
    Stage stage = Stage::Received;
    QString bed; ///< "searching", "offered: Luton, Ash Ward"
    QString nearestRelative;
    QString crht; ///< its last answer; "not asked"
    QString responsible; ///< service key now
    std::optional<Instant> responsibleSince;
    std::vector<AcceptanceLine> transfers; ///< in and out, of this sheet
    QString pending; ///< transfer number proposed and not answered
    QString contested; ///< both answers to it, where two desks answered otherwise. HO-3.6
    QString note; ///< the last that a person wrote, as the board has it
    std::optional<Outcome> outcome;
    std::optional<Instant> closedAt;
};

/// The Daily Allocation Sheet of one service and day, as data. A view of the events.
struct AllocationSheet {
    QString key; ///< of the service
    QString service; ///< its name
    QDate date;
    Instant from; ///< the day's period of duty
    Instant to;
    Instant asOf;
    QString lead; ///< of the windows, the duty, the rota or the profile
    std::vector<OfficerOnDuty> amhps;
    QString pressure; ///< what the duty says is known to be coming
    int carriedOver = 0; ///< rows received before the day's duty began
    std::vector<AllocationRow> rows;
    int unallocated = 0; ///< open, the service's own, nobody has it
    std::vector<QString> proposed; ///< transfer numbers that await an answer
    std::vector<QString> contested; ///< those whose answers are to be settled
    std::map<Stage, int> byStage; ///< open rows
    std::vector<AcceptanceLine> acceptances; ///< as the other book carries them. HO-3.6c
    std::vector<HandoverCall> calls; ///< who spoke in the verbal handovers. HO-3.4
    std::vector<SignOff> signOffs;
};

/// The sheet of `service` for its period of duty on `date`, as it stood at `asOf`; none on a day on
/// which the service is not on duty.
std::optional<AllocationSheet> allocationSheet(const QString& service, QDate date, Instant asOf,
    const Records& records, const ServiceCalendar& calendar);

/// The same as it is read at `now`: the newest as it stands, that of an earlier day as it stood at
/// its end. HO-3.6c
std::optional<AllocationSheet> allocationSheetAt(const QString& service, QDate date, Instant now,
    const Records& records, const ServiceCalendar& calendar);

}
