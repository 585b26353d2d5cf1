#include "ui/help/help_window.h"

#include "ui/widgets/words.h"

#include <QAbstractTextDocumentLayout>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

HelpWindow::HelpWindow(QWidget* parent) : QDialog(parent), m_text(new QTextBrowser)
{
    setWindowTitle(tr("User guide"));
    auto* search = new QLineEdit;
    search->setObjectName(u"helpSearch"_s);
    search->setAccessibleName(tr("Find in the guide"));
    search->setPlaceholderText(tr("Find in the guide, Enter for the next place"));
    m_text->setAccessibleName(windowTitle());
    m_text->setOpenExternalLinks(false);
    QFile guide(u":/help/guide.md"_s);
    if (guide.open(QIODevice::ReadOnly))
        m_text->setMarkdown(QString::fromUtf8(guide.readAll()));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(search);
    layout->addWidget(m_text);
    resize(fontMetrics().height() * 48, fontMetrics().height() * 40);
    connect(search, &QLineEdit::returnPressed, this, [this, search] { find(search->text()); });
    m_text->setFocus();
}

void HelpWindow::showTopic(const QString& page)
{
    const QString wanted = words(page);
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next())
        if (block.blockFormat().headingLevel() > 0
            && block.text().startsWith(wanted, Qt::CaseInsensitive)) {
            m_text->setTextCursor(QTextCursor(block));
            const QRectF place = m_text->document()->documentLayout()->blockBoundingRect(block);
            m_text->verticalScrollBar()->setValue(static_cast<int>(place.top()));
            return;
        }
}

void HelpWindow::find(const QString& wanted)
{
    if (m_text->find(wanted))
        return;
    m_text->moveCursor(QTextCursor::Start);
    m_text->find(wanted);
}

}
