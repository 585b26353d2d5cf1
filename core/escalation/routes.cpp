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

const EscalationRoute* routeOfOrganisation(const Escalation& record, const Context& context)
{
    const QStringList wanted = foldedWords(record.organisation);
    if (record.incoming || wanted.isEmpty())
        return nullptr;
    const EscalationRoute* closed = nullptr;
    for (const EscalationRoute& route : context.profile().escalationRoutes) {
        if (route.key != record.organisation && foldedWords(route.name) != wanted)
            continue;
        if (isOpen(route, record, context))
            return &route;
        if (!closed)
            closed = &route;
    }
    return closed;
}

QString routeTaken(const Escalation& record, const Context& context)
{
    if (!record.route.isEmpty())
        return {};
    const EscalationRoute* route = routeOfOrganisation(record, context);
    return route && isOpen(*route, record, context) ? route->key : QString();
}

void tellRoute(Decision& decision, const EscalationRoute& route, const Profile& profile)
{
    decision.notes.append(routeText(route, profile));
    if (const QString note = complaintsNote(route); !note.isEmpty())
        decision.notes.append(note);
}

}
