#include "core/handover/summary.h"

#include "core/casework/printed_words.h"
#include "core/handover/item_rules.h"
#include "core/paper/paper_parts.h"
#include "core/records.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString personText(const Case& record, const Person* person, Instant now)
{
    const QString age = person ? ageText(*person, now) : QString();
    const QString who = whoText(record, person);
    return age.isEmpty() ? who : u"%1, %2"_s.arg(who, age);
}

QString sentences(const QStringList& parts)
{
    QStringList given;
    for (const QString& part : parts)
        if (!part.isEmpty())
            given.append(part.endsWith(u'.') ? part : part + u'.');
    return given.join(u' ');
}

QString openTasks(const Case& record)
{
    QStringList tasks;
    for (const Task& task : record.tasks)
        if (!task.doneAt)
            tasks.append(u"%1, %2 by %3"_s.arg(task.what,
                task.who.isEmpty() ? u"nobody named"_s : task.who, dateTimeText(task.due)));
    return tasks.join(u'\n');
}

// What can be said in a minute. ESC-6.2
constexpr qsizetype saidOnTelephone = 3;

QString firstOf(const QString& label, const QStringList& parts)
{
    return parts.isEmpty() ? QString() : label + parts.mid(0, saidOnTelephone).join(u"; ");
}

bool isTask(const Case& record, const Deadline& clock)
{
    return std::any_of(record.tasks.begin(), record.tasks.end(),
        [&clock](const Task& task) { return task.id == clock.part; });
}

QStringList nextClocks(const Case& record, const Profile& profile)
{
    QStringList clocks;
    for (const Deadline& clock : runningClocks(record, profile))
        if (!isTask(record, clock))
            clocks.append(u"%1 by %2"_s.arg(clock.title, dateTimeText(clock.due)));
    return clocks;
}

QStringList unknownOf(const Case& record, const Person* person, Instant now)
{
    QStringList unknown;
    if (!person)
        unknown.append(u"who it is about"_s);
    else if (ageText(*person, now).isEmpty())
        unknown.append(u"the person's age"_s);
    if (placeText(record).isEmpty())
        unknown.append(u"where the person is"_s);
    if (openTasks(record).isEmpty())
        unknown.append(u"what is asked"_s);
    return unknown;
}

}

ManagerBriefing managerBriefing(
    const Case& record, const Records& records, const Profile& profile, Instant now)
{
    const auto person = records.person(record.person);
    const QString place = placeText(record);
    return {sentences({record.title, person ? personText(record, person.get(), now) : QString(),
                place.isEmpty() ? place : u"Now: "_s + place, statusText(record),
                firstOf(u"Next: "_s, nextClocks(record, profile)),
                firstOf(u"To be done: "_s, openTasks(record).split(u'\n', Qt::SkipEmptyParts))}),
        unknownOf(record, person.get(), now)};
}

Ipass knownSummary(const Case& record, const Records& records, const Profile& profile, Instant now)
{
    const auto person = records.person(record.person);
    Ipass known;
    if (!runningClocks(record, profile).empty())
        known.illness = u"critical_clock"_s;
    known.summary = sentences({personText(record, person.get(), now), record.title,
        placeText(record).isEmpty() ? QString() : u"Now: "_s + placeText(record),
        statusText(record)});
    known.actions = openTasks(record);
    return known;
}

std::vector<DocumentKind> kindsToSend(const std::vector<ChecklistRow>& documents)
{
    std::vector<DocumentKind> kinds;
    for (const ChecklistRow& row : documents) {
        const bool form = row.kind == DocumentKind::ReferralForm
            && (row.state == ChecklistState::Stale || row.state == ChecklistState::Missing
                || row.state == ChecklistState::ToFollow);
        const bool here = row.state == ChecklistState::Present
            || (row.state == ChecklistState::HeldElsewhere && row.document
                && !row.document->emailedAt);
        if ((form || here) && std::find(kinds.begin(), kinds.end(), row.kind) == kinds.end())
            kinds.push_back(row.kind);
    }
    return kinds;
}

}
