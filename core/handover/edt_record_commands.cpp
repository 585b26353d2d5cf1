#include "core/casework/case_checks.h"
#include "core/casework/cooperation/cooperation_events.h"
#include "core/casework/work_events.h"
#include "core/clock/catalogue.h"
#include "core/command/refusals.h"
#include "core/handover/commands.h"
#include "core/handover/edt_record.h"
#include "core/handover/item_events.h"
#include "core/handover/item_rules.h"
#include "core/handover/refusals.h"
#include "core/handover/warrant.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// Something that is expected, or asked for, tonight.
struct Expected {
    QString what;
    Due due;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("what", s.what, "What is to be done or may happen", Need::Required);
        v("due", s.due, "At what time", Need::Required);
    }
};

struct ReceiveRecord {
    static constexpr const char* name = "handover.edt_record";
    CaseId id;
    QString title;
    QString kindOfWork;
    QString council;
    PersonId person;
    QString worker;
    QString team;
    QString telephone;
    QString manager;
    std::optional<Instant> managerAt;
    QString why;
    QString ask;
    QString summary;
    QString contingency;
    std::vector<Expected> expected;
    QString notToContact;
    QString feedbackTo;
    QString from;
    bool warrant = false;
    std::optional<WarrantAgreement> agreement;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id, "Identifier to give the case; made when left out");
        v("title", s.title, "One line for the board", Need::Required);
        v("kind_of_work", s.kindOfWork, "general when left out");
        v("council", s.council, "Council");
        v("person", s.person, "The person");
        v("worker", s.worker, "The day worker", Need::Required);
        v("team", s.team, "Their team", Need::Required);
        v("telephone", s.telephone, "Their number after hours");
        v("manager", s.manager, "The manager who agreed that the handover is proportionate");
        v("manager_at", s.managerAt, "When");
        v("why", s.why, "Why EDT is asked", Need::Required);
        v("ask", s.ask, "What EDT is asked to do, by when");
        v("summary", s.summary, "The person, and what was done");
        v("contingency", s.contingency, "If … then …");
        v("expected", s.expected, "What is expected tonight; each becomes a timed task");
        v("not_to_contact", s.notToContact, "Who must not be contacted");
        v("feedback_to", s.feedbackTo, "To whom feedback goes next day");
        v("from", s.from, "Of what came to EDT's inbox: the team's service; the day's if left out");
        v("warrant", s.warrant, "Whether it hands over an entry warrant");
        v("warrant_agreement", s.agreement,
            "A warrant out of hours: who agreed, when, and on what actions");
    }

    bool isWarrant() const { return warrant || agreement; }
};

struct CompleteRecord {
    static constexpr const char* name = "handover.complete_record";
    CaseId of;
    PartId item;
    QString manager;
    std::optional<Instant> managerAt;
    QString contingency;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("item", s.item, "The handover that came with the record; the newest when left out");
        v("manager", s.manager, "The manager who agreed that the handover is proportionate");
        v("manager_at", s.managerAt, "When");
        v("contingency", s.contingency, "If … then …");
    }
};

struct AskManager {
    static constexpr const char* name = "handover.ask_manager";
    CaseId of;
    QString what;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("what", s.what, "With whom the verbal handover is wanted, and why", Need::Required);
    }
};

void oweRecord(Decision& decision, const ReceiveRecord& wanted)
{
    if (wanted.manager.isEmpty())
        decision.owed.push_back({u"HO-4.1a"_s, u"manager"_s,
            u"Which manager agreed that the handover is proportionate."_s, u"telephone"_s});
    if (wanted.contingency.isEmpty())
        decision.owed.push_back(
            {u"HO-4.3b"_s, u"contingency"_s, u"What is done if things change."_s, u"telephone"_s});
    decision.owed.push_back({u"HO-4.2a"_s, u"telephoned"_s,
        u"The worker is still to telephone; until then their team is responsible."_s,
        u"telephone"_s});
}

// The team's own act is refused; what came to the inbox is a fact, and flagged. HO-3.8
std::optional<Refusal> refuseWarrantOf(
    const ReceiveRecord& wanted, const QString& from, const Context& context)
{
    if (!wanted.isWarrant() || context.actor.service != from)
        return {};
    return refuseWarrant(wanted.agreement.value_or(WarrantAgreement{}));
}

std::optional<Refusal> refuseManagerToCome(const std::optional<Instant>& at, const Context& context)
{
    return at ? refuseFuture(context, u"manager_at"_s, *at) : std::nullopt;
}

Refusals refusalsOf(
    const ReceiveRecord& wanted, const QString& from, const WorkKind& work, const Context& context)
{
    Refusals refusals;
    for (auto refusal : {refuseGiver(from, work, context.profile()),
             refuseHandoverRoute(from, work, context.profile()),
             refuseWithoutManager(wanted.manager, from, context),
             refuseManagerToCome(wanted.managerAt, context),
             refuseAgreementToCome(wanted.agreement, context),
             refuseWarrantOf(wanted, from, context)})
        if (refusals.empty())
            add(refusals, std::move(refusal));
    return refusals;
}

