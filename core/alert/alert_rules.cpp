#include "core/alert/alert_rules.h"

#include "core/duty/duty_period.h"
#include "core/text/folded.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

static constexpr int mostShiftsByDay = 2;

std::optional<Refusal> refuseWithoutMark(const AlertAdded& added)
{
    const AlertMarks& marks = added.marks;
    const QStringList names{marks.name, marks.alsoKnownAs, marks.caller};
    const bool known = !added.person.isNull() || !added.nhs.isEmpty()
        || !added.telephoneKey.isEmpty() || !postcodeIn(marks.postcode).isEmpty()
        || !foldedWords(marks.address).isEmpty()
        || std::any_of(names.begin(), names.end(), isNameMark);
    if (known)
        return {};
    return Refusal{u"HO-4.3b"_s, u"name"_s, u"There is nothing to know the alert by."_s,
        u"Give a name, an address, a caller, the person, or a telephone, NHS number or postcode "
        u"that "
        u"is valid."_s};
}

// A shift of the day: it begins and ends on one date, and not before noon.
static bool isByDay(const DutyPeriod& period)
{
    const LocalTime end = localOf(period.to);
    return dateOf(period.from) == end.date && end.time > QTime(12, 0);
}

std::optional<Instant> endOfTonight(
    const ServiceCalendar& calendar, const QString& service, Instant at)
{
    auto first = dutyPeriodAt(calendar, service, at);
    if (!first)
        first = nextDutyPeriod(calendar, service, at);
    auto period = first;
    for (int shifts = 0; period && isByDay(*period) && shifts < mostShiftsByDay; ++shifts)
        period = nextDutyPeriod(calendar, service, period->from);
    const auto& last = period && !isByDay(*period) ? period : first;
    return last ? std::optional(last->to) : std::nullopt;
}

std::vector<Owed> owedOf(const Alert& alert)
{
    std::vector<Owed> owed;
    if (alert.plan.isEmpty())
        owed.push_back({u"HO-4.3b"_s, u"plan"_s,
            u"What is to be done when it comes up is not said."_s, u"alert"_s});
    if (alert.givenBy.isEmpty() && alert.givenTeam.isEmpty())
        owed.push_back(
            {u"HO-4.1a"_s, u"given_by"_s, u"Who gave the alert is not said."_s, u"alert"_s});
    return owed;
}

std::vector<AlertMatch> alertsFor(const AlertProbe& probe, const Records& records, Instant at)
{
    std::vector<std::shared_ptr<const Alert>> alerts;
    for (const AlertId& id : records.alertsInForce(at))
        if (auto alert = records.alert(id))
            alerts.push_back(std::move(alert));
    return matchAlerts(alerts, probe);
}

// Each part a sentence, whether or not whoever wrote it ended it.
static QString sentence(const QString& words)
{
    const QString text = words.trimmed();
    return text.isEmpty() || u".!?"_s.contains(text.back()) ? text : text + u'.';
}

QString alertText(const AlertMatch& match)
{
    const Alert& alert = *match.alert;
    QStringList text{
        sentence(u"Alert for tonight, %1 (%2): %3"_s.arg(alert.title(), match.why, alert.words))};
    if (!alert.plan.isEmpty())
        text.append(sentence(u"Plan: "_s + alert.plan));
    const QString between = alert.givenBy.isEmpty() || alert.givenTeam.isEmpty() ? u""_s : u", "_s;
    if (const QString giver = alert.givenBy + between + alert.givenTeam; !giver.isEmpty())
        text.append(sentence(u"From "_s + giver));
    return text.join(u' ') + u" Until %1."_s.arg(dateTimeText(alert.ends));
}

}
