#include "core/handover/warrant.h"

#include "core/command/refusals.h"
#include "core/handover/item_rules.h"
#include "core/text/folded.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

// Who tells a part of what was agreed takes nothing back.
static WarrantAgreement withKnown(WarrantAgreement told, const HandoverItem& item)
{
    const auto words = [](QString& mine, const QString& known) {
        if (mine.trimmed().isEmpty())
            mine = known;
    };
    words(told.lead, item.warrantLead);
    words(told.manager, item.warrantManager);
    words(told.actions, item.warrantActions);
    if (!told.leadAt)
        told.leadAt = item.warrantLeadAt;
    if (!told.managerAt)
        told.managerAt = item.warrantManagerAt;
    return told;
}

void tellWarrant(HandoverItem& item, const std::optional<WarrantAgreement>& warrant)
{
    if (!warrant)
        return;
    const WarrantAgreement agreed = withKnown(*warrant, item);
    item.warrant = true;
    item.warrantLead = agreed.lead;
    item.warrantLeadAt = agreed.leadAt;
    item.warrantManager = agreed.manager;
    item.warrantManagerAt = agreed.managerAt;
    item.warrantActions = agreed.actions;
}

// Its validity is a clock from the day it was issued until it is executed. CLK-05
static bool hasValidWarrant(const Case& record)
{
    return std::any_of(record.clocks.begin(), record.clocks.end(), [](const ClockFact& clock) {
        return clock.kind == u"s135_warrant"_s && clock.state == ClockState::Running;
    });
}

static bool asksForWarrant(const Case& record, const Records& records)
{
    const auto isWarrant = [](const Document& document) {
        return document.kind == DocumentKind::Warrant
            && document.state != DocumentState::NotApplicable;
    };
    const auto wantsOne = [&](const ContactId& id) {
        const auto contact = records.contact(id);
        return contact && contact->details.category == Category::S135;
    };
    return std::any_of(record.documents.begin(), record.documents.end(), isWarrant)
        || std::any_of(record.contacts.begin(), record.contacts.end(), wantsOne);
}

bool hasOpenWarrant(const Case& record, const Records& records)
{
    const bool used = std::any_of(
        record.statuses.begin(), record.statuses.end(), [](const StatusEpisode& each) {
            return each.status == LegalStatus::S135 || each.status == LegalStatus::S135Return;
        });
    return hasValidWarrant(record) || (!used && asksForWarrant(record, records));
}

bool isOutOfHoursService(const QString& to, const QString& kindOfWork, const Profile& profile)
{
    const WorkKind* kind = profile.workKind(kindOfWork);
    return kind && kind->outOfHoursService == to && kind->dayService != to;
}

bool isWarrantOutOfHours(bool said, const Case& record, const QString& to, const Context& context)
{
    return isOutOfHoursService(to, record.kindOfWork, context.profile())
        && (said || hasOpenWarrant(record, context.records));
}

std::optional<WarrantAgreement> warrantAccepted(const std::optional<WarrantAgreement>& told,
    const Case& record, const HandoverItem& item, const Context& context)
{
    if ((item.warrant && !told) || !isWarrantOutOfHours(told.has_value(), record, item.to, context))
        return {};
    return withKnown(told.value_or(WarrantAgreement{}), item);
}

static QStringList missingFrom(const WarrantAgreement& agreement)
{
    QStringList missing;
    if (agreement.lead.trimmed().isEmpty())
        missing.append(u"the lead"_s);
    if (!agreement.leadAt)
        missing.append(u"when the lead was spoken to"_s);
    if (agreement.manager.trimmed().isEmpty())
        missing.append(u"the on-call manager"_s);
    if (!agreement.managerAt)
        missing.append(u"when the manager was spoken to"_s);
    if (agreement.actions.trimmed().isEmpty())
        missing.append(u"the agreed actions"_s);
    if (isSameName(agreement.lead, agreement.manager))
        missing.append(u"a second person beside %1"_s.arg(agreement.lead));
    return missing;
}

std::optional<Refusal> refuseWarrant(const WarrantAgreement& agreement)
{
    const QStringList missing = missingFrom(agreement);
    if (missing.isEmpty())
        return {};
    return Refusal{u"HO-3.8"_s, u"warrant_agreement"_s,
        u"A warrant is not routinely handed over out of hours. Missing: %1."_s.arg(
            missing.join(u", ")),
        u"Keep it with handover.keep, or name both the lead and the on-call manager, with the "
        u"times and the agreed actions."_s};
}

std::optional<Refusal> refuseAgreementToCome(
    const std::optional<WarrantAgreement>& agreement, const Context& context)
{
    const WarrantAgreement told = agreement.value_or(WarrantAgreement{});
    for (const auto& [field, at] : {std::pair{u"warrant_agreement.lead_at"_s, told.leadAt},
             {u"warrant_agreement.manager_at"_s, told.managerAt}})
        if (at)
            if (auto refusal = refuseFuture(context, field, *at))
                return refusal;
    return {};
}

std::optional<Refusal> refuseAgreementUnasked(const std::optional<WarrantAgreement>& agreement,
    const Case& record, const QString& to, const Context& context)
{
    if (!agreement || isOutOfHoursService(to, record.kindOfWork, context.profile()))
        return {};
    return Refusal{u"HO-3.8"_s, u"warrant_agreement"_s,
        u"Only a warrant that goes to the service on duty out of hours alone is agreed on, and "
        "this goes to %1."_s.arg(serviceName(to, context.profile())),
        u"Leave it out; what was agreed is written down with case.note."_s};
}

void flagWarrant(Decision& decision, const std::optional<WarrantAgreement>& agreement)
{
    if (!agreement)
        return;
    const auto missing = refuseWarrant(*agreement);
    decision.flags.push_back({u"HO-3.8"_s,
        missing
            ? missing->text
            : u"A warrant is handed over out of hours as an urgent exception, agreed by %1 and %2."_s
                  .arg(agreement->lead, agreement->manager)});
}

QString warrantText(const HandoverItem& item)
{
    if (item.warrantLead.isEmpty() && item.warrantManager.isEmpty())
        return u"nobody is named who agreed to it"_s;
    return u"agreed by %1 and %2: %3"_s.arg(
        item.warrantLead, item.warrantManager, item.warrantActions);
}

}
