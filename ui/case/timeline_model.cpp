#include "ui/case/timeline_model.h"

#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/widgets/moments.h"

using namespace Qt::StringLiterals;

namespace ui {

TimelineModel::TimelineModel(const DeskService& desk, QObject* parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
{
}

int TimelineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const core::ChronicleLine& each = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return u"%1 %2%3%4, %5"_s.arg(
            each.dayAlone ? core::dateText(core::dateOf(each.at)) : core::dateTimeText(each.at),
            each.corrected ? u"corrected since: "_s : QString(), each.text,
            markOf(each).isEmpty() ? QString() : u", "_s + markOf(each), each.by);
    case TimeRole:
        return each.dayAlone ? dayOrMomentText(each.at, m_desk.now())
                             : momentText(each.at, m_desk.now());
    case TextRole: return each.text;
    case ByRole: return each.by;
    case CorrectedRole: return each.corrected;
    case MarkRole: return markOf(each);
    default: return {};
    }
}

QString TimelineModel::markOf(const core::ChronicleLine& line) const
{
    QStringList marks;
    if (line.corrected)
        marks.append(u"corrected"_s);
    if (line.late)
        marks.append(line.lateReason.isEmpty()
                ? u"late entry, written %1, reason owed"_s.arg(
                    momentText(line.recorded, m_desk.now()))
                : u"late entry, written %1: %2"_s.arg(
                    momentText(line.recorded, m_desk.now()), line.lateReason));
    return marks.join(u"; "_s);
}

void TimelineModel::show(const core::Case& record)
{
    std::vector<core::ChronicleLine> lines = core::chronicleOf(record, m_desk.profile());
    std::reverse(lines.begin(), lines.end());
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

const core::ChronicleLine& TimelineModel::line(int row) const
{
    return m_lines.at(static_cast<std::size_t>(row));
}

int TimelineModel::rowOf(const core::PartId& part) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(),
        [&](const core::ChronicleLine& each) { return each.part == part; });
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

}