HandoverProposed proposalOf(
    const ReceiveRecord& wanted, const QString& from, const WorkKind& work, const Context& context)
{
    HandoverProposed proposed;
    proposed.id = {context.mint()};
    proposed.transferNumber
        = transferNumber(u"%1-R"_s.arg(dateOf(context.occurred).toString(Qt::ISODate)), context);
    proposed.from = from;
    proposed.to = work.outOfHoursService;
    proposed.reason = HandoverReason::UnableToComplete;
    proposed.why = wanted.why;
    proposed.ipass = {{}, wanted.summary, wanted.ask, wanted.contingency};
    proposed.seniorMet = true;
    if (wanted.isWarrant())
        proposed.warrant = wanted.agreement.value_or(WarrantAgreement{});
    return proposed;
}

Decision receiveRecord(const ReceiveRecord& wanted, const Context& context)
{
    Decision decision;
    const QString kind = wanted.kindOfWork.isEmpty() ? u"general"_s : wanted.kindOfWork;
    refused(decision, refuseKindOfWork(context.profile(), kind));
    if (!wanted.council.isEmpty())
        refused(decision, refuseCouncil(context.profile(), wanted.council));
    refused(decision, refuseBlank(u"title"_s, wanted.title));
    if (decision.refused())
        return decision;
    const WorkKind& work = *context.profile().workKind(kind);
    const QString from = givingService(wanted.from, work, context);
    decision.refusals = refusalsOf(wanted, from, work, context);
    if (decision.refused())
        return decision;
    const CaseId id = openCase(decision,
        {wanted.id, from, kind, wanted.title, wanted.council, {}, wanted.person, {},
            context.occurred},
        context);
    if (decision.refused())
        return decision;
    const HandoverProposed proposed = proposalOf(wanted, from, work, context);
    decision.events.push_back(newEvent(subjectOf(id), proposed));
    decision.events.push_back(newEvent(subjectOf(id),
        EdtRecordReceived{proposed.id, wanted.worker, wanted.team, wanted.telephone, wanted.manager,
            wanted.managerAt, wanted.contingency, wanted.notToContact, wanted.feedbackTo}));
    for (const Expected& each : wanted.expected)
        decision.events.push_back(newEvent(subjectOf(id),
            CaseTaskAdded{{context.mint()}, each.what,
                serviceName(work.outOfHoursService, context.profile()), each.due.at,
                warningsBefore(each.due.at, u"task"_s, context.profile()), u"HO-4.3b"_s,
                u"anticipated_action"_s}));
    decision.made.insert(u"item"_s, proposed.id.text());
    decision.made.insert(u"transfer"_s, proposed.transferNumber);
    oweRecord(decision, wanted);
    flagWarrant(decision, proposed.warrant);
    return decision;
}

Decision completeRecord(const CompleteRecord& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    if (!record)
        return decision;
    const EdtRecord* received = wanted.item.isNull() && !record->edtRecords.empty()
        ? &record->edtRecords.back()
        : edtRecordOf(*record, wanted.item);
    if (!received)
        return refuse(u"HO-4.1b"_s, u"item"_s, u"No EDT Handover Record came with this handover."_s,
            u"Enter one with handover.edt_record."_s);
    if (wanted.manager.trimmed().isEmpty() && wanted.contingency.trimmed().isEmpty())
        return refuse(u"HO-4.1a"_s, u"manager"_s, u"Nothing is said that was missing."_s,
            u"Name the manager who agreed, or what is done if things change."_s);
    if (refused(decision, refuseUninvolved(*record, context))
        || refused(decision, refuseManagerToCome(wanted.managerAt, context)))
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        EdtRecordCompleted{received->item, wanted.manager, wanted.managerAt, wanted.contingency}));
    return decision;
}

Decision askManager(const AskManager& wanted, const Context& context)
{
    Decision decision;
    openCaseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"what"_s, wanted.what));
    if (decision.refused())
        return decision;
    const Instant due = context.occurred + Minutes(30);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        CaseTaskAdded{{context.mint()}, u"Facilitate a verbal handover: "_s + wanted.what,
            u"On-call manager"_s, due, warningsBefore(due, u"task"_s, context.profile()),
            u"HO-4.4c"_s, u"task"_s}));
    return decision;
}

}

std::vector<CommandSpec> edtRecordCommands()
{
    return {
        command<ReceiveRecord>(
            "Enters a day team's EDT Handover Record; the team stays responsible",
            {u"HO-1.4a"_s, u"HO-4.1a"_s, u"HO-4.1b"_s, u"HO-4.2a"_s, u"HO-4.3b"_s}, receiveRecord),
        command<CompleteRecord>("Adds what an EDT Handover Record left open: manager, contingency",
            {u"HO-4.1a"_s, u"HO-4.3b"_s}, completeRecord),
        command<AskManager>(
            "Asks the on-call manager to facilitate a verbal handover", {u"HO-4.4c"_s}, askManager),
    };
}

}
