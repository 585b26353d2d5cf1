#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/escalation/escalation_events.h"

namespace core {

/// The clocks of a concern in an organisation's process, from receipt. ESC-2.3b, ESC-2.3c
/// Many years past the bank-holiday table the answer's day is not known: it is owed. H15
struct ConcernClocks {
    Instant acknowledgeDue;
    std::vector<Instant> acknowledgeWarnings;
    std::optional<Instant> responseDue;
    std::vector<Instant> responseWarnings;
};
ConcernClocks concernClocks(Instant received, const Context& context);

/// From when an answer due at `due` is a breach: the profile's `response_breach_at` of that day,
/// 23:59. ESC-2.3c
Instant responseBreach(Instant due, const Profile& profile);

/// What is to be known of a complaints' way that a concern takes: it is read neither at once nor at
/// night. Empty for any other route. ESC-4.1
QString complaintsNote(const EscalationRoute& route);

/// Whether that raiser goes the complaints' way. ESC-1.7
bool isPublic(Raiser raiser);

/// A concern about professional practice is for managers and whoever raised it. ESC-1.6
std::optional<Refusal> refuseToSee(
    const Escalation& record, const User* user, const Profile& profile);

/// The complaints' routes of the profile, in words. ESC-1.7
QString complaintsRoutes(const Profile& profile);

/// The route in words: where to, how, and when it is staffed; of several contacts those of the
/// organisation, each by name. ESC-4.1
QString routeText(
    const EscalationRoute& route, const Profile& profile, const QString& organisation = {});

/// When concern and agreement are to be in writing: the end of the next working day. None many
/// years past the bank-holiday table. ESC-2.2b, H15
std::optional<Instant> followUpBy(Instant spoken, const ServiceCalendar& calendar);

/// Who has level 1 at that time: the respective manager while the day service receives that kind of
/// work, else the on-call manager; empty where the hours are not known. ESC-3.2, H15
QString firstLevelRole(const QString& kindOfWork, Instant at, const ServiceCalendar& calendar);

/// Level 1 before an informal attempt needs a reason or immediate danger. ESC-2.2a
std::optional<Refusal> refuseFormal(const Escalation& record, const QString& reason);

/// A level is not left out without a reason, and none is entered twice; one that was passed on the
/// way can be told afterwards, for a time between those beside it. ESC-3.3, INV-4
std::optional<Refusal> refuseLevel(
    const Escalation& record, int level, const QString& reason, Instant at);

/// What is told of a concern was before it was received, or before the level it is on. INV-4
std::optional<Refusal> refuseBeforeReceipt(const Escalation& record, Instant at);
std::optional<Refusal> refuseBeforeLevel(const Escalation& record, Instant at);

/// It was acknowledged by then on each level that had it. ESC-2.3b
std::optional<Refusal> refuseAcknowledged(const Escalation& record, Instant at);

/// A joint audit waits for the organisations' own processes after a serious incident. ESC-3.5
std::optional<Refusal> refuseAudit(const Escalation& record);

/// What must be told before a concern is closed. ESC-2.2b, ESC-2.3c, ESC-2.3d
std::vector<Refusal> refuseClosing(
    const Escalation& record, const QString& theme, const QString& partners);

/// What a concern still lacks. ESC-2.2a, ESC-1.8
std::vector<Owed> owedOf(const Escalation& record);

/// The two clocks begin with the first formal level. ESC-2.3b, ESC-2.3c
void startClocks(EscalationLevelled& levelled, const Context& context);

/// Level 1 of a concern that was not formal yet, with whom has it at that time and its clocks.
void enterLevel(Decision& decision, const EscalationId& id, EscalationLevelled levelled,
    const QString& kindOfWork, const Context& context);

/// A handover by its number, and the case that was handed over.
struct NumberedHandover {
    CaseId of;
    QString number;
};

/// The handover that a concern is about, by the number that was told; none: none here has it.
/// HO-6.4
std::optional<NumberedHandover> handoverNumbered(const QString& number, const Context& context);

/// A concern that a disagreement raises: settled and in writing by the next working day. COOP-2.8
EscalationId raiseDisagreement(Decision& decision, EscalationRaised raised, const Context& context);

/// Something raised: the one way in, from the command and from a disagreement on a case.
EscalationId raise(Decision& decision, EscalationRaised raised, const Context& context);

}
