#include "core/casework/application/form_commands.h"
#include "core/casework/clock_changes.h"

#include "core/casework/application/document_events.h"
#include "core/casework/application/printed_form.h"
#include "core/casework/assessment/nr_consulting.h"
#include "core/casework/case.h"
#include "core/casework/cooperation/distribution_rules.h"
#include "core/casework/printed_words.h"
#include "core/command/preview.h"
#include "core/journal/new_event.h"
#include "core/text/identifiers.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct UpdateReferral {
    static constexpr const char* name = "case.referral";
    CaseId caseId;
    ReferralForm form;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, "The case", Need::Required);
        ReferralForm::visit(s.form, v);
    }
};

struct EmailForm {
    static constexpr const char* name = "case.form_emailed";
    CaseId caseId;
    QString to;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, "The case", Need::Required);
        v("to", s.to, "Address, or a service's key; the last recipient when left out");
    }
};

struct EmailDocuments {
    static constexpr const char* name = "case.documents_emailed";
    PartId id;
    CaseId caseId;
    std::vector<DocumentKind> kinds;
    QString to;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id, "Identifier to give the sending; made when left out");
        v("case", s.caseId, "The case", Need::Required);
        v("kinds", s.kinds, "Which documents went", Need::Required);
        v("to", s.to, "Address, or a service's key; the last recipient when left out");
    }
};

Decision noCase()
{
    return refuse({}, u"case"_s, u"There is no such case."_s, u"`list cases` shows them."_s);
}

QString lastRecipient(const Case& record)
{
    if (!record.formIssues.empty())
        return record.formIssues.back().to;
    return record.documentSendings.empty() ? QString() : record.documentSendings.back().to;
}

QString addressOf(const QString& to, const Case& record, const Profile& profile)
{
    const QString wanted = to.isEmpty() ? lastRecipient(record) : to;
    const Service* service = profile.service(wanted);
    return service ? service->email : wanted;
}

std::optional<Refusal> refuseAddress(
    const QString& to, const QString& address, const Profile& profile)
{
    const Service* service = profile.service(to);
    if (address.isEmpty() && service)
        return Refusal{u"HO-3.5"_s, u"to"_s,
            u"The profile has no e-mail address of %1."_s.arg(service->name),
            u"Give the address that it went to."_s};
    if (address.isEmpty())
        return Refusal{u"HO-3.5"_s, u"to"_s, u"The recipient is not said."_s,
            u"Give an address, or the key of a service that has one."_s};
    const IdentifierCheck check = checkEmail(address, profile.secureDomains);
    if (check.isValid())
        return {};
    return Refusal{u"HO-3.5"_s, u"to"_s, check.reason, check.mend};
}

// It has gone out already, so it is recorded; what may have travelled unencrypted is flagged.
void flagDomain(Decision& decision, const QString& address, const Profile& profile)
{
    const IdentifierCheck check = checkEmail(address, profile.secureDomains);
    if (check.status == IdentifierStatus::Warn)
        decision.flags.push_back({u"HO-3.5"_s,
            u"Documents went to %1, which is not on the list of secure domains."_s.arg(address)});
}

// "None known", "no children": words that tell of nobody.
bool tellsOfNobody(const QString& words)
{
    QString first = words.simplified().toCaseFolded().section(u' ', 0, 0);
    static const QStringList none{{}, u"no"_s, u"none"_s, u"nil"_s, u"n/a"_s, u"not"_s};
    return none.contains(first.remove(u'.').remove(u','));
}

// Harm to a child is the start of a strategy discussion, if there is cause to suspect it. CLK-51
void promptStrategy(Decision& decision, const UpdateReferral& wanted, const Case& record)
{
    if (tellsOfNobody(wanted.form.riskChildren.value_or(QString()))
        || runningClock(record, u"strategy_discussion"_s))
        return;
    decision.notes.append(
        u"CLK-51: with reasonable cause to suspect significant harm a strategy discussion is due: "
        u"record since when with case.child_protection, cause. Check on the other children of the "
        u"household; police protection is recorded with case.status."_s);
}

