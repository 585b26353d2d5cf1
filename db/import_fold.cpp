#include "db/import_fold.h"

#include "core/conflict/record_name.h"
#include "core/time/london.h"
#include "db/ahead.h"
#include "db/read_tables.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr std::size_t mostArrived = 500;
constexpr qsizetype mostOutOfStep = 50;
constexpr qsizetype mostDisputes = 20;
constexpr qsizetype mostWords = 80;

void noteArrival(ImportReport& report, const AnyRecord& record, bool isNew)
{
    if (report.arrived.size() >= mostArrived)
        return;
    if (const auto* each = std::get_if<Case>(&record); each && each->exists())
        report.arrived.push_back({u"case"_s, each->id.text(), each->ref, each->title, isNew});
    if (const auto* each = std::get_if<Contact>(&record); each && each->exists())
        report.arrived.push_back({u"contact"_s, each->id.text(), each->ref, {}, isNew});
    if (const auto* each = std::get_if<Person>(&record); each && each->exists() && !isNew)
        report.arrived.push_back({u"person"_s, each->id.text(), {}, each->displayName(), isNew});
}

QString disputeText(const QString& record, const Conflict& conflict)
{
    QStringList sides;
    for (const ConflictSide& side : conflict.sides)
        sides.append(u"“%1” (%2, %3)"_s.arg(
            side.value.left(mostWords), side.by, dateTimeText(side.occurred)));
    const QString what = conflict.title.isEmpty() ? conflict.field : conflict.title;
    return record + u": "_s + what + u": "_s + sides.join(u" against ");
}

void noteTrouble(
    ImportReport& report, const QString& name, const AnyRecord& before, const AnyRecord& after)
{
    const RecordBase& old = baseOf(before);
    const RecordBase& now = baseOf(after);
    report.newer += static_cast<qint64>(now.newer.size() - old.newer.size());
    for (const Conflict& each : now.conflicts)
        if (std::find(old.conflicts.begin(), old.conflicts.end(), each) == old.conflicts.end()) {
            ++report.conflicts;
            if (report.disputes.size() < mostDisputes)
                report.disputes.append(disputeText(name, each));
        }
    for (const OutOfStep& each : now.outOfStep)
        if (std::find(old.outOfStep.begin(), old.outOfStep.end(), each) == old.outOfStep.end()
            && report.outOfStep.size() < mostOutOfStep)
            report.outOfStep.append(u"%1: %2"_s.arg(name, each.why));
}

// So many events are folded at one go: less would be spent on handing over.
constexpr std::size_t eventsInAPiece = 64;

struct RawTouched {
    qint64 id = 0;
    std::ptrdiff_t known = 0; ///< events that were here before
    RawEvents events;
};

struct FoldedTouched {
    qint64 id = 0;
    Subject subject;
    bool isNew = false;
    AnyRecord before;
    AnyRecord after;
    std::pair<Derived, Derived> change;
};

FoldedTouched foldOne(const RawTouched& raw)
{
    std::vector<Event> events = raw.events.read();
    const Subject subject = events.front().subject;
    AnyRecord before = emptyRecord(subject.kind);
    if (raw.known > 0)
        before = fold(subject.kind, {events.begin(), events.begin() + raw.known});
    AnyRecord after = fold(subject.kind, std::move(events));
    auto change = differing(before, after);
    return {
        raw.id, subject, raw.known == 0, std::move(before), std::move(after), std::move(change)};
}

std::vector<FoldedTouched> foldPiece(const std::vector<RawTouched>& piece)
{
    std::vector<FoldedTouched> folded;
    folded.reserve(piece.size());
    for (const RawTouched& each : piece)
        folded.push_back(foldOne(each));
    return folded;
}

/// Reads what was touched, folds it on other threads and writes its rows on this one.
class Folding {
public:
    Folding(Database& database, ImportReport& report, const std::function<void()>& step)
        : m_report(report)
        , m_step(step)
        , m_events(database)
        , m_changes(database)
        , m_ahead(foldPiece)
    {
    }

    std::vector<Subject> all(const std::vector<Touched>& touched)
    {
        m_subjects.reserve(touched.size());
        for (const Touched& each : touched) {
            m_piece.push_back({each.subject,
                static_cast<std::ptrdiff_t>(each.firstNew - firstPlace(each.subject)),
                m_events.of(each.subject)});
            m_inPiece += m_piece.back().events.size();
            if (m_inPiece >= eventsInAPiece)
                give();
        }
        give();
        while (!m_ahead.empty())
            writeNext();
        m_changes.finish();
        return std::move(m_subjects);
    }

private:
    void give()
    {
        m_ahead.give(std::exchange(m_piece, {}));
        m_inPiece = 0;
        if (m_ahead.full())
            writeNext();
    }

    void writeNext()
    {
        m_ahead.take([this](const std::vector<FoldedTouched>& piece) { write(piece); });
    }

    void write(const std::vector<FoldedTouched>& piece)
    {
        for (const FoldedTouched& each : piece) {
            m_changes.write(each.id, each.change);
            noteArrival(m_report, each.after, each.isNew);
            noteTrouble(m_report, recordName(each.subject, each.after), each.before, each.after);
            ++m_report.records;
            m_subjects.push_back(each.subject);
            m_step();
        }
    }

    ImportReport& m_report;
    const std::function<void()>& m_step;
    std::vector<Subject> m_subjects;
    ManyRawEvents m_events;
    ManyChanges m_changes;
    Ahead<std::vector<RawTouched>, std::vector<FoldedTouched>> m_ahead;
    std::vector<RawTouched> m_piece;
    std::size_t m_inPiece = 0;
};

}

std::vector<Subject> foldTouched(Database& database, const std::vector<Touched>& touched,
    ImportReport& report, const std::function<void()>& step)
{
    return Folding(database, report, step).all(touched);
}

}
