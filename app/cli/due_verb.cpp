#include "app/cli/due_verb.h"

#include "app/cli/bulk.h"

#include "core/clock/due_rules.h"
#include "core/profile/holiday_note.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QJsonObject toJson(const core::DueRule& rule)
{
    return {{u"rule"_s, rule.name}, {u"title"_s, rule.kind.title}, {u"starts"_s, rule.kind.starts},
        {u"counted"_s, core::ruleLetter(rule.kind.span)},
        {u"length"_s, core::lengthText(rule.kind)}, {u"ends"_s, rule.kind.ends},
        {u"clause"_s, rule.kind.clause}, {u"law"_s, rule.kind.law},
        {u"lawVersion"_s, rule.kind.lawVersion}};
}

void list(Call& call)
{
    if (call.json) {
        QJsonArray all;
        for (const core::DueRule& rule : core::dueRules())
            all.append(toJson(rule));
        call.out << QJsonDocument(all).toJson();
        return;
    }
    for (const core::DueRule& rule : core::dueRules())
        call.out << rule.name.leftJustified(24) << core::ruleLetter(rule.kind.span).leftJustified(7)
                 << core::lengthText(rule.kind) << ", from " << rule.kind.starts << "  ["
                 << rule.kind.clause << ", " << rule.kind.law << "]\n";
}

QString answer(
    const core::DueRule& rule, core::Instant start, const core::ServiceCalendar& calendar)
{
    const core::DueTime due = core::dueOf(rule, start, calendar);
    if (due.date && rule.kind.span == core::Span::WorkingDays)
        core::requireHolidays(calendar, *due.date);
    QString text
        = u"{\"start\":\""_s + wireTime(start) + u"\",\"due\":\""_s + wireTime(due.due) + u'"';
    if (due.date)
        text += u",\"dueDate\":\""_s + due.date->toString(Qt::ISODate) + u'"';
    return text + u'}';
}

const core::DueRule* ruleOf(Call& call, const QString& name)
{
    const core::DueRule* rule = core::dueRule(name);
    if (rule && core::hasLength(*rule))
        return rule;
    const QString mend = u"`dutydesk-cli due --list` names the rules."_s;
    if (name.isEmpty())
        wrongUsage(call, u"No rule is named."_s, u"Add --rule R; "_s + mend);
    else if (!rule)
        wrongUsage(call, u"There is no rule “%1”."_s.arg(name), mend);
    else
        wrongUsage(call, u"“%1” has no length: whoever sets it says when it is due."_s.arg(name),
            u"Choose a rule with a length; "_s + mend);
    return nullptr;
}

}

int dueVerb(Call& call)
{
    QCommandLineParser parser;
    const QCommandLineOption profile(u"profile"_s, u"Key or file of the profile"_s, u"P"_s);
    const QCommandLineOption ruleName(u"rule"_s, u"Name of the deadline"_s, u"R"_s);
    const QCommandLineOption listRules(u"list"_s, u"Name the rules"_s);
    parser.addOptions({profile, ruleName, listRules});
    if (!parse(call, parser, "due"))
        return Usage;
    if (parser.isSet(listRules)) {
        list(call);
        return Done;
    }
    const core::DueRule* rule = ruleOf(call, parser.value(ruleName));
    if (!rule)
        return Usage;
    int exit = Done;
    const auto calendar = calendarOf(call, parser.value(profile), exit);
    if (!calendar)
        return exit;
    const bool inHours = rule->kind.span == core::Span::Elapsed;
    answerLines(call, inHours ? BareDate::Refused : BareDate::Allowed,
        [&](core::Instant start) { return answer(*rule, start, *calendar); });
    return Done;
}

}
