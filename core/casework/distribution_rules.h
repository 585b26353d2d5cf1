#pragma once

#include "core/casework/work_events.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// Work that EDT did and whose record must still go out: mental health work of the out-of-hours
/// service, not distributed. HO-5.1, HO-5.2a
std::optional<Owed> distributionOwed(const Case& record, const Profile& profile);

/// The tasks by which a record is distributed: documents to the AMHP service (HO-5.2a), upload
/// (HO-5.1), each team (HO-4.4b, HO-5.3), the GP (HO-5.4), clarifying where no team is known
/// (HO-5.3).
std::vector<CaseTaskAdded> distributionTasks(
    const QStringList& teams, const QString& gp, const Context& context);

/// What the records that came with the case and went out from it still lack: the manager of an EDT
/// Handover Record (HO-4.1a), what is done if things change (HO-4.3b), the GP (HO-5.4).
std::vector<Owed> recordsOwed(const Case& record);

/// Closed without its distribution: the task that stands for it until case.distribute, by the next
/// working day. None where one stands already. HO-5.2a
std::optional<CaseTaskAdded> distributeTask(const Case& record, const Context& context);

/// What the record is distributed by, without what is still to be done in the same words.
void addDistribution(
    Decision& decision, const Case& record, const std::vector<CaseTaskAdded>& tasks);

/// No recipient named, and not said that the AMHP service clarifies. HO-5.2b
std::optional<Refusal> refuseNoRecipients(const QStringList& teams, const Profile& profile);

/// By when a copy goes to the GP: the profile's `gp_copy_by` on the next working day, 12:00. HO-5.4
Instant gpCopyBy(Instant at, const ServiceCalendar& calendar);

}
