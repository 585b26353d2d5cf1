#include "core/handover/commands.h"

#include "core/casework/application/document_checklist.h"
#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/case_checks.h"
#include "core/casework/status/status_rules.h"
#include "core/duty/gone_over.h"
#include "core/handover/by_shift.h"
#include "core/handover/carried.h"
#include "core/handover/edt_record.h"
#include "core/handover/item_events.h"
#include "core/handover/item_rules.h"
#include "core/handover/refusals.h"
#include "core/handover/warrant.h"
#include "core/handover/window.h"
#include "core/handover/window_choice.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Propose {
    static constexpr const char* name = "handover.propose";
    PartId id;
    CaseId caseId;
    QString to;
    HandoverPurpose purpose = HandoverPurpose::HandOver;
    HandoverReason reason = HandoverReason::UnableToComplete;
    QString why;
    Ipass ipass;
    QString window;
    bool warrant = false;
    std::optional<WarrantAgreement> agreement;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id, "Identifier to give the item; made when left out");
        v("case", s.caseId, "The case", Need::Required);
        v("to", s.to, "Receiving service; the route's other end when left out");
        v("purpose", s.purpose, "hand_over when left out");
        v("reason", s.reason, "Why it is handed over", Need::Required);
        v("why", s.why, "Why the receiving service fits");
        v("ipass", s.ipass, "The summary for the call");
        v("window", s.window, "Window, e.g. 2026-11-18-PM; the one at hand when left out");
        v("warrant", s.warrant, "Whether it hands over an entry warrant; seen from the record too");
        v("warrant_agreement", s.agreement,
            "A warrant out of hours: who agreed, when, and on what actions");
    }
};

struct Inform {
    static constexpr const char* name = "handover.inform";
    PartId id;
    CaseId caseId;
    QString to;
    HandoverReason reason = HandoverReason::ShareInformation;
    QString words;
    QString window;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id, "Identifier to give the item; made when left out");
        v("case", s.caseId, "The case", Need::Required);
        v("to", s.to, "Service that is told; the route's other end when left out");
        v("reason", s.reason, "share_information when left out");
        v("words", s.words, "What they are told", Need::Required);
        v("window", s.window, "Window, e.g. 2026-11-18-PM; the one at hand when left out");
    }
};

bool isWarrant(const Propose& wanted)
{
    return wanted.warrant || wanted.agreement;
}

std::optional<Refusal> refuseWords(const Propose& wanted)
{
    if (!wanted.ipass.illness.isEmpty() && !illnessSeverities().contains(wanted.ipass.illness))
        return Refusal{{}, u"ipass.illness"_s,
            u"“%1” is no illness severity."_s.arg(wanted.ipass.illness),
            u"Use critical_clock, watcher or stable."_s};
    if (wanted.why.trimmed().isEmpty())
        return Refusal{u"COOP-2.5"_s, u"why"_s, u"Why the receiving service fits is not said."_s,
            u"Say it in a line."_s};
    return {};
}

QString numberFor(const std::optional<WindowTimes>& times, const Context& context)
{
    const QString base
        = times ? times->name() : dateOf(context.occurred).toString(Qt::ISODate) + u"-X"_s;
    return transferNumber(base, context);
}

void place(HandoverTold& told, const QString& window, const Context& context)
{
    const auto times = window.isEmpty() ? windowCarrying(told.from, told.to, context)
                                        : windowNamed(window, context.calendar);
    if (times) {
        told.window = windowId(context.profile().key, times->name());
        told.windowName = times->name();
    }
    told.transferNumber = numberFor(times, context);
}

void oweSummary(Decision& decision, const Ipass& ipass)
{
    if (ipass.summary.isEmpty())
        decision.owed.push_back({u"HO-1.2"_s, u"ipass.summary"_s,
            u"The summary of the person is still to be written."_s, u"call"_s});
    if (ipass.contingency.isEmpty())
        decision.owed.push_back({u"HO-1.2"_s, u"ipass.contingency"_s,
            u"What to do if things change is still to be written."_s, u"call"_s});
}

