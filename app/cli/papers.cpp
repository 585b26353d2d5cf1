#include "app/cli/papers.h"

#include "app/cli/shift_wanted.h"
#include "core/duty/duty_period.h"
#include "core/handover/window.h"
#include "core/paper/allocation_paper.h"
#include "core/paper/books.h"
#include "core/paper/clocks_paper.h"
#include "core/paper/form_paper.h"
#include "core/paper/handover_sheet.h"
#include "core/paper/oncall_paper.h"
#include "core/paper/relief_paper.h"
#include "core/paper/sitrep_paper.h"
#include "core/sitrep/side_by_side.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace cli {

using namespace core;

namespace {

constexpr int daysOfWindows = 7;

PaperFrame frameOf(const PaperSources& sources, const QString& service)
{
    return core::frameOf(sources.calendar, service, sources.printedBy, sources.now);
}

MadePaper made(Paper paper)
{
    QJsonObject json = toJsonObject(paper);
    return {std::move(paper), std::move(json)};
}

QString serviceWithBook(const PaperSources& sources, const QString& book)
{
    return core::serviceWithBook(sources.profile(), book, sources.service);
}

/// The newest SITREP of the two last days on which one was due that nobody replaced.
std::shared_ptr<const Sitrep> newestSitrep(const PaperSources& sources)
{
    std::shared_ptr<const Sitrep> newest;
    for (int back = 0; back <= 7; ++back)
        for (auto& sitrep :
            sitrepsOn(dateOf(sources.now).addDays(-back), sources.records, sources.profile())) {
            const bool later = !newest || sitrep->to > newest->to
                || (sitrep->to == newest->to && newest->superseded);
            if (later)
                newest = std::move(sitrep);
        }
    return newest ? sideBySide(*newest, sources.records, sources.profile()).back() : nullptr;
}

PaperAnswer sitrepAnswer(const Sitrep& told, const PaperSources& sources, const PaperWish& wish)
{
    const Sitrep sitrep = judged(told, sources.records, sources.profile());
    SitrepPaperOptions options{wish.suppressSmall, wish.definitions, {}};
    if (!sitrep.number.isEmpty())
        options.changes = changesSince(figuresFromJson(sitrep.figures),
            countFigures(sitrepScope(sitrep.from, sitrep.to, sources.records, sources.calendar)));
    QJsonObject json = toJsonObject(sitrep);
    if (!options.changes.empty())
        json[u"superseded"_s] = true;
    const QString service = sitrep.service.isEmpty() ? sources.service : sitrep.service;
    return MadePaper{sitrepPaper(sitrep, frameOf(sources, service), options), std::move(json)};
}

QString dutyService(const PaperSources& sources, const PaperWish& wish)
{
    return wish.service.isEmpty() ? serviceWithBook(sources, u"oncall-record"_s) : wish.service;
}

std::optional<DutyPeriod> dutyWanted(const PaperSources& sources, const PaperWish& wish)
{
    const QString service = dutyService(sources, wish);
    if (wish.date.isValid())
        return shiftOn(sources.calendar, service, wish.date, sources.now);
    if (const auto now = dutyPeriodAt(sources.calendar, service, sources.now))
        return now;
    return lastDutyPeriod(sources.calendar, service, sources.now);
}

PaperAnswer oncallRecordOf(const DutyPeriod& period, const PaperSources& sources)
{
    return made(oncallPaper(dutyOfBook(period, sources.records, sources.profile()), sources.records,
        sources.calendar, frameOf(sources, period.service)));
}

std::vector<WindowTimes> windowsAround(const PaperSources& sources)
{
    std::vector<WindowTimes> around;
    try {
        for (int back = daysOfWindows; back >= 0; --back)
            for (const WindowTimes& times :
                sources.calendar.windowsOn(dateOf(sources.now).addDays(-back)))
                around.push_back(times);
        around.push_back(sources.calendar.nextWindow(sources.now));
    } catch (const BeyondHolidays&) {
        return around;
    }
    return around;
}

// A window may be opened before its time in the calendar, and after the one that follows it.
std::optional<WindowTimes> newestOpened(const PaperSources& sources)
{
    std::optional<WindowTimes> newest;
    Instant since;
    for (const WindowTimes& times : windowsAround(sources)) {
        const auto window = sources.records.window(windowId(sources.profile().key, times.name()));
        const auto opened = window ? window->openedAt : std::nullopt;
        if (opened && (!newest || *opened > since)) {
            newest = times;
            since = *opened;
        }
    }
    return newest;
}

// None where the profile has no handover windows.
std::optional<WindowTimes> lastWindowBefore(const PaperSources& sources)
{
    try {
        const auto opened = newestOpened(sources);
        return opened ? opened : sources.calendar.lastWindow(sources.now);
    } catch (const BeyondHolidays&) {
        return {};
    }
}

std::optional<WindowTimes> windowWanted(const PaperSources& sources, const QString& name)
{
    if (name.isEmpty())
        return lastWindowBefore(sources);
    const QDate date = QDate::fromString(name.left(10), Qt::ISODate);
    if (date.isValid())
        for (const WindowTimes& times : sources.calendar.windowsOn(date))
            if (times.name().compare(name, Qt::CaseInsensitive) == 0)
                return times;
    return {};
}

}

