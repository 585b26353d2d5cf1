#include "core/alert/alert.h"

#include "core/alert/alert_events.h"

using namespace Qt::StringLiterals;

namespace core {

static void noteShared(Alert& alert, const Event& event)
{
    if (event.actor.service == alert.service)
        return;
    alert.sharedBy = event.actor.service;
    alert.desk = event.desk;
    alert.seq = event.seq;
    alert.shared = event.digest;
}

static Applied apply(Alert& alert, const AlertAdded& added, const Event& event)
{
    if (!alert.id.isNull())
        return u"This alert had been added already."_s;
    alert.id = added.alert;
    alert.service = added.service;
    alert.marks = added.marks;
    alert.nhs = added.nhs;
    alert.telephoneKey = added.telephoneKey;
    alert.person = added.person;
    alert.caseId = added.caseId;
    alert.words = added.words;
    alert.plan = added.plan;
    alert.givenBy = added.givenBy;
    alert.givenTeam = added.givenTeam;
    alert.begins = added.begins;
    alert.ends = added.ends;
    alert.by = event.actor.name;
    noteShared(alert, event);
    return {};
}

static Applied apply(Alert& alert, const AlertChanged& changed, const Event&)
{
    alert.words = changed.words.value_or(alert.words);
    alert.plan = changed.plan.value_or(alert.plan);
    alert.givenBy = changed.givenBy.value_or(alert.givenBy);
    alert.givenTeam = changed.givenTeam.value_or(alert.givenTeam);
    alert.ends = changed.ends.value_or(alert.ends);
    return {};
}

static Applied apply(Alert& alert, const AlertWithdrawn& withdrawn, const Event& event)
{
    if (alert.withdrawnAt && *alert.withdrawnAt <= event.occurred)
        return u"This alert was withdrawn already."_s;
    alert.withdrawnAt = event.occurred;
    alert.withdrawnBy = event.actor.name;
    alert.withdrawnWhy = withdrawn.reason;
    return {};
}

static Applied apply(Alert& alert, const AlertCameUp& came, const Event& event)
{
    alert.hits.push_back(
        {event.occurred, came.contact, came.why, event.actor.name, came.caseId, came.person});
    return {};
}

QString Alert::title() const
{
    for (const QString& mark :
        {marks.name, marks.caller, marks.telephone, marks.address, marks.postcode, marks.nhsNumber})
        if (!mark.isEmpty())
            return mark;
    return marks.alsoKnownAs;
}

const EventRules<Alert>& eventRules(const Alert*)
{
    static const auto rules = rulesByType<Alert>({on<Alert, AlertAdded>(),
        on<Alert, AlertChanged>(), on<Alert, AlertWithdrawn>(), on<Alert, AlertCameUp>()});
    return rules;
}

Alert evolved(Alert alert, const Event& event)
{
    evolve(alert, event, eventRules(&alert));
    return alert;
}

}
