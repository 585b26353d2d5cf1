#include "core/profile/calendar.h"
#include "core/profile/profile_json.h"

namespace core {

using namespace Qt::StringLiterals;

namespace {

struct Year {
    int year = 0;
    bool confirmed = false;
    QString source;
    std::vector<QDate> days;
};

Year readYear(ProfileJson& json)
{
    Year year;
    year.year = json.optionalNumber(u"year"_s, 0);
    year.confirmed = json.optionalFlag(u"confirmed"_s);
    year.source = json.text(u"source"_s);
    year.days = json.optionalList<QDate>(u"days"_s, [](ProfileJson& day) {
        day.text(u"name"_s);
        return day.date(u"date"_s);
    });
    for (size_t i = 0; i < year.days.size(); ++i) {
        const QDate date = year.days[i];
        const QString path = u"days[%1].date"_s.arg(i);
        if (date.isValid() && date.year() != year.year)
            json.say(path, u"%1 is not in %2."_s.arg(date.toString(Qt::ISODate)).arg(year.year),
                u"Move it to its own year."_s);
        if (i > 0 && date.isValid() && date <= year.days[i - 1])
            json.say(path, u"The days are not in their order."_s, u"Sort them, each once."_s);
    }
    return year;
}

void checkYears(const std::vector<Year>& years, const BankHolidays& table, const ProfileJson& json)
{
    for (size_t i = 0; i < years.size(); ++i)
        if (years[i].year != table.first.year() + static_cast<int>(i))
            json.say(u"years[%1].year"_s.arg(i),
                u"This is %1, and %2 is needed here."_s.arg(years[i].year)
                    .arg(table.first.year() + static_cast<int>(i)),
                u"List every year that the table covers, in order."_s);
    if (years.empty() || years.back().year != table.last.year())
        json.say(u"last"_s, u"The years listed do not reach the table's end."_s,
            u"Add the missing years, or let the table end earlier."_s);
}

}

bool BankHolidays::contains(QDate date) const
{
    return std::binary_search(days.begin(), days.end(), date);
}

bool BankHolidays::covers(QDate date) const
{
    return date >= first && date <= last;
}

BankHolidays readBankHolidays(const QByteArray& json)
{
    ProfileProblems problems;
    BankHolidays table;
    if (const auto object = parseObject(json, problems)) {
        ProfileJson reader(*object, {}, problems);
        table.first = reader.date(u"first"_s);
        table.last = reader.date(u"last"_s);
        const auto years = reader.optionalList<Year>(u"years"_s, readYear);
        reader.finish();
        checkYears(years, table, reader);
        for (const Year& year : years) {
            table.days.insert(table.days.end(), year.days.begin(), year.days.end());
            table.sources[year.year] = year.source;
            if (!year.confirmed)
                table.unconfirmed.push_back(year.year);
        }
    }
    if (!problems.empty()) {
        const ProfileProblem& problem = problems.front();
        throw std::runtime_error(
            u"Bank holidays, %1: %2 %3"_s.arg(problem.path, problem.text, problem.mend)
                .toStdString());
    }
    return table;
}

}