PaperAnswer makeSitrep(const PaperSources& sources, const PaperWish& wish)
{
    if (!wish.ref.isEmpty()) {
        const auto sitrep
            = sources.records.sitrep(sitrepId(sources.profile().key, wish.ref.toUpper()));
        if (!sitrep)
            return NoPaper{u"There is no SITREP “%1”."_s.arg(wish.ref),
                u"`dutydesk-cli list sitreps` shows their numbers."_s};
        return sitrepAnswer(*sitrep, sources, wish);
    }
    SitrepPeriod period = duePeriod(sources.profile(), sources.now);
    if (!wish.from && !wish.to) {
        const auto newest = newestSitrep(sources);
        if (newest && newest->to >= period.to)
            return sitrepAnswer(*newest, sources, wish);
    }
    if (wish.to)
        period = {cutOffBefore(sources.profile(), *wish.to), *wish.to};
    period.from = wish.from.value_or(period.from);
    if (period.from >= period.to)
        return NoPaper{u"The period would end before it begins."_s, u"Give --from before --to."_s};
    return sitrepAnswer(countedSitrep(period, sources.records, sources.calendar), sources, wish);
}

PaperAnswer makeHandoverSheet(const PaperSources& sources, const PaperWish& wish)
{
    if (sources.profile().handsOverByShift())
        return NoPaper{u"This profile has no handover windows: one service works day and night."_s,
            u"`dutydesk-cli list shift_handovers` shows handovers from shift to shift."_s};
    const auto times = windowWanted(sources, wish.ref);
    if (!times)
        return NoPaper{u"There is no handover window “%1”."_s.arg(wish.ref),
            u"Windows are named like 2026-11-18-PM, on working days."_s};
    return made(
        handoverSheet(*times, sources.records, sources.profile(), frameOf(sources, times->from)));
}

PaperAnswer makeAllocationSheet(const PaperSources& sources, const PaperWish& wish)
{
    const QString service
        = wish.service.isEmpty() ? serviceWithBook(sources, u"allocation-sheet"_s) : wish.service;
    const QDate date = wish.date.isValid() ? wish.date : dateOf(sources.now);
    const auto sheet
        = allocationSheetAt(service, date, sources.now, sources.records, sources.calendar);
    if (!sheet)
        return NoPaper{u"“%1” is not on duty on %2."_s.arg(service, dateText(date)),
            u"Give --date with one of its days, or --service."_s};
    return made(
        allocationPaper(*sheet, sources.records, sources.profile(), frameOf(sources, service)));
}

PaperAnswer makeOncallRecord(const PaperSources& sources, const PaperWish& wish)
{
    if (wish.ref.isEmpty()) {
        const auto period = dutyWanted(sources, wish);
        if (!period)
            return NoPaper{u"“%1” has no period of duty."_s.arg(dutyService(sources, wish)),
                u"Give --service with a service that takes on work."_s};
        return oncallRecordOf(*period, sources);
    }
    const auto named = shiftNamed(sources, dutyService(sources, wish), wish.ref, wish.date);
    if (const auto* none = std::get_if<NoPaper>(&named))
        return *none;
    return oncallRecordOf(std::get<DutyPeriod>(named), sources);
}

PaperAnswer makeReliefSheet(const PaperSources& sources, const PaperWish& wish)
{
    const auto leaver = sources.records.userNamed(wish.ref);
    if (!leaver)
        return NoPaper{u"“%1” is no user of this desk."_s.arg(wish.ref),
            u"Give --officer with the login of who is leaving."_s};
    PaperWish own = wish;
    own.service = leaver->service;
    const auto period = dutyWanted(sources, own);
    const auto duty = period
        ? sources.records.duty(dutyId(sources.profile().key, period->service, period->from))
        : nullptr;
    return made(reliefPaper(
        reliefSheet(*leaver, duty.get(), sources.records, sources.calendar, sources.now),
        sources.records, sources.profile(), frameOf(sources, leaver->service)));
}

PaperAnswer makeClocks(const PaperSources& sources, const PaperWish& wish)
{
    const QString service = wish.service.isEmpty() ? sources.service : wish.service;
    return made(clocksPaper(service, sources.records, sources.calendar, frameOf(sources, service)));
}

PaperAnswer makeReferralForm(const PaperSources& sources, const PaperWish& wish)
{
    const auto record = sources.records.caseRecord(CaseId{QUuid::fromString(wish.ref)});
    if (!record)
        return NoPaper{
            u"There is no such case."_s, u"`dutydesk-cli list cases` shows references."_s};
    return made(formPaper(*record, sources.records, sources.profile(),
        frameOf(sources, record->responsible.current())));
}

}
