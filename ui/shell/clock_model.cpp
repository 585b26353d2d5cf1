#include "ui/shell/clock_model.h"

#include "core/time/london.h"
#include "ui/desk/clocks.h"
#include "ui/desk/desk_service.h"
#include "ui/theme/alarm_look.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// Expired and ended say so themselves.
QString leftText(const core::Deadline& clock, core::Instant now)
{
    const core::Alarm alarm = alarmAt(clock, now);
    const bool said = alarm != core::Alarm::Warned && alarm != core::Alarm::Pressing;
    return said ? stateText(clock, now) : u"%1: %2"_s.arg(alarmWord(alarm), stateText(clock, now));
}

}

ClockModel::ClockModel(const DeskService& desk, QObject* parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
{
    connect(&desk, &DeskService::changed, this, &ClockModel::refresh);
    connect(&desk, &DeskService::ticked, this, &ClockModel::tick);
    refresh();
}

int ClockModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant ClockModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    const core::Deadline& clock = line.deadline;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3, due %4, %5"_s.arg(leftText(clock, m_desk.now()), clock.title,
            line.whose, core::dateTimeText(clock.due), clock.clause);
    case Qt::ToolTipRole:
        return u"%1\n%2\nStarted %3 %4\n%5"_s.arg(
            clock.title, line.whose, core::dateTimeText(clock.start), clock.evidence, clock.clause);
    case TitleRole: return clock.title;
    case WhoseRole: return line.whose;
    case LeftRole: return leftText(clock, m_desk.now());
    case DueRole: return core::dateTimeText(clock.due);
    case AlarmRole: return static_cast<int>(alarmAt(clock, m_desk.now()));
    default: return {};
    }
}

const core::Deadline& ClockModel::deadline(int row) const
{
    return m_lines.at(static_cast<std::size_t>(row)).deadline;
}

core::Alarm ClockModel::alarm(int row) const
{
    return alarmAt(deadline(row), m_desk.now());
}

int ClockModel::count(core::Alarm wanted) const
{
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(),
        [&](const Line& line) { return alarmAt(line.deadline, m_desk.now()) == wanted; }));
}

QString ClockModel::whose(const core::Deadline& deadline) const
{
    const auto record = m_desk.records().caseRecord(deadline.caseId);
    if (!record)
        return deadline.who;
    const auto person = m_desk.records().person(record->person);
    return person ? u"%1 · %2"_s.arg(person->displayName(), record->ref) : record->ref;
}

// The same clocks keep their rows, and with them the selection.
void ClockModel::refresh()
{
    std::vector<Line> lines;
    for (core::Deadline& clock : runningClocks(m_desk)) {
        QString name = whose(clock);
        lines.push_back({std::move(clock), std::move(name)});
    }
    const bool same = std::equal(lines.begin(), lines.end(), m_lines.begin(), m_lines.end(),
        [](const Line& a, const Line& b) { return a.deadline.part == b.deadline.part; });
    if (same) {
        m_lines = std::move(lines);
        tick();
        return;
    }
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

void ClockModel::tick()
{
    if (!m_lines.empty())
        emit dataChanged(index(0), index(ClockModel::rowCount() - 1));
}

}
