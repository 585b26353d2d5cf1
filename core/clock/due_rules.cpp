#include "core/clock/due_rules.h"

#include "core/time/durations.h"
#include "core/time/london.h"

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr int hour = 60;

struct OtherName {
    QString name;
    QString key;
};

const std::vector<OtherName>& otherNames()
{
    static const std::vector<OtherName> names{{u"s136_24h"_s, u"s136"_s},
        {u"s5_2_72h"_s, u"s5_2"_s}, {u"s5_4_6h"_s, u"s5_4"_s}, {u"s4_72h"_s, u"s4"_s},
        {u"s2_28d"_s, u"s2"_s}, {u"s15_14d"_s, u"s15_rectification"_s},
        {u"nr_discharge_72h"_s, u"nr_discharge"_s}, {u"cto_recall_72h"_s, u"cto_recall"_s},
        {u"police_protection_72h"_s, u"police_protection"_s}, {u"pace_24h"_s, u"pace"_s},
        {u"tribunal_14d"_s, u"tribunal"_s}, {u"crht_28d"_s, u"crht_early_discharge"_s},
        {u"verbal_handover"_s, u"handover_verbal"_s},
        {u"escalation_ack_24h"_s, u"escalation_ack"_s},
        {u"escalation_response_7wd"_s, u"escalation_response"_s}};
    return names;
}

ClockKind extension()
{
    ClockKind kind = *clockKind(u"s136"_s);
    kind.key = u"s136b"_s;
    kind.title = u"s136 detention with the longest extension"_s;
    kind.length = 36 * hour;
    kind.clause = u"CLK-02"_s;
    kind.law = u"s136B"_s;
    return kind;
}

ClockKind agreed(const QString& key, const QString& title, const QString& starts,
    const QString& clause, int minutes)
{
    ClockKind kind;
    kind.key = key;
    kind.title = title;
    kind.starts = starts;
    kind.span = minutes > 0 ? Span::Elapsed : Span::Given;
    kind.length = minutes;
    kind.clause = clause;
    kind.law = u"local guidance"_s;
    kind.ends = u"its outcome recorded"_s;
    kind.local = true;
    return kind;
}

std::vector<DueRule> ownRules()
{
    return {{u"s136b"_s, extension(), {}},
        {u"their_record"_s,
            agreed(u"their_record"_s, u"The receiver's own record of an acceptance"_s,
                u"acceptance by telephone"_s, u"HO-3.6b"_s, 2 * hour),
            u"their_record_within"_s},
        {u"document_to_follow"_s,
            agreed(u"document_to_follow"_s, u"Document to follow"_s, u"noted as to follow"_s,
                u"HO-3.5"_s, 0),
            {}},
        {u"ring_back"_s, agreed(u"ring_back"_s, u"Ring back"_s, u"the promise"_s, u"ESC-6.1c"_s, 0),
            {}},
        {u"task"_s, agreed(u"task"_s, u"Task"_s, u"the task is set"_s, u"HO-4.3b"_s, 0), {}}};
}

std::vector<DueRule> allRules()
{
    std::vector<DueRule> rules;
    for (const ClockKind& kind : clockKinds())
        rules.push_back({kind.key, kind, {}});
    for (DueRule& rule : ownRules())
        rules.push_back(std::move(rule));
    for (const OtherName& other : otherNames())
        rules.push_back({other.name, *clockKind(other.key), {}});
    std::sort(rules.begin(), rules.end(),
        [](const DueRule& one, const DueRule& other) { return one.name < other.name; });
    return rules;
}

QString minutesText(int minutes)
{
    const int rest = minutes % hour;
    if (minutes < hour)
        return u"%1 min"_s.arg(rest);
    return rest == 0 ? u"%1 h"_s.arg(minutes / hour)
                     : u"%1 h %2 min"_s.arg(minutes / hour).arg(rest);
}

}

const std::vector<DueRule>& dueRules()
{
    static const std::vector<DueRule> rules = allRules();
    return rules;
}

const DueRule* dueRule(const QString& name)
{
    const auto& rules = dueRules();
    const auto found = std::find_if(
        rules.begin(), rules.end(), [&name](const DueRule& rule) { return rule.name == name; });
    return found == rules.end() ? nullptr : &*found;
}

bool hasLength(const DueRule& rule)
{
    return rule.kind.span != Span::Given;
}

DueTime dueOf(const DueRule& rule, Instant start, const ServiceCalendar& calendar)
{
    if (rule.setting.isEmpty())
        return dueOf(rule.kind, start, calendar);
    const Minutes length = calendar.profile().duration(rule.setting, Minutes(rule.kind.length));
    return {dueAt(start, ElapsedTime{length}), {}};
}

QString ruleLetter(Span span)
{
    switch (span) {
    case Span::Elapsed: return u"H"_s;
    case Span::Days:
    case Span::Months:
    case Span::SameDay: return u"D"_s;
    case Span::ClearDays: return u"D-gap"_s;
    case Span::WorkingDays: return u"W"_s;
    case Span::Given: break;
    }
    return u"-"_s;
}

QString lengthText(const ClockKind& kind)
{
    switch (kind.span) {
    case Span::Elapsed:
        return kind.first > 0
            ? u"%1, then %2"_s.arg(minutesText(kind.first), minutesText(kind.length))
            : minutesText(kind.length);
    case Span::Days: return u"%1 days, the first counted"_s.arg(kind.length);
    case Span::ClearDays: return u"at most %1 clear days between"_s.arg(kind.length);
    case Span::WorkingDays:
        return kind.length == 1 ? u"1 working day after the day of receipt"_s
                                : u"%1 working days after the day of receipt"_s.arg(kind.length);
    case Span::Months: return u"%1 months, the first day counted"_s.arg(kind.length);
    case Span::SameDay: return u"until the end of the day"_s;
    case Span::Given: break;
    }
    return u"as typed"_s;
}

}