void tell(Decision& decision, const HandoverTold& told)
{
    decision.made.insert(u"item"_s, told.id.text());
    decision.made.insert(u"transfer"_s, told.transferNumber);
}

Refusals refusalsOf(
    const Propose& wanted, const Case& record, const QString& to, const Context& context)
{
    Refusals refusals;
    add(refusals, refuseStranger(record, context));
    add(refusals, refuseSecond(record));
    add(refusals, refuseBetweenServices(to, context));
    if (refusals.empty())
        add(refusals, refuseReceiver(to, wanted.purpose, record, context));
    if (refusals.empty())
        add(refusals, refuseBookless(u"to"_s, to, context.profile()));
    if (refusals.empty() && wanted.purpose == HandoverPurpose::HandOver)
        add(refusals, refuseRoute(to, record, context));
    if (refusals.empty())
        add(refusals, refuseUnshown(u"to"_s, to, record, context));
    if (refusals.empty())
        add(refusals, refuseWindow(wanted.window, context.actor.service, to, context));
    add(refusals, refuseWords(wanted));
    add(refusals, refuseAgreementToCome(wanted.agreement, context));
    if (refusals.empty())
        add(refusals, refuseAgreementUnasked(wanted.agreement, record, to, context));
    if (isWarrantOutOfHours(isWarrant(wanted), record, to, context))
        add(refusals, refuseWarrant(wanted.agreement.value_or(WarrantAgreement{})));
    return refusals;
}

HandoverTold toldBy(
    const Propose& wanted, const Case& record, const QString& to, const Context& context)
{
    HandoverTold told;
    told.id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    told.from = context.actor.service;
    told.to = to;
    told.purpose = wanted.purpose;
    told.reason = wanted.reason;
    told.why = wanted.why;
    told.ipass = wanted.ipass;
    told.clocks = clocksToCopy(record, context.profile());
    // Only the route between EDT and the AMHP service asks for it.
    told.seniorMet = isSenior(*context.user, context.profile())
        || !isHandoverRoute(record.kindOfWork, told.from, to, context.profile());
    if (isWarrantOutOfHours(isWarrant(wanted), record, to, context))
        told.warrant = wanted.agreement;
    place(told, wanted.window, context);
    return told;
}

// A detention owes the row by itself; before it, who hands the work over says what was tried.
void oweAlternatives(Decision& decision, const Case& record, const Person* person)
{
    if (record.kindOfWork == u"mhaa"_s && !isDetained(record) && !crhtAnswered(record)
        && !isBarredFromCrht(record, person))
        decision.owed.push_back({u"COOP-2.6"_s, u"alternatives"_s,
            u"Home treatment (CRHT) is not answered: used, or why not."_s, u"handover"_s});
}

void oweAcceptance(
    Decision& decision, const Case& record, const HandoverTold& told, const Context& context)
{
    HandoverItem item;
    item.purpose = told.purpose;
    item.seniorMet = told.seniorMet;
    item.clocks = told.clocks;
    for (Owed& owed : owedBeforeAcceptance(record, item, context.profile()))
        decision.owed.push_back(std::move(owed));
    for (Owed& owed : owedDocuments(handoverChecklist(record, context.records, context.profile())))
        decision.owed.push_back(std::move(owed));
    const auto person = personOf(record, context);
    for (Owed& owed : assessmentOwed(record, person.get()))
        decision.owed.push_back(std::move(owed));
    for (Owed& owed : evidenceOwed(record))
        decision.owed.push_back(std::move(owed));
    if (told.purpose == HandoverPurpose::HandOver)
        oweAlternatives(decision, record, person.get());
}

