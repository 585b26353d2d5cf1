#include "core/paper/acceptances.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

std::optional<AcceptanceLine> lineOf(const Case& record, const HandoverItem& item)
{
    AcceptanceLine line{item.transferNumber, record.id, record.ref, item.from, item.to,
        item.purpose, item.answeredAt.value_or(item.proposedAt), item.answeredBy, item.answeredRole,
        item.state, item.answerWords, item.theirRecordOutstanding};
    switch (item.state) {
    case ItemState::Informed:
        line.at = item.proposedAt;
        line.by = item.proposedBy;
        return line;
    case ItemState::AcceptedByTelephone:
    case ItemState::Accepted:
    case ItemState::Declined: return line;
    case ItemState::Proposed:
    case ItemState::ReadBack:
    case ItemState::Withdrawn: return {};
    }
    return {};
}

const AcceptanceLine* lineNumbered(
    const std::vector<AcceptanceLine>& lines, const QString& transferNumber)
{
    const auto found = std::find_if(lines.begin(), lines.end(),
        [&](const AcceptanceLine& line) { return line.transferNumber == transferNumber; });
    return found == lines.end() ? nullptr : &*found;
}

}

bool AcceptanceLine::accepted() const
{
    return state == ItemState::Accepted || state == ItemState::AcceptedByTelephone;
}

std::vector<AcceptanceLine> acceptancesOn(const Case& record)
{
    std::vector<AcceptanceLine> lines;
    for (const HandoverItem& item : record.handovers)
        if (auto line = lineOf(record, item))
            lines.push_back(std::move(*line));
    std::stable_sort(lines.begin(), lines.end(),
        [](const AcceptanceLine& a, const AcceptanceLine& b) { return a.at < b.at; });
    return lines;
}

std::optional<DutyPeriod> bookPeriod(
    const AcceptanceLine& line, const QString& service, const ServiceCalendar& calendar)
{
    if (line.from != service && line.to != service)
        return {};
    if (auto period = dutyPeriodAt(calendar, service, line.at))
        return period;
    return line.to == service ? nextDutyPeriod(calendar, service, line.at)
                              : lastDutyPeriod(calendar, service, line.at);
}

std::vector<AcceptanceLine> acceptancesIn(
    const DutyPeriod& period, const Records& records, const ServiceCalendar& calendar)
{
    const auto before = lastDutyPeriod(calendar, period.service, period.from);
    const auto after = nextDutyPeriod(calendar, period.service, period.from);
    const Instant from = before ? before->to : period.from;
    const Instant to = after ? after->from : period.to;
    std::vector<AcceptanceLine> lines;
    for (const CaseId& id : records.casesBetween(from, to))
        for (const AcceptanceLine& line : acceptancesOn(*records.caseRecord(id)))
            if (bookPeriod(line, period.service, calendar) == period)
                lines.push_back(line);
    std::stable_sort(
        lines.begin(), lines.end(), [](const AcceptanceLine& a, const AcceptanceLine& b) {
            return std::tie(a.at, a.transferNumber) < std::tie(b.at, b.transferNumber);
        });
    return lines;
}

std::vector<Mismatch> mismatches(
    const std::vector<AcceptanceLine>& one, const std::vector<AcceptanceLine>& other)
{
    std::vector<Mismatch> found;
    for (const AcceptanceLine& line : one) {
        const AcceptanceLine* twin = lineNumbered(other, line.transferNumber);
        if (!twin)
            found.push_back({line.transferNumber, u"stands in the first book only"_s});
        else if (*twin != line)
            found.push_back({line.transferNumber, u"differs between the books"_s});
    }
    for (const AcceptanceLine& line : other)
        if (!lineNumbered(one, line.transferNumber))
            found.push_back({line.transferNumber, u"stands in the second book only"_s});
    return found;
}

}