Decision updateReferral(const UpdateReferral& wanted, const Context& context)
{
    const auto record = context.records.caseRecord(wanted.caseId);
    if (!record)
        return noCase();
    const NewEvent event = newEvent(subjectOf(record->id), CaseReferralUpdated{wanted.form});
    if (event.payload == "{}")
        return refuse({}, {}, u"No field of the form is given."_s,
            u"`commands` names the fields of case.referral."_s);
    Decision decision;
    decision.events.push_back(event);
    if (wanted.form.nearestRelativeRequest == true
        && record->referral.nearestRelativeRequest != true)
        startClock(decision, *record,
            {u"nr_request"_s, context.occurred, wanted.form.nrRequestBy.value_or(QString()), {}, {},
                {}},
            context);
    if (wanted.form.nearestRelativeRequest == false)
        endClocks(decision, *record, {u"nr_request"_s}, u"not a nearest relative's request"_s,
            context.occurred);
    promptStrategy(decision, wanted, *record);
    judgeConsulted(decision, *record, preview(*record, subjectOf(record->id), decision, context),
        context.occurred);
    return decision;
}

void issueForm(
    Decision& decision, const Case& asSent, const QString& address, const Context& context)
{
    const PrintedForm form = printedForm(asSent, context.records, context.profile());
    decision.events.push_back(newEvent(
        subjectOf(asSent.id), CaseFormEmailed{address, digestOf(form), sectionDigests(form)}));
    flagDomain(decision, address, context.profile());
}

Decision emailForm(const EmailForm& wanted, const Context& context)
{
    const auto record = context.records.caseRecord(wanted.caseId);
    if (!record)
        return noCase();
    const QString address = addressOf(wanted.to, *record, context.profile());
    Decision decision;
    if (auto refusal = refuseAddress(wanted.to, address, context.profile()))
        decision.refusals.push_back(std::move(*refusal));
    else
        issueForm(decision, *record, address, context);
    return decision;
}

Decision emailDocuments(const EmailDocuments& wanted, const Context& context)
{
    const auto record = context.records.caseRecord(wanted.caseId);
    if (!record)
        return noCase();
    const QString address = addressOf(wanted.to, *record, context.profile());
    Decision decision;
    if (wanted.kinds.empty())
        decision.refusals.push_back({u"HO-3.1b"_s, u"kinds"_s,
            u"Which documents went is not said."_s, u"Name their kinds."_s});
    if (auto refusal = refuseAddress(wanted.to, address, context.profile()))
        decision.refusals.push_back(std::move(*refusal));
    if (decision.refused())
        return decision;
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    decision.events.push_back(
        newEvent(subjectOf(record->id), CaseDocumentsEmailed{id, address, wanted.kinds}));
    decision.made.insert(u"id"_s, id.text());
    decision.notes.append(u"%1 document(s) to %2."_s.arg(wanted.kinds.size()).arg(address));
    endSending(
        decision, preview(*record, subjectOf(record->id), decision, context), address, context);
    const bool withForm
        = std::find(wanted.kinds.begin(), wanted.kinds.end(), DocumentKind::ReferralForm)
        != wanted.kinds.end();
    // What came only with this e-mail is printed on the form too.
    if (withForm)
        issueForm(
            decision, preview(*record, subjectOf(record->id), decision, context), address, context);
    else
        flagDomain(decision, address, context.profile());
    return decision;
}

}

std::vector<CommandSpec> formCommands()
{
    return {
        command<UpdateReferral>("Fills in fields of the referral form",
            {u"HO-3.1b"_s, u"HO-3.5"_s, u"CLK-17"_s, u"CLK-18"_s}, updateReferral),
        command<EmailForm>("Records that the referral form was e-mailed as it prints now",
            {u"HO-3.5"_s}, emailForm),
        command<EmailDocuments>("Records that documents were e-mailed, to whom and when",
            {u"HO-3.1b"_s, u"HO-3.5"_s, u"HO-5.2a"_s}, emailDocuments),
    };
}

}