// Joint work leaves the case, and what was promised about it, where it is.
std::vector<CarriedCallBack> callBacksTaken(const Propose& wanted, const Context& context)
{
    if (wanted.purpose != HandoverPurpose::HandOver)
        return {};
    return callBacksAbout(wanted.caseId, context);
}

Decision inform(const Inform& wanted, const Context& context);

Decision propose(const Propose& wanted, const Context& context)
{
    if (wanted.purpose == HandoverPurpose::Inform && wanted.agreement)
        return refuse(u"HO-3.8"_s, u"warrant_agreement"_s, u"Information hands no warrant over."_s,
            u"Leave it out; what was agreed is written down with case.note."_s);
    if (wanted.purpose == HandoverPurpose::Inform)
        return inform(
            {wanted.id, wanted.caseId, wanted.to, wanted.reason, wanted.why, wanted.window},
            context);
    const auto record = context.records.caseRecord(wanted.caseId);
    Decision decision;
    add(decision.refusals, refuseCase(record.get()));
    if (decision.refused())
        return decision;
    const QString to = receiver(wanted.to, *record, context);
    decision.refusals = refusalsOf(wanted, *record, to, context);
    if (decision.refused())
        return decision;
    HandoverProposed proposed;
    static_cast<HandoverTold&>(proposed) = toldBy(wanted, *record, to, context);
    const auto callBacks = callBacksTaken(wanted, context);
    proposed.ipass.actions = actionsWith(proposed.ipass.actions, callBacks);
    decision.events.push_back(newEvent(subjectOf(record->id), proposed));
    carry(decision, record->id, proposed, callBacks, context);
    tell(decision, proposed);
    oweSummary(decision, proposed.ipass);
    oweAcceptance(decision, *record, proposed, context);
    if (proposed.warrant)
        decision.flags.push_back({u"HO-3.8"_s,
            u"A warrant is proposed out of hours as an urgent exception, agreed by %1 and %2."_s
                .arg(proposed.warrant->lead, proposed.warrant->manager)});
    return decision;
}

Decision inform(const Inform& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.caseId, context);
    if (!record)
        return decision;
    const QString to = receiver(wanted.to, *record, context);
    add(decision.refusals, refuseStranger(*record, context));
    add(decision.refusals, refuseReceiver(to, HandoverPurpose::Inform, *record, context));
    add(decision.refusals, refuseBookless(u"to"_s, to, context.profile()));
    if (!decision.refused())
        add(decision.refusals, refuseUnshown(u"to"_s, to, *record, context));
    add(decision.refusals, refuseWindow(wanted.window, context.actor.service, to, context));
    if (decision.refused())
        return decision;
    HandoverInformed informed;
    informed.id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    informed.from = context.actor.service;
    informed.to = to;
    informed.purpose = HandoverPurpose::Inform;
    informed.reason = wanted.reason;
    informed.why = wanted.words;
    informed.clocks = clocksToCopy(*record, context.profile());
    place(informed, wanted.window, context);
    decision.events.push_back(newEvent(subjectOf(record->id), informed));
    tell(decision, informed);
    return decision;
}

}

std::vector<CommandSpec> proposalCommands()
{
    return {
        command<Propose>("Proposes to hand a case over to another service",
            {u"HO-3.6a"_s, u"HO-3.1a"_s, u"HO-3.8"_s, u"COOP-1.5"_s, u"COOP-2.5"_s, u"COOP-2.6"_s,
                u"HO-1.4b"_s, u"HO-1.5"_s, u"HO-2.1"_s, u"HO-2.1a"_s, u"HO-2.1b"_s, u"HO-2.1c"_s,
                u"HO-2.1d"_s, u"HO-2.1g"_s, u"HO-4.3b"_s},
            propose),
        command<Inform>("Gives another service information about a case; the owner stays",
            {u"HO-1.4c"_s, u"HO-1.5"_s, u"HO-2.1e"_s, u"HO-2.1f"_s, u"HO-3.1a"_s, u"INV-3"_s},
            inform),
    };
}

}
