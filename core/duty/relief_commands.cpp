#include "core/casework/work_events.h"
#include "core/duty/duty_commands.h"
#include "core/duty/relief_sheet.h"
#include "core/visit/watch_gaps.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Relieve {
    static constexpr const char* name = "duty.relieve";
    DutyId duty;
    PartId id;
    UserId leaver;
    UserId reliever;
    std::vector<CaseId> exceptions;
    QString exceptionWords;
    bool unallocatedToo = false;
    std::optional<bool> leaving;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("id", s.id, "Identifier to give the relief; made when left out");
        v("leaver", s.leaver, "Who goes", Need::Required);
        v("reliever", s.reliever, "Who takes over; the acting user when left out");
        v("exceptions", s.exceptions, "Cases that stay with the leaver, by name");
        v("exception_words", s.exceptionWords, "Why they stay, and until when");
        v("unallocated", s.unallocatedToo, "Also takes the service's open cases that nobody has");
        v("leaving", s.leaving, "The leaver goes off duty; true when left out");
    }
};

struct Parties {
    std::shared_ptr<const User> leaver;
    std::shared_ptr<const User> reliever;
};

std::optional<Refusal> refuseParties(const Parties& parties, const Context& context)
{
    if (!parties.leaver || !parties.reliever)
        return Refusal{{}, parties.leaver ? u"reliever"_s : u"leaver"_s,
            u"There is no such user."_s, u"`list users` shows them."_s};
    if (parties.leaver->id == parties.reliever->id)
        return Refusal{{}, u"reliever"_s, u"Nobody relieves themselves."_s,
            u"Name the officer who takes over."_s};
    if (parties.leaver->service != parties.reliever->service)
        return Refusal{u"HO-3.6"_s, u"reliever"_s,
            u"%1 and %2 are of two services: relief is inside one."_s.arg(
                parties.leaver->name, parties.reliever->name),
            u"Hand the cases over with handover.propose."_s};
    const UserId actor = context.actor.user;
    const RoleKind* role = context.profile().role(context.actor.role);
    const bool senior = role && role->senior && context.actor.service == parties.leaver->service;
    if (actor != parties.leaver->id && actor != parties.reliever->id && !senior)
        return Refusal{{}, u"user"_s, u"A relief is between the two who change over."_s,
            u"Let the reliever take over, or the manager on call."_s};
    return {};
}

struct Shares {
    std::vector<CaseId> taken;
    std::vector<CaseId> staying;
};

Shares sharesOf(const Relieve& wanted, const User& leaver, const Context& context)
{
    Shares shares;
    const auto gone
        = goneOfficers(leaver.service, context.records, context.calendar, context.occurred);
    for (const CaseId& id : relievedCases(leaver, wanted.unallocatedToo, context.records, gone)) {
        const bool stays = std::find(wanted.exceptions.begin(), wanted.exceptions.end(), id)
            != wanted.exceptions.end();
        (stays ? shares.staying : shares.taken).push_back(id);
    }
    return shares;
}

std::optional<Refusal> refuseExceptions(
    const Relieve& wanted, const Shares& shares, const User& leaver)
{
    if (shares.staying.size() != wanted.exceptions.size())
        return Refusal{{}, u"exceptions"_s,
            u"One of the exceptions is no open case of %1."_s.arg(leaver.name),
            u"Name cases from the relief sheet, each once."_s};
    if (!wanted.exceptions.empty() && wanted.exceptionWords.trimmed().isEmpty())
        return Refusal{u"HO-3.6"_s, u"exception_words"_s,
            u"Why these cases stay with %1 is missing."_s.arg(leaver.name),
            u"Write why they stay, and until when."_s};
    return {};
}

void allocate(Decision& decision, const Parties& parties, const Shares& shares)
{
    for (const CaseId& id : shares.taken)
        decision.events.push_back(
            newEvent(subjectOf(id), CaseAllocated{parties.reliever->id, parties.reliever->name}));
}

