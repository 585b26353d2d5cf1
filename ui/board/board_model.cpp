#include "ui/board/board_model.h"

#include "core/conflict/case_conflicts.h"
#include "core/frontdoor/limited_view.h"
#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/desk/new_day.h"
#include "ui/theme/alarm_look.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

bool showsOnCases(core::SubjectKind kind)
{
    return kind == core::SubjectKind::Person || kind == core::SubjectKind::Window
        || kind == core::SubjectKind::Escalation;
}

core::Alarm alarmOf(const BoardRow& row, core::Instant now)
{
    return row.clock ? alarmAt(*row.clock, now) : core::Alarm::Silent;
}

}

BoardModel::BoardModel(const DeskService& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{
    connect(&desk, &DeskService::changed, this, &BoardModel::take);
    connect(&desk, &DeskService::ticked, this, &BoardModel::tick);
    connect(&desk, &DeskService::userChanged, this, [this] {
        if (m_limited != core::isLimited(m_desk.user().get(), m_desk.profile()))
            reload();
    });
    onNewDay(desk, this, [this] {
        for (const BoardRow& each : std::vector<BoardRow>(m_rows))
            takeCase(each.id);
    });
    reload();
}

int BoardModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BoardModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BoardModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const BoardRow& each = row(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(each, column);
    case Qt::ToolTipRole: return wholeText(each, column);
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
            wholeText(each, column));
    case SecondLineRole: return secondLine(each, column);
    case BadgeRole: return column == Person ? each.badge : QString();
    case ContestedRole: return each.contested;
    case SortRole: return sortKey(each, column);
    case AlarmRole: return static_cast<int>(alarmOf(each, m_desk.now()));
    case FilterRole:
        return QStringList{each.ref, each.person, each.council, each.place, each.status, each.stage,
            each.responsible, each.allocated, each.badge, each.entry}
            .join(u'\n');
    default: return {};
    }
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Urgency: return tr("Urgency");
    case Person: return tr("Person");
    case Age: return tr("Age");
    case Council: return tr("Council");
    case Place: return tr("Place");
    case Status: return tr("Legal status");
    case Stage: return tr("Stage");
    case Responsible: return tr("Responsible");
    case Allocated: return tr("Allocated to");
    case NextClock: return tr("Next clock");
    case LastEntry: return tr("Last entry");
    case ColumnCount: break;
    }
    return {};
}

QString BoardModel::text(const BoardRow& row, Column column) const
{
    switch (column) {
    case Urgency: return row.urgency ? core::word(*row.urgency) : u"–"_s;
    case Person: return row.person;
    case Age: return row.age;
    case Council: return row.council;
    case Place: return row.place;
    case Status: return row.status;
    case Stage: return row.stage;
    case Responsible: return row.responsible;
    case Allocated: return row.allocated.isEmpty() ? tr("nobody yet") : row.allocated;
    case NextClock: return clockText(row);
    case LastEntry:
        return row.entryAt.isEmpty() ? row.entry : u"%1 %2"_s.arg(row.entryAt, row.entry);
    case ColumnCount: break;
    }
    return {};
}

// A code is spoken with what it means.
QString BoardModel::wholeText(const BoardRow& row, Column column) const
{
    if (column == Urgency)
        return row.urgency ? words(*row.urgency) : tr("not yet known");
    if (column == Person && !row.badge.isEmpty())
        return u"%1, %2"_s.arg(row.person, row.badge);
    return text(row, column);
}

QString BoardModel::secondLine(const BoardRow& row, Column column) const
{
    switch (column) {
    case Urgency: return row.urgency ? words(*row.urgency).section(u' ', 1) : QString();
    case Person: return u"%1 · %2"_s.arg(row.age, row.council);
    case Place: return row.status;
    case Stage: return text(row, Allocated);
    case Responsible: return row.awaiting.isEmpty() ? row.since : row.awaiting;
    case NextClock: return row.clock ? row.clock->title : QString();
    default: return {};
    }
}

QString BoardModel::clockText(const BoardRow& row) const
{
    if (!row.clock)
        return tr("no clock");
    const core::Alarm alarm = alarmOf(row, m_desk.now());
    const QString state = stateText(*row.clock, m_desk.now());
    const bool said = alarm != core::Alarm::Warned && alarm != core::Alarm::Pressing;
    return said ? state : u"%1: %2"_s.arg(alarmWord(alarm), state);
}

// By the next clock; without one by urgency, then by age of the case.
QVariant BoardModel::sortKey(const BoardRow& row, Column column) const
{
    if (column == NextClock)
        return row.clock ? core::toMillis(row.clock->due)
                         : (qint64{1} << 50)
                + static_cast<qint64>(row.urgency.value_or(core::Urgency::N)) * (qint64{1} << 45)
                + core::toMillis(row.openedAt) / 1000;
    if (column == Age)
        return row.age.section(u' ', -1).toInt();
    return text(row, column).toCaseFolded();
}

const BoardRow& BoardModel::row(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row));
}

// A limited role sees that there is a case, whose it is and with which service. S3-iii
BoardRow BoardModel::rowOf(const core::Case& record) const
{
    BoardRow row = boardRow(record, m_desk.records(), m_desk.profile(), m_desk.now());
    if (!m_limited)
        return row;
    if (!m_desk.records().person(record.person))
        row.person = record.ref;
    row.place.clear();
    row.status.clear();
    row.stage.clear();
    row.entryAt.clear();
    row.entry = tr("for officers");
    return row;
}

void BoardModel::reload()
{
    beginResetModel();
    m_limited = core::isLimited(m_desk.user().get(), m_desk.profile());
    m_rows.clear();
    for (const core::Service& service : m_desk.profile().services)
        for (const core::CaseId& id : m_desk.records().openCases(service.key))
            if (const auto record = m_desk.records().caseRecord(id))
                m_rows.push_back(rowOf(*record));
    endResetModel();
}

void BoardModel::take(const std::vector<core::Subject>& changed)
{
    for (const core::Subject& subject : changed) {
        if (subject.kind == core::SubjectKind::Case)
            takeCase({subject.id});
        else if (showsOnCases(subject.kind))
            takeCasesWith(subject);
    }
}

void BoardModel::takeCasesWith(const core::Subject& changed)
{
    for (const BoardRow& each : std::vector<BoardRow>(m_rows)) {
        const auto record = m_desk.records().caseRecord(each.id);
        const auto subjects = record ? core::settledWith(*record) : std::vector<core::Subject>{};
        if (std::find(subjects.begin(), subjects.end(), changed) != subjects.end())
            takeCase(each.id);
    }
}

void BoardModel::takeCase(const core::CaseId& id)
{
    const auto record = m_desk.records().caseRecord(id);
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const BoardRow& each) { return each.id == id; });
    const int at = static_cast<int>(found - m_rows.begin());
    if (!record || !record->open()) {
        if (found == m_rows.end())
            return;
        beginRemoveRows({}, at, at);
        m_rows.erase(found);
        endRemoveRows();
        return;
    }
    BoardRow fresh = rowOf(*record);
    if (found == m_rows.end()) {
        beginInsertRows({}, rowCount(), rowCount());
        m_rows.push_back(std::move(fresh));
        endInsertRows();
        return;
    }
    *found = std::move(fresh);
    emit dataChanged(index(at, 0), index(at, ColumnCount - 1));
}

void BoardModel::tick()
{
    if (!m_rows.empty())
        emit dataChanged(
            index(0, NextClock), index(rowCount() - 1, NextClock), {Qt::DisplayRole, AlarmRole});
}

}
