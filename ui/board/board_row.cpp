#include "ui/board/board_row.h"

#include "core/casework/case_deadlines.h"
#include "core/casework/held.h"
#include "core/clock/rank.h"
#include "core/conflict/case_conflicts.h"
#include "core/handover/contested.h"
#include "core/handover/unconfirmed.h"
#include "core/paper/chronicle.h"
#include "core/time/london.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString ageText(const core::Person* person, core::Instant now)
{
    const auto age = person ? core::ageOn(*person, core::dateOf(now)) : std::nullopt;
    if (!age)
        return u"not known"_s;
    return person->details.born ? QString::number(*age) : u"about %1"_s.arg(*age);
}

QString placeText(const core::Place& place)
{
    const QString kind = words(place.kind);
    const QString where = place.detail.isEmpty() ? kind : place.detail;
    return place.planned ? u"planned: %1"_s.arg(where) : where;
}

QString statusText(const core::Case& record, core::Instant now)
{
    QStringList told;
    for (const core::HeldStatus& each : core::statusesByExpiry(record, core::statusesNow(record)))
        told.append(
            u"%1 since %2"_s.arg(words(each.episode.status), momentText(each.episode.start, now)));
    return told.isEmpty() ? u"no status recorded"_s : told.join(u"; "_s);
}

QString awaitingText(const core::Case& record, const core::Profile& profile)
{
    for (const core::HandoverItem& item : record.handovers)
        if (core::contestedAnswer(record, item))
            return u"%1: contested, to be settled"_s.arg(item.transferNumber);
    for (const core::Unconfirmed& each : core::unconfirmedOn(record))
        return u"%1: %2 of %3 has not telephoned yet"_s.arg(
            each.transferNumber, each.received.worker, each.received.team);
    if (const core::HandoverItem* item = record.pendingHandover())
        return u"%1: proposed to %2"_s.arg(item->transferNumber, serviceName(profile, item->to));
    for (const core::HandoverItem& item : record.handovers)
        if (core::awaitsTheirRecord(record, item))
            return u"%1: accepted by telephone by %2, their record outstanding"_s.arg(
                item.transferNumber, item.answeredBy);
    return {};
}

void addLastEntry(
    BoardRow& row, const core::Case& record, const core::Profile& profile, core::Instant now)
{
    const std::vector<core::ChronicleLine> lines = core::chronicleOf(record, profile);
    const core::ChronicleLine* last = core::lastWritten(lines);
    row.entry = last ? last->text.simplified() : record.title;
    row.entryAt = last ? momentText(last->at, now) : QString();
}

QString badgeText(const core::Case& record, const core::Records& records)
{
    QStringList parts;
    const std::size_t conflicts = core::countOf(core::conflictsWith(record, records));
    if (core::contestedResponsibility(record.conflicts))
        parts.append(u"≠ contested: settle it"_s);
    else if (conflicts > 0)
        parts.append(conflicts == 1 ? u"≠ 1 conflict"_s : u"≠ %1 conflicts"_s.arg(conflicts));
    if (!record.newer.empty())
        parts.append(u"⇧ by a newer version"_s);
    return parts.join(u" · "_s);
}

std::optional<core::Deadline> firstClock(const core::Case& record, const core::Profile& profile)
{
    const std::vector<core::Deadline> clocks = core::deadlinesOf(record, profile);
    const core::Deadline* next = core::nextClock(clocks);
    return next ? std::optional(*next) : std::nullopt;
}

}

BoardRow boardRow(const core::Case& record, const core::Records& records,
    const core::Profile& profile, core::Instant now)
{
    const auto person = records.person(record.person);
    BoardRow row;
    row.id = record.id;
    row.ref = record.ref;
    row.urgency = record.urgency;
    row.person = whoText(person.get(), record.title);
    row.age = ageText(person.get(), now);
    row.council = record.council.isEmpty() ? u"not known"_s : councilName(profile, record.council);
    row.place = record.place.empty() ? u"not known"_s : placeText(record.place.current());
    row.status = statusText(record, now);
    row.stage = words(record.stage.current());
    row.responsibleKey = record.responsible.current();
    row.responsible = serviceName(profile, row.responsibleKey);
    row.since = u"since %1"_s.arg(momentText(core::responsibleSince(record), now));
    row.awaiting = awaitingText(record, profile);
    row.allocated = record.allocated.current().name;
    if (const auto user = records.user(record.allocated.current().user))
        row.allocatedLogin = user->login;
    row.badge = badgeText(record, records);
    row.contested = core::contestedResponsibility(record.conflicts) != nullptr;
    row.clock = firstClock(record, profile);
    row.kindOfWork = record.kindOfWork;
    row.openedAt = record.openedAt;
    addLastEntry(row, record, profile, now);
    return row;
}

}
