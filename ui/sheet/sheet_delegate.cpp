#include "ui/sheet/sheet_delegate.h"

#include "ui/sheet/sheet_model.h"
#include "ui/theme/colours.h"
#include "ui/widgets/word_lines.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

int gapOf(const QStyleOptionViewItem& option)
{
    return option.fontMetrics.height() / 3;
}

QTextCharFormat formatOf(core::Ink ink, const Colours& colours)
{
    QTextCharFormat format;
    format.setForeground(colours.text);
    switch (ink) {
    case core::Ink::Plain: break;
    case core::Ink::Strong: format.setFontWeight(QFont::DemiBold); break;
    case core::Ink::Quiet: format.setForeground(colours.quiet); break;
    case core::Ink::Struck:
        format.setForeground(colours.quiet);
        format.setFontStrikeOut(true);
        break;
    case core::Ink::Alert:
        format.setForeground(colours.pressing);
        format.setFontWeight(QFont::DemiBold);
        break;
    }
    return format;
}

/// The words of a cell, each run in its ink.
WordLines linesOf(const core::Words& words, const QStyleOptionViewItem& option, bool right)
{
    const Colours& colours = coloursOf(option.palette);
    QString text;
    QList<QTextLayout::FormatRange> inks;
    for (const core::Run& run : words.runs) {
        inks.append({static_cast<int>(text.size()), static_cast<int>(run.text.size()),
            formatOf(run.ink, colours)});
        text += run.text;
    }
    return {text, option.font, inks, right ? Qt::AlignRight : Qt::AlignLeft};
}

QStyleOptionViewItem fontFor(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    QStyleOptionViewItem own = option;
    if (index.data(SheetModel::HeadingRole).toBool())
        own.font.setBold(true);
    return own;
}

const SheetModel& modelOf(const QModelIndex& index)
{
    return *static_cast<const SheetModel*>(index.model());
}

}

void SheetDelegate::setChoices(int column, const QString& name, Choices choices)
{
    m_editing[column] = {name, std::move(choices)};
}

void SheetDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours = coloursOf(option.palette);
    const bool heading = index.data(SheetModel::HeadingRole).toBool();
    const int gap = gapOf(option);
    painter->save();
    painter->fillRect(option.rect,
        heading                                     ? colours.raised
            : option.state & QStyle::State_Selected ? colours.selection
                                                    : colours.surface);
    painter->setPen(colours.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    WordLines text = linesOf(modelOf(index).cell(index), fontFor(option, index),
        index.data(SheetModel::RightRole).toBool() && !heading);
    text.setWidth(option.rect.width() - 2 * gap);
    const int down = gap / 2 + 1;
    text.draw(*painter, QPointF(option.rect.left() + gap, option.rect.top() + down));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colours.focus, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize SheetDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int gap = gapOf(option);
    int width = option.rect.width();
    if (index.data(SheetModel::HeadingRole).toBool())
        if (const auto* view = qobject_cast<const QAbstractItemView*>(option.widget))
            width = view->viewport()->width();
    WordLines text = linesOf(modelOf(index).cell(index), fontFor(option, index), false);
    const double height = text.setWidth(std::max(width - 2 * gap, option.fontMetrics.height()));
    return {option.rect.width(), static_cast<int>(std::ceil(height)) + gap + 3};
}

QWidget* SheetDelegate::createEditor(
    QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const auto editing = m_editing.find(index.column());
    if (editing == m_editing.end())
        return nullptr;
    auto* combo = new QComboBox(parent);
    combo->setObjectName(u"sheetEditor"_s);
    combo->setAccessibleName(editing->second.name);
    for (const FieldChoice& choice : editing->second.choices(modelOf(index).row(index.row())).list)
        combo->addItem(choice.words, choice.value);
    return combo;
}

// Nothing is chosen yet where the cell's words are none of the choices.
void SheetDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* combo = static_cast<QComboBox*>(editor);
    const QString words = modelOf(index).cell(index).plain().section(u'\n', 0, 0);
    combo->setCurrentIndex(-1);
    for (int each = 0; each < combo->count(); ++each)
        if (combo->itemText(each).compare(words, Qt::CaseInsensitive) == 0)
            combo->setCurrentIndex(each);
}

void SheetDelegate::setModelData(
    QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const
{
    const auto* combo = static_cast<const QComboBox*>(editor);
    const QString before = modelOf(index).cell(index).plain().section(u'\n', 0, 0);
    if (combo->currentIndex() >= 0
        && combo->currentText().compare(before, Qt::CaseInsensitive) != 0)
        emit chosen(index, combo->currentData().toString());
}

void SheetDelegate::updateEditorGeometry(
    QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const QSize wanted = editor->sizeHint();
    editor->setGeometry(QRect(option.rect.topLeft(),
        QSize(std::max(option.rect.width(), wanted.width()), wanted.height())));
}

}
