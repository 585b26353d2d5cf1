#pragma once

#include "core/casework/case.h"
#include "core/casework/status/status_rules.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// Proposed, read back, or accepted by telephone with their record outstanding.
bool isUnanswered(const HandoverItem& item);

/// Noted as accepted by telephone and then withdrawn: their own record may still come. HO-3.6c
bool isUndone(const HandoverItem& item);

/// Withdrawn, their record is here and says otherwise, and nobody has cleared it up. HO-3.6c
bool isDisputedByTheirs(const HandoverItem& item);

/// The one item of a case that still awaits an answer or their record, or none.
const HandoverItem* unansweredItem(const Case& record);

/// What the I-PASS's first letter can say: critical_clock, watcher, stable.
const QStringList& illnessSeverities();

/// "proposed", "accepted by telephone, their record outstanding" …
QString stateWords(ItemState state);

/// Whether one of the user's roles may accept responsibility for the service. HO-3.6b.
bool mayAccept(const User& user, const Profile& profile);

/// Whether the user is the on-call manager or AMHP Lead whose own proposal needs no discussion.
/// HO-3.3.
bool isSenior(const User& user, const Profile& profile);

/// Of what its first service has every discussion; after a handover one held since the present
/// service took the case, whenever it was written down. HO-3.3.
bool isOfThisHandover(const SeniorDiscussion& discussion, const Case& record);

/// Met by a senior proposer, or by a discussion of this handover. HO-3.3.
bool seniorDiscussionMet(const Case& record, const HandoverItem& item);

/// The clocks that the receiver reads back: those running now, or copied in when it was proposed
/// and neither ended nor superseded since. CLK-01
std::vector<ClockSnapshot> clocksToReadBack(
    const Case& record, const HandoverItem& item, const Profile& profile);

/// Whether the receiver is still to read back: a clock runs and nothing was read back, or a legal
/// clock began, or became known or due otherwise, after that. HO-3.6b.
bool owesReadBack(const Case& record, const HandoverItem& item, const Profile& profile);

/// What two practitioners told and agreed is not said yet. HO-3.4
Owed owedWords(const QString& giver, const QString& taker);

/// The same of each call on the case without words, until a note that is not of before the call has
/// both of the two in it, named or as its writer, or they tell of that call with words. HO-3.4
std::vector<Owed> callWordsOwed(const Case& record);

/// What is still to be done before the item can be accepted: HO-3.3 and the read-back.
std::vector<Owed> owedBeforeAcceptance(
    const Case& record, const HandoverItem& item, const Profile& profile);

/// The clocks of the case that run now, the heaviest first: legal and agreed clocks, tasks,
/// documents that somebody promised.
std::vector<Deadline> runningClocks(const Case& record, const Profile& profile);

/// The same as an item copies them in.
std::vector<ClockSnapshot> clocksToCopy(const Case& record, const Profile& profile);

/// The services that can take the case's kind of work over from `from`: the other end of a handover
/// route that carries it, and the services that receive new work of that kind; of somebody under 18
/// children's services beside these, and none that serves adults only. HO-3.1a, INV-12.
QStringList receiversOf(const QString& kindOfWork, const QString& from, const Profile& profile,
    Minor minor = Minor::No);

/// Work that `service` took on and that is none of its own by the profile is said, with how it
/// comes to whose it is; of somebody under 18 children's services have it too. HO-3.6a, S3-R6
void noteWorkOfAnother(Decision& decision, const QString& kindOfWork, const QString& service,
    Minor minor, const Profile& profile);

/// Whether a handover slot carries that kind of work from one service to the other. HO-3.1a.
bool isHandoverRoute(
    const QString& kindOfWork, const QString& from, const QString& to, const Profile& profile);

/// The profile's name of a service; its key when the profile does not know it.
QString serviceName(const QString& key, const Profile& profile);

}