DutyRelieved relief(
    const PartId& id, const Relieve& wanted, const Parties& parties, const Shares& shares)
{
    return {id, parties.leaver->id, parties.leaver->name, parties.reliever->id,
        parties.reliever->name, shares.taken, shares.staying, wanted.exceptionWords};
}

void changeOfficers(Decision& decision, const Relieve& wanted, const Parties& parties,
    const DutyInHand& inHand, const Context& context)
{
    const auto on = [&](const User& user) { return inHand.duty && inHand.duty->onDuty(user.id); };
    const auto own = dutyOfOfficer(parties.reliever->id, context);
    const bool signedOnEarly = own && context.occurred < own->period.from;
    if (!on(*parties.reliever) && !signedOnEarly)
        decision.events.push_back(newEvent(inHand.subject(),
            OfficerJoined{{parties.reliever->id, parties.reliever->name, parties.reliever->amhp,
                context.occurred, {}, false}}));
    if (wanted.leaving.value_or(true) && on(*parties.leaver))
        decision.events.push_back(newEvent(inHand.subject(), OfficerLeft{parties.leaver->id}));
}

// Call-backs, ladders and open contacts have no exceptions: they go to who stays. HO-2.1
void tellPromises(
    Decision& decision, const Parties& parties, const DutyInHand& inHand, const Context& context)
{
    const ReliefSheet sheet = reliefSheet(
        *parties.leaver, inHand.duty.get(), context.records, context.calendar, context.occurred);
    decision.notes.append(takenOver(sheet, parties.reliever->name));
}

void tellStaying(
    Decision& decision, const Parties& parties, const Shares& shares, const Context& context)
{
    for (const CaseId& id : shares.staying)
        decision.notes.append(
            u"%1 stays with %2."_s.arg(context.records.caseRecord(id)->ref, parties.leaver->name));
}

// The leaver's while it runs: the reliever may have signed on for the next. S3-ii
std::variant<DutyInHand, Refusal> dutyOfRelief(const Relieve& wanted, const Context& context)
{
    const auto own = dutyOfOfficer(wanted.leaver, context);
    if (wanted.duty.isNull() && own && context.occurred < own->period.to)
        return *own;
    return dutyInHand(context, wanted.duty);
}

Decision relieve(const Relieve& wanted, const Context& context)
{
    const auto found = dutyOfRelief(wanted, context);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    const UserId reliever = wanted.reliever.isNull() ? context.actor.user : wanted.reliever;
    const Parties parties{context.records.user(wanted.leaver), context.records.user(reliever)};
    if (auto refusal = refuseParties(parties, context))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const Shares shares = sharesOf(wanted, *parties.leaver, context);
    if (auto refusal = refuseExceptions(wanted, shares, *parties.leaver))
        return {{}, {*refusal}, {}, {}, {}, {}};
    Decision decision;
    openIfNeeded(decision, inHand, context);
    allocate(decision, parties, shares);
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    decision.events.push_back(newEvent(inHand.subject(), relief(id, wanted, parties, shares)));
    decision.made.insert(u"id"_s, id.text());
    changeOfficers(decision, wanted, parties, inHand, context);
    decision.notes.append(u"%1 case(s) taken over by %2."_s.arg(
        QString::number(shares.taken.size()), parties.reliever->name));
    tellPromises(decision, parties, inHand, context);
    tellStaying(decision, parties, shares, context);
    if (wanted.leaving.value_or(true))
        oweOnLeaving(decision, parties.leaver->id, parties.leaver->name, context);
    return decision;
}

}

std::vector<CommandSpec> reliefCommands()
{
    return {
        command<Relieve>(
            "Relieves an officer: the reliever takes all cases and call-backs, or names exceptions",
            {u"HO-2.1d"_s, u"HO-3.6"_s}, relieve),
    };
}

}
