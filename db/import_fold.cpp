#include "db/import_fold.h"

#include "db/read_tables.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr std::size_t mostArrived = 500;
constexpr qsizetype mostOutOfStep = 50;

QString nameOf(const AnyRecord& record)
{
    if (const auto* each = std::get_if<Case>(&record))
        return each->ref;
    if (const auto* each = std::get_if<Contact>(&record))
        return each->ref;
    if (const auto* each = std::get_if<Window>(&record))
        return each->name;
    return {};
}

void noteArrival(ImportReport& report, const AnyRecord& record, bool isNew)
{
    if (report.arrived.size() >= mostArrived)
        return;
    if (const auto* each = std::get_if<Case>(&record); each && each->exists())
        report.arrived.push_back({u"case"_s, each->id.text(), each->ref, each->title, isNew});
    if (const auto* each = std::get_if<Contact>(&record); each && each->exists())
        report.arrived.push_back({u"contact"_s, each->id.text(), each->ref, {}, isNew});
}

void noteTrouble(ImportReport& report, const AnyRecord& before, const AnyRecord& after)
{
    const RecordBase& old = baseOf(before);
    const RecordBase& now = baseOf(after);
    report.newer += static_cast<qint64>(now.newer.size() - old.newer.size());
    for (const Conflict& each : now.conflicts)
        if (std::find(old.conflicts.begin(), old.conflicts.end(), each) == old.conflicts.end())
            ++report.conflicts;
    for (const OutOfStep& each : now.outOfStep)
        if (std::find(old.outOfStep.begin(), old.outOfStep.end(), each) == old.outOfStep.end()
            && report.outOfStep.size() < mostOutOfStep)
            report.outOfStep.append(u"%1: %2"_s.arg(nameOf(after), each.why));
}

Subject foldOne(Database& database, qint64 id, const Touched& touched, ImportReport& report)
{
    std::vector<Event> events = readEvents(database, id).events;
    const Subject subject = events.front().subject;
    const auto known = static_cast<std::ptrdiff_t>(touched.firstNew - firstPlace(id));
    AnyRecord before = emptyRecord(subject.kind);
    if (known > 0)
        before = fold(subject.kind, {events.begin(), events.begin() + known});
    const AnyRecord after = fold(subject.kind, std::move(events));
    writeChanges(database, id, known > 0 ? derivedFrom(before) : Derived{}, derivedFrom(after));
    noteArrival(report, after, known == 0);
    noteTrouble(report, before, after);
    ++report.records;
    return subject;
}

}

void foldTouched(StoreParts& parts, const std::map<qint64, Touched>& touched, ImportReport& report,
    const std::function<void()>& step)
{
    std::vector<Subject> subjects;
    subjects.reserve(touched.size());
    for (const auto& [id, each] : touched) {
        subjects.push_back(foldOne(*parts.database, id, each, report));
        step();
    }
    parts.records->forget(subjects, number(*parts.database, u"SELECT max(n) FROM chain"_s));
}

}
