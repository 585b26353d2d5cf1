#include "core/sitrep/sitrep.h"

#include "core/sitrep/figures.h"
#include "core/sitrep/sitrep_events.h"

using namespace Qt::StringLiterals;

namespace core {

static Applied apply(Sitrep& sitrep, const SitrepIssued& issued, const Event& event)
{
    if (!sitrep.id.isNull())
        return u"This SITREP had been issued already."_s;
    sitrep.id = issued.sitrep;
    sitrep.number = issued.number;
    sitrep.from = issued.from;
    sitrep.to = issued.to;
    sitrep.narrative = issued.narrative;
    sitrep.pressure = issued.pressure;
    sitrep.figures = issued.figures.toUtf8();
    sitrep.issuedAt = event.occurred;
    sitrep.issuedBy = event.actor.name;
    sitrep.service = event.actor.service;
    return {};
}

static Applied apply(Sitrep& sitrep, const SitrepSuperseded& superseded, const Event&)
{
    sitrep.superseded = true;
    sitrep.supersededBy = superseded.by;
    return {};
}

static Applied apply(Sitrep& sitrep, const SitrepSent& sent, const Event& event)
{
    sitrep.sendings.push_back({event.occurred, sent.to, sent.outside, event.actor.name});
    return {};
}

bool isSuperseded(const Sitrep& sitrep, const std::vector<Figure>& recounted)
{
    return sitrep.superseded || !changesSince(figuresFromJson(sitrep.figures), recounted).empty();
}

const EventRules<Sitrep>& eventRules(const Sitrep*)
{
    static const auto rules = rulesByType<Sitrep>(
        {on<Sitrep, SitrepIssued>(), on<Sitrep, SitrepSuperseded>(), on<Sitrep, SitrepSent>()});
    return rules;
}

Sitrep evolved(Sitrep sitrep, const Event& event)
{
    evolve(sitrep, event, eventRules(&sitrep));
    return sitrep;
}

}
