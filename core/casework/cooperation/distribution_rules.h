#pragma once

#include "core/casework/cooperation/cooperation_events.h"
#include "core/casework/work_events.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// Work that goes on to the AMHP service; any other is never shown to it and goes from EDT itself
/// to the teams of its council. HO-3.1a, HO-5.1
bool isMentalHealthWork(const Case& record, const Profile& profile);

/// The day service that has, uploads and passes on the record of the out-of-hours service's mental
/// health work; none where one service works day and night, and for other work. HO-5.1
QString distributesTo(const Case& record, const Profile& profile);

/// Work that EDT did and whose record must still go out: mental health work of the out-of-hours
/// service, not distributed since the service took the case, it was opened again or assessed anew.
/// HO-5.1, HO-5.2a
std::optional<Owed> distributionOwed(const Case& record, const Profile& profile);

/// The tasks by which a record is distributed: of mental health work documents to the AMHP service
/// (HO-5.2a) and upload (HO-5.1), each team (HO-4.4b, HO-5.3), the GP (HO-5.4), clarifying where no
/// team is known (HO-5.3). What the distribution says is outstanding stands in the words of those
/// by which the record goes on. HO-5.2a
std::vector<CaseTaskAdded> distributionTasks(
    const Case& record, const CaseDistributed& told, const QString& gp, const Context& context);

/// The practice that a copy of mental health work goes to though nobody named it: where the person
/// is said to be registered. HO-5.4
QString registeredPractice(const Case& record, const Context& context);

/// What the records that came with the case and went out from it still lack: the manager of an EDT
/// Handover Record (HO-4.1a), what is done if things change (HO-4.3b), the GP (HO-5.4).
std::vector<Owed> recordsOwed(const Case& record);

/// Closed without its distribution: the task that stands for it until case.distribute, by the next
/// working day. None where one stands already. HO-5.2a
std::optional<CaseTaskAdded> distributeTask(const Case& record, const Context& context);

/// What the record is distributed by, without what the same one is still to do in the same words.
void addDistribution(Decision& decision, const Case& record,
    const std::vector<CaseTaskAdded>& tasks, const Context& context);

/// Ends the task to e-mail all documents to the AMHP service where an e-mail to it left none to
/// send; else a note says that it stays. `after`: the case with that e-mail. HO-5.2a
void endSending(
    Decision& decision, const Case& after, const QString& address, const Context& context);

/// A team that is none of the profile's, or the AMHP service for work that it never sees. HO-5.2b,
/// HO-3.1a
std::optional<Refusal> refuseRecipient(
    const Case& record, const QString& field, const QString& team, const Profile& profile);

/// No recipient named, and not said that it is to be clarified. HO-5.2b
std::optional<Refusal> refuseNoRecipients(
    const Case& record, const QStringList& teams, const Profile& profile);

/// By when a copy goes to the GP: the profile's `gp_copy_by` on the next working day, 12:00. HO-5.4
Instant gpCopyBy(Instant at, const ServiceCalendar& calendar);

}
