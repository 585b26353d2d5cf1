#include "ui/widgets/empty_state.h"

#include "ui/widgets/parts.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui {

EmptyState::EmptyState(const QString& what, const QString& next, QWidget* parent)
    : QWidget(parent)
    , m_what(label(what, "heading"))
    , m_next(label(next, "quiet"))
{
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(1);
    for (QLabel* each : {m_what, m_next}) {
        each->setAlignment(Qt::AlignCenter);
        layout->addWidget(each);
    }
    layout->addStretch(2);
}

void EmptyState::setWords(const QString& what, const QString& next)
{
    m_what->setText(what);
    m_next->setText(next);
}

}
