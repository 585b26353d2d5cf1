#include "app/cli/bench/benches.h"
#include "app/cli/bench/stopwatch.h"
#include "app/cli/due_verb.h"
#include "app/cli/hours_verb.h"
#include "core/time/london.h"

#include <QDateTime>
#include <QTimeZone>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace cli::bench {

namespace {

constexpr double msOfAMinute = 60'000;
constexpr int rounds = 3;

/// Times of London some hours apart, over ten years with their clock changes.
QString linesOf(int count)
{
    QString lines;
    QDateTime at(QDate(2019, 1, 1), QTime(0, 7), Qt::UTC);
    const qint64 apart = QDateTime(QDate(2028, 12, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    const qint64 step = (apart - at.toSecsSinceEpoch()) / count;
    for (int n = 0; n < count; ++n, at = at.addSecs(step))
        lines += at.toString(u"yyyy-MM-ddTHH:mm"_s) + u'\n';
    return lines;
}

/// What any program does at least: Qt reads each time in its zone and writes it in UTC.
void readAndWrite(QTextStream& in, QTextStream& out)
{
    const QTimeZone london("Europe/London");
    QString line;
    while (in.readLineInto(&line)) {
        QDateTime at = QDateTime::fromString(line, u"yyyy-MM-ddTHH:mm"_s);
        at.setTimeZone(london);
        out << u"{\"at\":\""_s << at.toUTC().toString(Qt::ISODate) << u"\"}\n"_s;
    }
}

/// Lines a minute of processor time, the best of some rounds.
double rateOf(QString lines, int count, const std::function<void(QTextStream&, QTextStream&)>& work)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        QString answers;
        QTextStream in(&lines);
        QTextStream out(&answers);
        times.push_back(measure([&] { work(in, out); }).cpu);
        out.flush();
        if (answers.count(u'\n') != count)
            throw std::runtime_error("A line was not answered.");
    }
    return count * msOfAMinute / *std::min_element(times.begin(), times.end());
}

std::function<void(QTextStream&, QTextStream&)> verb(
    int (*run)(Call&), const QStringList& arguments)
{
    return [run, arguments](QTextStream& in, QTextStream& out) {
        QString said;
        QTextStream err(&said);
        Call call{{}, {}, false, arguments, in, out, err, {}};
        if (run(call) != Done)
            throw std::runtime_error(said.toStdString());
    };
}

}

std::vector<Figure> benchBulk(int lines)
{
    const QString input = linesOf(lines);
    const QStringList profile{u"--profile"_s, u"bedfordshire-luton"_s};
    const double baseline = rateOf(input, lines, readAndWrite);
    const double hours = rateOf(input, lines, verb(hoursVerb, profile));
    const double due = rateOf(input, lines,
        verb(dueVerb, profile + QStringList{u"--rule"_s, u"escalation_response_7wd"_s}));
    const QString unit = u"lines/min"_s;
    return {atLeastTimes(u"hours"_s, u"`hours` in bulk; beside Qt reading and writing the times"_s,
                {hours, baseline, unit}, 0.25),
        atLeastTimes(u"due"_s, u"`due` in bulk; beside Qt reading and writing the times"_s,
            {due, baseline, unit}, 0.25),
        atLeast(u"hours_rate"_s, u"`hours` in bulk"_s, hours, unit, 200'000),
        atLeast(u"due_rate"_s, u"`due` in bulk"_s, due, unit, 200'000)};
}

}
