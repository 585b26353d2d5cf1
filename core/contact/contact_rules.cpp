#include "core/contact/contact_rules.h"

#include "core/command/refusals.h"
#include "core/text/telephone.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString familyOf(const ContactDetails& details)
{
    if (details.category)
        switch (*details.category) {
        case Category::Mhaa:
        case Category::S136:
        case Category::S135:
        case Category::AmhpFollowUp: return u"mhaa"_s;
        case Category::ChildProtection:
        case Category::ChildPlacement:
        case Category::PaceBed: return u"children"_s;
        case Category::AdultSafeguarding:
        case Category::Missing:
        case Category::AppropriateAdult:
        case Category::Homelessness:
        case Category::CareBreakdown:
        case Category::CarerEmergency:
        case Category::WelfareConcern:
        case Category::InformationOnly:
        case Category::HandoverFromDayTeam:
        case Category::Complaint:
        case Category::Other: break;
        }
    return details.concerns == Concerns::Child ? u"children"_s : u"general"_s;
}

// A talk with an Inspector that is still to come leaves it owed. FM-4
void checkTimes(Decision& decision, const Rcrp& rcrp, const Context& context)
{
    if (rcrp.askedAt)
        refused(decision, refuseFuture(context, u"rcrp.asked_at"_s, *rcrp.askedAt));
    if (rcrp.inspectorAt)
        refused(decision, refuseFuture(context, u"rcrp.inspector_at"_s, *rcrp.inspectorAt));
}

}

QString kindOfWorkOf(const ContactDetails& details, const Profile& profile)
{
    for (const QString& wanted : {familyOf(details), u"general"_s})
        if (profile.workKind(wanted))
            return wanted;
    return profile.work.empty() ? u"general"_s : profile.work.front().key;
}

QString receivingService(const Context& context, const QString& kindOfWork)
{
    if (context.profile().service(context.actor.service))
        return context.actor.service;
    return context.calendar.receives(kindOfWork, context.occurred);
}

void checkDetails(Decision& decision, const ContactDetails& details, const Context& context)
{
    refused(decision, refuseCouncil(context.profile(), details.council));
    for (const QString& team : details.teams.value_or(QStringList()))
        if (team != u"unknown"_s)
            refused(decision, refuseTeam(context.profile(), u"teams"_s, team));
    if (details.rcrp)
        checkTimes(decision, *details.rcrp, context);
    if (!details.callBack)
        return;
    const TelephoneCheck check = checkTelephone(*details.callBack);
    if (!check.reason.isEmpty())
        decision.notes.append(
            u"Number to ring back, “%1”: %2 %3"_s.arg(*details.callBack, check.reason, check.mend)
                .trimmed());
}

bool policeDeclined(const ContactDetails& details)
{
    return details.rcrp
        && (details.rcrp->answer == PoliceAnswer::DeclinedRcrp
            || details.rcrp->answer == PoliceAnswer::Signposted);
}

bool needsThreshold(const ContactDetails& details)
{
    return policeDeclined(details) && !details.rcrp->threshold;
}

bool needsInspector(const ContactDetails& details)
{
    if (!policeDeclined(details) || details.rcrp->inspectorAt)
        return false;
    const auto untold
        = details.immediateDanger.value_or(false) ? RcrpThreshold::RiskToLife : RcrpThreshold::None;
    return details.rcrp->threshold.value_or(untold) != RcrpThreshold::None;
}

void promptInspector(Decision& decision, const ContactDetails& details, const Context& context)
{
    if (!needsInspector(details))
        return;
    QStringList numbers;
    for (const ContactPoint& point : context.profile().contacts)
        if (point.organisation.contains(u"police"_s, Qt::CaseInsensitive)
            || point.key.startsWith(u"police"_s))
            numbers.append(
                u"%1 %2 %3"_s.arg(point.name, point.number, point.instruction).trimmed());
    const QString why = needsThreshold(details) ? u"there is immediate danger"_s
                                                : u"crime or serious risk was argued"_s;
    decision.notes.append(
        u"FM-4: the police declined although %1. Escalate to an Inspector%2."_s.arg(
            why, numbers.isEmpty() ? QString() : u": "_s + numbers.join(u"; ")));
}

}
