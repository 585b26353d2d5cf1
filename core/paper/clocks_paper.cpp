#include "core/paper/clocks_paper.h"

#include "core/duty/rail_clocks.h"
#include "core/handover/item_rules.h"
#include "core/paper/paper_parts.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// Who rang, as far as it is known: the promise may say no more than "the caller".
QString callerWords(const Contact& contact)
{
    QStringList words;
    for (const auto& part : {contact.details.callerName, contact.details.callerRole,
             contact.details.callerAgency, contact.details.callBack})
        if (part && !part->trimmed().isEmpty())
            words.append(part->trimmed());
    return words.isEmpty() ? u"caller not known"_s : u"caller: "_s + words.join(u", "_s);
}

Words aboutCall(const Deadline& call, const Records& records)
{
    const auto record = records.caseRecord(call.caseId);
    Words about(record ? record->ref : QString());
    if (call.subject.kind != SubjectKind::Contact)
        return about;
    if (const auto contact = records.contact({call.subject.id}))
        about.line(contact->ref).line(callerWords(*contact), Ink::Quiet);
    return about;
}

Section callBacksSection(
    const std::vector<Deadline>& calls, Instant printedAt, const Records& records)
{
    Grid grid;
    grid.columns = {{u"By"_s, 24}, {u"At printing"_s, 22}, {u"Call"_s, 34},
        {u"Case, contact"_s, 28}, {u"Promised by"_s, 22}};
    for (const Deadline& call : calls) {
        const bool expired = alarmAt(call, printedAt) == Alarm::Expired;
        grid.rows.push_back(
            {{Words(zonedText(call.due), Ink::Strong),
                 Words(stateText(call, printedAt), expired ? Ink::Alert : Ink::Plain),
                 Words(call.title), aboutCall(call, records), Words(call.who)},
                false});
    }
    grid.whenEmpty = u"Nobody is waiting to be rung back."_s;
    return {u"Call-backs"_s, QString::number(calls.size()), {grid}, false};
}

QString versionOf(const std::vector<Deadline>& clocks, const Records& records)
{
    std::map<Subject, std::shared_ptr<const RecordBase>> shown;
    for (const Deadline& clock : clocks)
        if (auto record = records.record(clock.subject))
            shown.emplace(clock.subject, std::move(record));
    std::vector<const RecordBase*> all;
    all.reserve(shown.size());
    for (const auto& [subject, record] : shown)
        all.push_back(record.get());
    return recordVersion(all);
}

}

Paper clocksPaper(const QString& service, const Records& records, const ServiceCalendar& calendar,
    const PaperFrame& frame)
{
    std::vector<Deadline> clocks = railClocks(service, frame.printedAt, records, calendar);
    Paper paper = paperOf(
        frame, u"clocks"_s, u"Running clocks"_s, dateOf(frame.printedAt).toString(Qt::ISODate));
    paper.service = serviceName(service, calendar.profile());
    paper.version = versionOf(clocks, records);
    const auto calls = std::stable_partition(clocks.begin(), clocks.end(),
        [](const Deadline& clock) { return clock.kind != u"ring_back"; });
    const std::vector<Deadline> callBacks(calls, clocks.end());
    clocks.erase(calls, clocks.end());
    paper.sections = {{u"Clocks"_s, QString::number(clocks.size()),
                          {clocksGrid(clocks, frame.printedAt, &records)}, false},
        callBacksSection(callBacks, frame.printedAt, records)};
    return paper;
}

}
