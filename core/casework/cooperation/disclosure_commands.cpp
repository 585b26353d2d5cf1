#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/cooperation/disclosure_events.h"
#include "core/command/refusals.h"
#include "core/command/spec.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Disclose {
    static constexpr const char* name = "case.disclose";
    CaseId of;
    PartId id;
    QString to;
    QString what;
    std::optional<SharingBasis> basis;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the entry; made when left out");
        v("to", s.to, "Who was told: person and organisation", Need::Required);
        v("what", s.what, "What they were told", Need::Required);
        v("basis", s.basis, "On what ground: consent, or the legal basis; asked for while missing");
        v("reason", s.reason, "Who consented, or why without consent");
    }
};

struct GiveBasis {
    static constexpr const char* name = "case.disclosure_basis";
    CaseId of;
    PartId disclosure;
    SharingBasis basis = SharingBasis::Consent;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("disclosure", s.disclosure, "The entry that says who was told", Need::Required);
        v("basis", s.basis, "On what ground: consent, or the legal basis", Need::Required);
        v("reason", s.reason, "Who consented, or why without consent");
    }
};

Decision decideDisclose(const Disclose& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"to"_s, wanted.to));
    refused(decision, refuseBlank(u"what"_s, wanted.what));
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        CaseDisclosed{id, wanted.to, wanted.what, wanted.basis, wanted.reason}));
    decision.made.insert(u"id"_s, id.text());
    decision.owed = owedAfter(*record, decision, context);
    return decision;
}

// A ground that was given stays: what turned out otherwise is a correction beside it. INV-10
std::optional<Refusal> refuseBasis(const Case& record, const PartId& wanted)
{
    const auto told = std::find_if(record.disclosures.begin(), record.disclosures.end(),
        [&](const Disclosure& each) { return each.id == wanted; });
    if (told == record.disclosures.end())
        return Refusal{u"COOP-1.6"_s, u"disclosure"_s,
            u"The case has no such entry of who was told."_s,
            u"`show` lists its entries; record one with case.disclose."_s};
    if (told->basis)
        return Refusal{u"INV-10"_s, u"disclosure"_s,
            u"The ground for telling %1 is on the case already."_s.arg(told->to),
            u"Correct the entry with case.correct; the old words stay."_s};
    return {};
}

Decision decideBasis(const GiveBasis& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    if (record)
        refused(decision, refuseBasis(*record, wanted.disclosure));
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(
        subjectOf(wanted.of), CaseDisclosureBased{wanted.disclosure, wanted.basis, wanted.reason}));
    decision.owed = owedAfter(*record, decision, context);
    return decision;
}

}

std::vector<CommandSpec> disclosureCommands()
{
    return {
        command<Disclose>("Records who was told something about the person, and on what ground",
            {u"COOP-1.6"_s}, decideDisclose),
        command<GiveBasis>(
            "Gives the consent or the legal basis of what was told", {u"COOP-1.6"_s}, decideBasis),
    };
}

}
