#include "ui/quick/contacts_model.h"

#include "core/contact/contact_rules.h"
#include "core/duty/duty_period.h"
#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/desk/new_day.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

core::Instant beginOf(const DeskService& desk)
{
    const auto period = core::dutyPeriodAt(desk.calendar(), desk.service(), desk.now());
    return period ? period->from : desk.now() - 12h;
}

}

ContactsModel::ContactsModel(const DeskService& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{
    connect(&desk, &DeskService::changed, this, &ContactsModel::take);
    onNewDay(desk, this, [this] {
        if (!m_lines.empty())
            emit dataChanged(index(0, Received), index(rowCount() - 1, Received));
    });
    reload();
}

int ContactsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ContactsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ContactsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const core::Contact& each = contact(index.row());
    if (role == Qt::ToolTipRole)
        return each.words;
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case Ref: return each.ref;
    case Received: return momentText(each.receivedAt, m_desk.now());
    case Words: return each.words.simplified();
    case State:
        return m_desk.draftOf(each.id.value).isEmpty()
            ? words(each.state)
            : tr("%1, unsaved words").arg(words(each.state));
    case Owed: return owedText(each);
    case ColumnCount: break;
    }
    return {};
}

QVariant ContactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Ref: return tr("Contact");
    case Received: return tr("Received");
    case Words: return tr("As it came");
    case State: return tr("What became of it");
    case Owed: return tr("Owed");
    case ColumnCount: break;
    }
    return {};
}

QString ContactsModel::owedText(const core::Contact& contact) const
{
    const auto owed = core::owedOf(contact).size();
    return owed == 0 ? tr("nothing") : tr("%1 owed").arg(owed);
}

const core::Contact& ContactsModel::contact(int row) const
{
    return *m_lines.at(static_cast<std::size_t>(row));
}

int ContactsModel::rowOf(const core::ContactId& id) const
{
    const auto found = std::find_if(
        m_lines.begin(), m_lines.end(), [&](const Line& each) { return each->id == id; });
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

void ContactsModel::reload()
{
    beginResetModel();
    m_lines.clear();
    for (const core::ContactId& id :
        m_desk.records().contactsBetween(beginOf(m_desk), m_desk.now() + 1ms))
        if (auto each = m_desk.records().contact(id))
            m_lines.push_back(std::move(each));
    std::stable_sort(m_lines.begin(), m_lines.end(),
        [](const Line& a, const Line& b) { return a->receivedAt > b->receivedAt; });
    endResetModel();
}

void ContactsModel::take(const std::vector<core::Subject>& changed)
{
    for (const core::Subject& subject : changed) {
        if (subject.kind != core::SubjectKind::Contact)
            continue;
        auto fresh = m_desk.records().contact({subject.id});
        const int row = rowOf({subject.id});
        if (!fresh || (row < 0 && fresh->receivedAt < beginOf(m_desk)))
            continue;
        if (row >= 0) {
            m_lines[static_cast<std::size_t>(row)] = std::move(fresh);
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
            continue;
        }
        const auto place = std::find_if(m_lines.begin(), m_lines.end(),
            [&](const Line& each) { return each->receivedAt <= fresh->receivedAt; });
        const int at = static_cast<int>(place - m_lines.begin());
        beginInsertRows({}, at, at);
        m_lines.insert(place, std::move(fresh));
        endInsertRows();
    }
}

}
