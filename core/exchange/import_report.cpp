#include "core/exchange/import_report.h"

#include "core/exchange/introduction.h"
#include "core/time/london.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr std::size_t mostNamed = 20;

QString counted(qint64 number, const QString& one, const QString& many)
{
    return u"%1 %2"_s.arg(number).arg(number == 1 ? one : many);
}

QString headline(const ImportReport& report)
{
    if (report.service.isEmpty() && report.outcome == ImportOutcome::Refused)
        return u"%1: refused. Nothing was read from it."_s.arg(report.file);
    const QString whose = u"%1 from “%2” (%3), made %4"_s.arg(
        report.file, report.from, report.service, dateTimeText(report.made));
    switch (report.outcome) {
    case ImportOutcome::Imported: return whose + u": taken in."_s;
    case ImportOutcome::Old: return whose + u": old. Everything in it was here; nothing changed."_s;
    case ImportOutcome::Held: return whose + u": held until what is missing comes."_s;
    case ImportOutcome::Refused: return whose + u": refused. Nothing was read from it."_s;
    }
    Q_UNREACHABLE();
}

QString whatIsNew(const ImportReport& report)
{
    QStringList parts;
    if (report.events > 0)
        parts.append(counted(report.events, u"new entry"_s, u"new entries"_s));
    if (report.revealed > 0)
        parts.append(counted(report.revealed, u"entry newly shared"_s, u"entries newly shared"_s));
    if (report.stubs > 0)
        parts.append(counted(report.stubs, u"entry that is private to its service"_s,
            u"entries that are private to their service"_s));
    if (report.files > 0)
        parts.append(counted(report.files, u"attached file"_s, u"attached files"_s));
    return parts.isEmpty() ? QString() : u"New: %1."_s.arg(parts.join(u", "));
}

// What somebody wrote, in a title or a name, begins no line of the report and turns none.
QString onOneLine(QString line)
{
    std::replace_if(line.begin(), line.end(), breaksLine, QChar(u' '));
    return line;
}

void addArrived(QStringList& lines, const ImportReport& report)
{
    std::size_t named = 0;
    for (const Arrived& each : report.arrived) {
        if (named++ == mostNamed) {
            lines.append(u"… and %1 more."_s.arg(report.arrived.size() - mostNamed));
            return;
        }
        lines.append((each.isNew ? u"New "_s : u"Changed "_s) + each.kind
            + (each.ref.isEmpty() ? QString() : u' ' + each.ref)
            + (each.title.isEmpty() ? QString() : u": "_s + each.title));
    }
}

void addEach(QStringList& lines, const QString& label, const QStringList& texts)
{
    for (const QString& each : texts)
        lines.append(label + each);
}

void addDisputes(QStringList& lines, const ImportReport& report)
{
    addEach(lines, u"In conflict, to be settled: "_s, report.disputes);
    const bool told = !report.disputes.isEmpty();
    if (const qsizetype more = report.conflicts - report.disputes.size(); more > 0)
        lines.append(u"In conflict: %1. Somebody must settle it."_s.arg(counted(
            more, told ? u"more entry"_s : u"entry"_s, told ? u"more entries"_s : u"entries"_s)));
}

void addIncomplete(QStringList& lines, const ImportReport& report)
{
    if (report.newer > 0)
        lines.append(u"%1 written by a newer version of Dutydesk: kept and passed on. Update this "
                     u"computer to read it."_s.arg(
                         counted(report.newer, u"entry was"_s, u"entries were"_s)));
    if (report.awaited > 0)
        lines.append(u"%1 not yet here."_s.arg(
            counted(report.awaited, u"attached file is"_s, u"attached files are"_s)));
}

void addIdentity(QStringList& lines, const ImportReport& report)
{
    if (!report.newMark.isEmpty())
        lines.append(u"Another desk gives references as this one did. From now on those of this "
                     u"desk carry %1, as in “C-2026-11-18-%2”."_s.arg(
                         report.newMark, report.newMark + u"001"_s));
    if (!report.newIdentity.isEmpty())
        lines.append(u"This store had been put back or copied: others hold later entries of this "
                     u"desk. It goes on as a new desk; introduce it again (`desks introduce`)."_s);
    if (report.ownLost)
        lines.append(
            u"Entries of this desk are missing here: it wrote them before its store was "
            u"put back, and others hold them. Once they trust it anew (`desks "
            u"introduce`), write them a bundle and read their next one: it brings them."_s);
}

void addWarnings(QStringList& lines, const ImportReport& report)
{
    addEach(lines, u"FORK: "_s, report.forks);
    addEach(lines, u"WITHDRAWN: "_s, report.withdrawn);
    addEach(lines, u"CLOCK: "_s, report.clocks);
    addDisputes(lines, report);
    addEach(lines, u"Out of step: "_s, report.outOfStep);
    addEach(lines, u"Held: "_s, report.held);
    lines.append(report.refusals);
    addIncomplete(lines, report);
    addIdentity(lines, report);
}

}

QStringList linesOf(const ImportReport& report)
{
    QStringList lines{headline(report)};
    addWarnings(lines, report);
    if (const QString news = whatIsNew(report); !news.isEmpty())
        lines.append(news);
    addArrived(lines, report);
    std::transform(lines.begin(), lines.end(), lines.begin(), onOneLine);
    return lines;
}

QJsonObject jsonOf(const ImportReport& report)
{
    QJsonArray arrived;
    for (const Arrived& each : report.arrived)
        arrived.append(QJsonObject{{u"kind"_s, each.kind}, {u"id"_s, each.id}, {u"ref"_s, each.ref},
            {u"title"_s, each.title}, {u"new"_s, each.isNew}});
    QJsonObject json{{u"file"_s, report.file}, {u"from"_s, report.from},
        {u"service"_s, report.service},
        {u"made"_s, report.service.isEmpty() ? QString() : isoText(report.made)},
        {u"outcome"_s, word(report.outcome)}, {u"events"_s, report.events},
        {u"stubs"_s, report.stubs}, {u"revealed"_s, report.revealed},
        {u"records"_s, report.records}, {u"files"_s, report.files},
        {u"files_awaited"_s, report.awaited}, {u"conflicts"_s, report.conflicts},
        {u"disputes"_s, QJsonArray::fromStringList(report.disputes)},
        {u"withdrawn"_s, QJsonArray::fromStringList(report.withdrawn)}, {u"arrived"_s, arrived},
        {u"out_of_step"_s, QJsonArray::fromStringList(report.outOfStep)},
        {u"held"_s, QJsonArray::fromStringList(report.held)},
        {u"forks"_s, QJsonArray::fromStringList(report.forks)},
        {u"clocks_ahead"_s, QJsonArray::fromStringList(report.clocks)},
        {u"refusals"_s, QJsonArray::fromStringList(report.refusals)}, {u"newer"_s, report.newer},
        {u"say"_s, QJsonArray::fromStringList(linesOf(report))}};
    if (!report.newMark.isEmpty())
        json.insert(u"new_mark"_s, report.newMark);
    if (report.ownLost)
        json.insert(u"own_lost"_s, true);
    if (!report.newIdentity.isEmpty())
        json.insert(u"new_identity"_s, report.newIdentity);
    return json;
}

}
