#include "ui/widgets/facts_list.h"

#include "ui/widgets/parts.h"

#include <QGridLayout>
#include <QLabel>

namespace ui {

FactsList::FactsList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 5);
}

void FactsList::clear()
{
    ui::clear(m_grid);
    m_rows = 0;
}

void FactsList::add(const QString& name, const QString& value, const char* role)
{
    if (value.isEmpty())
        return;
    auto* words = label(value, role);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    if (name.isEmpty()) {
        m_grid->addWidget(words, m_rows, 0, 1, 2);
    } else {
        auto* caption = label(name, "quiet");
        caption->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(caption, m_rows, 0);
        m_grid->addWidget(words, m_rows, 1);
    }
    ++m_rows;
}

}
