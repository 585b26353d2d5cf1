#include "core/paper/handover_calls.h"

#include "core/paper/acceptances.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Book {
    const DutyPeriod& period;
    const Records& records;
    const ServiceCalendar& calendar;

    bool carries(const HandoverCall& call) const
    {
        HandoverItem route;
        route.from = call.from;
        route.to = call.to;
        return bookPeriod(route, call.at(), period.service, calendar) == period;
    }
};

std::vector<WindowTimes> windowsOn(QDate date, const ServiceCalendar& calendar)
{
    try {
        return calendar.windowsOn(date);
    } catch (const BeyondHolidays&) {
        return {};
    }
}

// A window of which only the times are told has its place on the handover sheet.
void addWindows(std::vector<HandoverCall>& calls, QDate date, const Book& book)
{
    for (const WindowTimes& times : windowsOn(date, book.calendar)) {
        const auto window
            = book.records.window(windowId(book.calendar.profile().key, times.name()));
        const auto call = window ? callOf(*window) : std::nullopt;
        if (call && !(call->giver + call->taker).isEmpty() && book.carries(*call))
            calls.push_back(*call);
    }
}

}

std::vector<HandoverCall> handoverCallsIn(
    const DutyPeriod& period, const Records& records, const ServiceCalendar& calendar)
{
    const Book book{period, records, calendar};
    const auto [from, to] = bookSpan(period, calendar);
    std::vector<HandoverCall> calls;
    for (QDate date = dateOf(from); date <= dateOf(to); date = date.addDays(1))
        addWindows(calls, date, book);
    for (const CaseId& id : records.casesBetween(from, to))
        for (const HandoverCall& call : callsOf(*records.caseRecord(id)))
            if (book.carries(call))
                calls.push_back(call);
    std::stable_sort(calls.begin(), calls.end(), [](const HandoverCall& a, const HandoverCall& b) {
        return std::pair(a.at(), a.key) < std::pair(b.at(), b.key);
    });
    return calls;
}

Grid handoverCallsGrid(const std::vector<HandoverCall>& calls, const Profile& profile)
{
    Grid grid;
    grid.dense = true;
    grid.columns = {{u"Call"_s, 24}, {u"Case, transfer"_s, 26}, {u"When"_s, 24},
        {u"Who spoke with whom"_s, 50}, {u"Words"_s, 40}, {u"By"_s, 20}};
    for (const HandoverCall& call : calls) {
        const bool practitioners = call.kind == HandoverCallKind::Practitioners;
        Words about(practitioners ? call.caseRef : call.windowName);
        about.line(call.transferNumber, Ink::Strong);
        grid.rows.push_back(
            {{Words(practitioners ? u"practitioners"_s : u"coordination"_s), about,
                 Words(dateText(dateOf(call.at()))).line(timesText(call)),
                 Words(speakersText(call, profile)), Words(call.words), Words(call.by)},
                false});
    }
    grid.whenEmpty = u"Who spoke in a verbal handover is not recorded."_s;
    return grid;
}

}
