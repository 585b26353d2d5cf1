#include "core/visit/watch_gaps.h"

#include "core/text/folded.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

// "Jo" may be Jo Lind, and "Jo Lind, desk 2" is: asked rather than missed.
bool mayMean(const QString& words, const QString& name)
{
    const QStringList said = foldedWords(words);
    const QStringList full = foldedWords(name);
    const auto shorter = std::min(said.size(), full.size());
    return shorter > 0 && said.first(shorter) == full.first(shorter);
}

QString whyNot(
    const QString& named, const Visit& visit, const VisitsOut& out, const QStringList& gone)
{
    const auto there = std::find_if(out.begin(), out.end(), [&](const auto& other) {
        return other->officer != visit.officer && mayMean(named, other->officerName);
    });
    if (there != out.end())
        return u"%1 is out too, at %2"_s.arg((*there)->officerName, (*there)->where);
    const auto left = std::find_if(
        gone.begin(), gone.end(), [&named](const QString& name) { return mayMean(named, name); });
    return left == gone.end() ? QString() : *left + u" went off duty"_s;
}

Owed gap(const QString& field, const QString& why, const QString& what, const Visit& visit)
{
    return {u"COM-3.8"_s, field,
        u"%1, and was to %2 while %3 is out: name somebody else with visit.change."_s.arg(
            why, what, visit.officerName),
        u"check_in"_s};
}

}

VisitsOut visitsOut(const Records& records, Instant at)
{
    VisitsOut out;
    for (const VisitId& id : records.openVisits())
        if (auto visit = records.visit(id); visit && visit->leftAt <= at)
            out.push_back(std::move(visit));
    return out;
}

std::vector<Owed> watchGaps(const Visit& visit, const VisitsOut& out, const QStringList& gone)
{
    if (!visit.open())
        return {};
    const QString watching = whyNot(visit.watches, visit, out, gone);
    const QString answering = whyNot(visit.answers, visit, out, gone);
    if (!watching.isEmpty() && watching == answering)
        return {gap(u"watches"_s, watching, u"watch the clocks and answer the telephone"_s, visit)};
    std::vector<Owed> owed;
    if (!watching.isEmpty())
        owed.push_back(gap(u"watches"_s, watching, u"watch the clocks"_s, visit));
    if (!answering.isEmpty())
        owed.push_back(gap(u"answers"_s, answering, u"answer the telephone"_s, visit));
    return owed;
}

void oweOnLeaving(
    Decision& decision, const UserId& leaver, const QString& name, const Context& context)
{
    for (const auto& visit : visitsOut(context.records, context.now)) {
        const bool own = visit->officer == leaver;
        if (own)
            decision.owed.push_back({u"COM-3.8"_s, u"visit"_s,
                u"%1 is off duty and still out, at %2 since %3: check-ins run on until "
                u"visit.return."_s.arg(name, visit->where, dateTimeText(visit->leftAt)),
                u"check_in"_s});
        const auto gaps = own ? std::vector<Owed>{} : watchGaps(*visit, {}, {name});
        decision.owed.insert(decision.owed.end(), gaps.begin(), gaps.end());
    }
}

}
