#include "app/cli/bulk.h"

#include "app/cli/opened.h"
#include "core/time/london.h"
#include "db/resources.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString error(const QString& text)
{
    return u"{\"error\":"_s + quoted(text) + u'}';
}

std::optional<core::LocalTime> readLocal(QStringView line, BareDate bareDate)
{
    if (line.size() == 10 && bareDate == BareDate::Allowed)
        return core::readIsoLocal(line.toString() + u"T00:00"_s);
    return core::readIsoLocal(line);
}

}

std::variant<core::Instant, core::TimeProblem> readLine(QStringView line, BareDate bareDate)
{
    const QStringView text = line.trimmed();
    if (const auto at = core::readIso(text))
        return *at;
    if (const auto local = readLocal(text, bareDate))
        return core::onlyInstantOf(*local);
    return core::TimeProblem{u"“%1” is not a time."_s.arg(text),
        u"Write 2026-11-20T16:30 in London time, or with Z or an offset such as +01:00."_s};
}

QString wireTime(core::Instant at)
{
    QString text = core::isoText(at);
    return text.endsWith(u".000Z") ? text.replace(text.size() - 5, 5, u"Z"_s) : text;
}

QString quoted(const QString& text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

void answerLines(Call& call, BareDate bareDate, const std::function<QString(core::Instant)>& answer)
{
    QString line;
    while (call.in.readLineInto(&line)) {
        const auto read = readLine(line, bareDate);
        if (const auto* problem = std::get_if<core::TimeProblem>(&read)) {
            call.out << error(problem->text + u' ' + problem->mend) << '\n';
            continue;
        }
        try {
            call.out << answer(std::get<core::Instant>(read)) << '\n';
        } catch (const core::BeyondHolidays& beyond) {
            call.out << error(QString::fromUtf8(beyond.what())) << '\n';
        }
    }
    call.out.flush();
}

std::optional<core::ServiceCalendar> calendarOf(Call& call, const QString& profile, int& exit)
{
    if (profile.isEmpty()) {
        exit = wrongUsage(call, u"No profile is named."_s,
            u"Add --profile with a file or one of: %1."_s.arg(db::shippedProfiles().join(u", ")));
        return {};
    }
    try {
        return db::loadCalendar(profile);
    } catch (const std::runtime_error& failure) {
        exit = failed(call, QString::fromUtf8(failure.what()), {});
        return {};
    }
}

}
