#include "app/cli/period.h"

#include "core/time/london.h"
#include "core/time/typed_time.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

bool readEdge(Call& call, const QString& typed, core::Instant& edge)
{
    if (typed.isEmpty())
        return true;
    if (const QDate date = QDate::fromString(typed, Qt::ISODate);
        date.isValid() && typed.size() == 10) {
        edge = core::startOfDay(date);
        return true;
    }
    const auto read = core::readTypedTime(typed, core::fromMillis(4102444800000));
    if (const auto* problem = std::get_if<core::TimeProblem>(&read)) {
        wrongUsage(call, problem->text, problem->mend);
        return false;
    }
    edge = std::get<core::Instant>(read);
    return true;
}

bool readMonth(Call& call, const QString& typed, Period& period)
{
    if (typed.isEmpty())
        return true;
    const QDate first = QDate::fromString(typed + u"-01"_s, Qt::ISODate);
    if (!first.isValid()) {
        wrongUsage(call, u"“%1” is no month."_s.arg(typed), u"Write --month 2026-11."_s);
        return false;
    }
    period = {core::startOfDay(first), core::startOfDay(first.addMonths(1))};
    return true;
}

}

void addPeriodOptions(QCommandLineParser& parser)
{
    parser.addOptions({{u"from"_s, u"Start of the period: a date or a time"_s, u"TIME"_s},
        {u"to"_s, u"End of the period, not in it: a date or a time"_s, u"TIME"_s},
        {u"month"_s, u"A month instead, as 2026-11"_s, u"MONTH"_s}});
}

bool readPeriod(Call& call, const QCommandLineParser& parser, Period& period)
{
    if (!readMonth(call, parser.value(u"month"_s), period)
        || !readEdge(call, parser.value(u"from"_s), period.from)
        || !readEdge(call, parser.value(u"to"_s), period.to))
        return false;
    if (period.from < period.to)
        return true;
    wrongUsage(call, u"The period ends at or before its beginning."_s,
        u"Give --from and --to, the earlier first."_s);
    return false;
}

}
