#include "ui/handover/handover_model.h"

#include "ui/desk/desk_service.h"
#include "ui/handover/handover_words.h"
#include "ui/theme/alarm_look.h"

using namespace Qt::StringLiterals;

namespace ui {

HandoverModel::HandoverModel(const DeskService& desk, QObject* parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
{
}

int HandoverModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

const core::PreparedItem& HandoverModel::line(int row) const
{
    return m_lines.at(static_cast<std::size_t>(row));
}

int HandoverModel::rowOf(const core::CaseId& id) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(),
        [&](const core::PreparedItem& each) { return each.caseId == id; });
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

core::Standing HandoverModel::standing(int row) const
{
    return core::standingOf(line(row), m_closed);
}

QString HandoverModel::clockText(const core::PreparedItem& line) const
{
    if (line.clocks.empty())
        return tr("no clock runs");
    const core::Deadline& first = line.clocks.front();
    const QString text = u"%1: %2"_s.arg(first.title, stateText(first, m_desk.now()));
    const auto others = line.clocks.size() - 1;
    return others == 0 ? text : tr("%1; %2 more").arg(text).arg(others);
}

QString HandoverModel::aboutText(const core::PreparedItem& line) const
{
    return u"%1 · %2"_s.arg(line.ref, line.title);
}

QString HandoverModel::spoken(int row) const
{
    const core::PreparedItem& each = line(row);
    return u"%1, %2. %3. %4"_s.arg(personText(each, m_desk.records()),
        standingText(each, standing(row), m_times, m_desk.profile(), m_desk.now()), clockText(each),
        aboutText(each));
}

QVariant HandoverModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const core::PreparedItem& each = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return spoken(index.row());
    case PersonRole: return personText(each, m_desk.records());
    case SignRole: return standingSign(standing(index.row()));
    case StandingRole:
        return standingText(each, standing(index.row()), m_times, m_desk.profile(), m_desk.now());
    case StandingDressRole: return QByteArray(standingRole(standing(index.row())));
    case AboutRole: return aboutText(each);
    case ClockRole: return clockText(each);
    case AlarmRole:
        return static_cast<int>(
            each.clocks.empty() ? core::Alarm::Silent : alarmAt(each.clocks.front(), m_desk.now()));
    default: return {};
    }
}

void HandoverModel::show(
    const core::WindowTimes& times, std::vector<core::PreparedItem> lines, bool closed)
{
    const bool same = std::equal(lines.begin(), lines.end(), m_lines.begin(), m_lines.end(),
        [](const auto& a, const auto& b) { return a.caseId == b.caseId; });
    if (!same)
        beginResetModel();
    m_times = times;
    m_lines = std::move(lines);
    m_closed = closed;
    if (!same)
        endResetModel();
    else
        tick();
}

void HandoverModel::tick()
{
    if (!m_lines.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

}
