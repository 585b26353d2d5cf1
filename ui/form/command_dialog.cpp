#include "ui/form/command_dialog.h"

#include "ui/form/command_form.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

CommandDialog::CommandDialog(DeskService& desk, const QString& command, const QJsonObject& preset,
    const core::Subject& about, QWidget* parent)
    : QDialog(parent)
    , m_form(new CommandForm(desk, command, preset, about))
{
    setWindowTitle(m_form->title());
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* inside = new QWidget;
    m_inside = new QVBoxLayout(inside);
    m_inside->setContentsMargins(0, 0, 0, 0);
    m_inside->addWidget(m_form);
    scroll->setWidget(inside);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(scroll);
    const int em = fontMetrics().height();
    resize(em * 40, std::min(m_form->sizeHint().height() + em * 3, em * 40));
    connect(m_form, &CommandForm::cancelled, this, &QDialog::reject);
    connect(
        m_form, &CommandForm::finished, this, [this](const Answer& answer, const QString& saved) {
            emit reported(answer, saved);
            accept();
        });
    m_form->focusFirst();
}

void CommandDialog::addBelow(QWidget* widget)
{
    m_inside->addWidget(widget);
    const int em = fontMetrics().height();
    resize(width(), std::min(height() + widget->sizeHint().height() + em, em * 44));
}

}
