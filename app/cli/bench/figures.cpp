#include "app/cli/bench/figures.h"

#include "app/cli/bench/stopwatch.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli::bench {

namespace {

constexpr int widthOfText = 58;

QString plain(double value)
{
    return QString::number(value, 'f', value < 100 ? 2 : 0);
}

double ratio(const Beside& measured)
{
    return measured.beside > 0 ? measured.ours / measured.beside : 0;
}

QString line(const Figure& figure)
{
    const QString beside = figure.beside ? plain(*figure.beside) : u"–"_s;
    return u"%1 %2 %3 %4 %5 %6 %7 %8\n"_s.arg(figure.text, -widthOfText)
        .arg(plain(figure.ours), 10)
        .arg(beside, 10)
        .arg(figure.unit, -9)
        .arg(plain(figure.result), 8)
        .arg(figure.atLeast ? u"≥"_s : u"≤"_s)
        .arg(plain(figure.limit), -6)
        .arg(figure.kept() ? u"kept"_s : u"MISSED"_s);
}

}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Figure atMostTimes(const QString& name, const QString& text, const Beside& measured, double limit)
{
    return {
        name, text, measured.ours, measured.beside, measured.unit, ratio(measured), limit, false};
}

Figure atLeastTimes(const QString& name, const QString& text, const Beside& measured, double limit)
{
    return {
        name, text, measured.ours, measured.beside, measured.unit, ratio(measured), limit, true};
}

Figure atMost(
    const QString& name, const QString& text, double ours, const QString& unit, double limit)
{
    return {name, text, ours, {}, unit, ours, limit, false};
}

Figure atLeast(
    const QString& name, const QString& text, double ours, const QString& unit, double limit)
{
    return {name, text, ours, {}, unit, ours, limit, true};
}

QJsonArray toJson(const std::vector<Figure>& figures)
{
    QJsonArray lines;
    for (const Figure& figure : figures) {
        QJsonObject line{{u"name"_s, figure.name}, {u"ours"_s, figure.ours},
            {u"unit"_s, figure.unit}, {u"result"_s, figure.result}, {u"limit"_s, figure.limit},
            {u"limit_is"_s, figure.atLeast ? u"least"_s : u"most"_s}, {u"kept"_s, figure.kept()}};
        if (figure.beside)
            line.insert(u"beside"_s, *figure.beside);
        lines.append(line);
    }
    return lines;
}

QString toTable(const std::vector<Figure>& figures)
{
    QString table = u"%1 %2 %3 %4 %5   limit\n"_s.arg(u""_s, -widthOfText)
                        .arg(u"ours"_s, 10)
                        .arg(u"beside"_s, 10)
                        .arg(u""_s, -9)
                        .arg(u"result"_s, 8);
    for (const Figure& figure : figures)
        table += line(figure);
    return table;
}

}
