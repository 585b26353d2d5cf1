#include "core/escalation/routes.h"

#include "core/casework/case.h"
#include "core/escalation/escalation_rules.h"
#include "core/records.h"
#include "core/text/folded.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

QString workOf(const Escalation& record, const Records& records)
{
    const auto about = record.cases.empty() ? nullptr : records.caseRecord(record.cases.front());
    return about ? about->kindOfWork : u"general"_s;
}

// Where the hours are not known, only what is always open. H15
static bool isOpen(const EscalationRoute& route, const Escalation& record, const Context& context)
{
    if (route.hours.isEmpty() || route.hours == u"always")
        return true;
    try {
        const bool inHours
            = context.calendar.inOfficeHours(workOf(record, context.records), context.occurred);
        return inHours == (route.hours == u"in_hours");
    } catch (const BeyondHolidays&) {
        return false;
    }
}

std::vector<const ContactPoint*> contactsOf(
    const EscalationRoute& route, const QString& organisation, const Profile& profile)
{
    std::vector<const ContactPoint*> all;
    std::vector<const ContactPoint*> theirs;
    for (const QString& key : route.allContacts())
        if (const ContactPoint* point = profile.contact(key)) {
            all.push_back(point);
            if (isSameName(point->organisation, organisation))
                theirs.push_back(point);
        }
    return theirs.empty() ? all : theirs;
}

// By name: one organisation has a way in hours and another out of them.
static bool isNamed(
    const EscalationRoute& route, const QString& organisation, const Profile& profile)
{
    const EscalationRoute* byKey = profile.escalationRoute(organisation);
    return isSameName(route.name, byKey ? byKey->name : organisation);
}

// A hospital goes the way of the health organisations, on which its manager is.
static bool reaches(
    const EscalationRoute& route, const QString& organisation, const Profile& profile)
{
    const auto contacts = contactsOf(route, organisation, profile);
    return !contacts.empty() && isSameName(contacts.front()->organisation, organisation);
}

using Fits = bool (*)(const EscalationRoute&, const QString&, const Profile&);

static const EscalationRoute* routeThat(Fits fits, const Escalation& record, const Context& context)
{
    const EscalationRoute* closed = nullptr;
    for (const EscalationRoute& route : context.profile().escalationRoutes) {
        if (!fits(route, record.organisation, context.profile()))
            continue;
        if (isOpen(route, record, context))
            return &route;
        if (!closed)
            closed = &route;
    }
    return closed;
}

const EscalationRoute* routeOfOrganisation(const Escalation& record, const Context& context)
{
    if (record.incoming || foldedWords(record.organisation).isEmpty())
        return nullptr;
    const EscalationRoute* named = routeThat(isNamed, record, context);
    return named ? named : routeThat(reaches, record, context);
}

QString routeTaken(const Escalation& record, const Context& context)
{
    if (!record.route.isEmpty())
        return {};
    const EscalationRoute* route = routeOfOrganisation(record, context);
    return route && isOpen(*route, record, context) ? route->key : QString();
}

void tellRoute(Decision& decision, const EscalationRoute& route, const QString& organisation,
    const Profile& profile)
{
    decision.notes.append(routeText(route, profile, organisation));
    for (const ContactPoint* contact : contactsOf(route, organisation, profile))
        if (isOutside(*contact, profile))
            decision.notes.append(
                u"ESC-4.1: %1 is outside the secure e-mail domains: ring, or write no personal "
                u"details there."_s.arg(contact->email));
    if (const QString note = complaintsNote(route); !note.isEmpty())
        decision.notes.append(note);
}

}
