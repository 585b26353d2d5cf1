#include "core/paper/cross_check.h"

#include "core/paper/handover_sheet.h"

#include <map>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Lines = std::vector<AcceptanceLine>;

Lines answeredIn(const WindowTimes& times, const Records& records, const Profile& profile)
{
    Lines lines;
    for (const PreparedItem& item : sheetItems(times, records, profile)) {
        const auto record = records.caseRecord(item.caseId);
        QStringList numbers;
        for (const HandoverItem& each : record->handovers)
            if (each.windowName == times.name())
                numbers.append(each.transferNumber);
        for (AcceptanceLine& line : acceptancesOn(*record))
            if (numbers.contains(line.transferNumber))
                lines.push_back(std::move(line));
    }
    std::stable_sort(lines.begin(), lines.end(),
        [](const auto& a, const auto& b) { return a.transferNumber < b.transferNumber; });
    return lines;
}

/// The books of one service, each read once.
class Books {
public:
    Books(QString service, const Records& records, const ServiceCalendar& calendar)
        : m_service(std::move(service))
        , m_records(records)
        , m_calendar(calendar)
    {
    }

    Lines with(const AcceptanceLine& line)
    {
        const auto period = bookPeriod(line, m_service, m_calendar);
        if (!period)
            return {};
        auto book = m_read.find(period->from);
        if (book == m_read.end())
            book
                = m_read.emplace(period->from, acceptancesIn(*period, m_records, m_calendar)).first;
        Lines found;
        for (const AcceptanceLine& each : book->second)
            if (each.transferNumber == line.transferNumber)
                found.push_back(each);
        return found;
    }

private:
    QString m_service;
    const Records& m_records;
    const ServiceCalendar& m_calendar;
    std::map<Instant, Lines> m_read;
};

}

std::vector<BookPair> crossCheck(
    const WindowTimes& times, const Records& records, const ServiceCalendar& calendar)
{
    Books givers(times.from, records, calendar);
    Books receivers(times.to, records, calendar);
    std::vector<BookPair> pairs;
    for (const AcceptanceLine& line : answeredIn(times, records, calendar.profile())) {
        const Lines one = givers.with(line);
        const Lines other = receivers.with(line);
        BookPair pair{line.transferNumber, line.caseId, {}, {}, {}};
        if (!one.empty())
            pair.giver = one.front();
        if (!other.empty())
            pair.receiver = other.front();
        if (one.empty() && other.empty())
            pair.mismatch = u"stands in neither book"_s;
        if (const auto found = mismatches(one, other); !found.empty())
            pair.mismatch = found.front().why;
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

}
