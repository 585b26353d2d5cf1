#include "ui/handover/cross_check_model.h"

#include "ui/desk/desk_service.h"
#include "ui/handover/handover_words.h"
#include "ui/theme/colours.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/words.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

bool isOutstanding(const core::BookPair& pair)
{
    return pair.giver && pair.giver->outstanding;
}

QString sameText(const core::BookPair& pair)
{
    if (!pair.mismatch.isEmpty())
        return u"✕ %1"_s.arg(pair.mismatch);
    return isOutstanding(pair) ? u"☎ their record is outstanding"_s : u"✓ the same"_s;
}

}

CrossCheckModel::CrossCheckModel(const DeskService& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{
}

int CrossCheckModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

int CrossCheckModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const core::BookPair& CrossCheckModel::pair(int row) const
{
    return m_pairs.at(static_cast<std::size_t>(row));
}

int CrossCheckModel::mismatches() const
{
    return static_cast<int>(std::count_if(m_pairs.begin(), m_pairs.end(),
        [](const core::BookPair& each) { return !each.mismatch.isEmpty(); }));
}

QString CrossCheckModel::lineText(const std::optional<core::AcceptanceLine>& line) const
{
    if (!line)
        return u"✕ no line"_s;
    QString text = core::answeredText(
        *line, [this](core::Instant at) { return momentText(at, m_desk.now()); });
    if (!line->by.isEmpty())
        text += u" by "_s + line->by;
    if (!line->role.isEmpty())
        text += u" (%1)"_s.arg(roleText(line->role, m_desk.profile()));
    for (const QString& told : {core::saidText(*line), core::besideText(*line)})
        if (!told.isEmpty())
            text += u'\n' + told;
    return text;
}

QString CrossCheckModel::text(const core::BookPair& pair, Column column) const
{
    switch (column) {
    case Transfer: return pair.transferNumber;
    case Person: {
        const auto record = m_desk.records().caseRecord(pair.caseId);
        const auto person = record ? m_desk.records().person(record->person) : nullptr;
        return whoText(person.get(), record ? record->title : QString());
    }
    case Giver: return lineText(pair.giver);
    case Receiver: return lineText(pair.receiver);
    case Same: return sameText(pair);
    case ColumnCount: break;
    }
    return {};
}

QVariant CrossCheckModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const core::BookPair& each = pair(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(each, column);
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(
            headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), text(each, column));
    case Qt::TextAlignmentRole: return static_cast<int>(Qt::AlignTop | Qt::AlignLeft);
    case Qt::ForegroundRole: {
        const Colours& colours = coloursOf(QGuiApplication::palette());
        if (column != Same)
            return {};
        if (!each.mismatch.isEmpty())
            return colours.expired;
        return isOutstanding(each) ? colours.warned : colours.done;
    }
    default: return {};
    }
}

QString CrossCheckModel::bookTitle(const QString& service) const
{
    const core::Service* known = m_desk.profile().service(service);
    return known && known->book == u"allocation-sheet"_s ? tr("Daily Allocation Sheet")
                                                         : tr("On-call Manager Record");
}

QVariant CrossCheckModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Transfer: return tr("Transfer");
    case Person: return tr("Person");
    case Giver: return bookTitle(m_times.from);
    case Receiver: return bookTitle(m_times.to);
    case Same: return tr("Both books");
    case ColumnCount: break;
    }
    return {};
}

void CrossCheckModel::show(const core::WindowTimes& times)
{
    beginResetModel();
    m_times = times;
    m_pairs = core::crossCheck(times, m_desk.records(), m_desk.calendar());
    endResetModel();
}

}
