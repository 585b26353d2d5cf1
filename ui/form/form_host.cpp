#include "ui/form/form_host.h"

#include "ui/form/command_form.h"

namespace ui {

FormHost::FormHost(DeskService& desk, QWidget* parent) : QScrollArea(parent), m_desk(desk)
{
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    hide();
}

CommandForm* FormHost::open(
    const QString& command, const QJsonObject& preset, const core::Subject& about, bool focus)
{
    m_form = new CommandForm(m_desk, command, preset, about);
    connect(m_form, &CommandForm::cancelled, this, &FormHost::close);
    connect(
        m_form, &CommandForm::finished, this, [this](const Answer& answer, const QString& saved) {
            close();
            emit reported(answer, saved);
        });
    setWidget(m_form);
    show();
    emit opened();
    if (focus)
        m_form->focusFirst();
    return m_form;
}

int FormHost::wantedHeight() const
{
    if (!m_form)
        return 0;
    const int width = std::max(viewport()->width(), m_form->minimumSizeHint().width());
    const int form
        = m_form->hasHeightForWidth() ? m_form->heightForWidth(width) : m_form->sizeHint().height();
    return form + 2 * frameWidth();
}

// The form is on the stack of its own signal here, so it goes later.
void FormHost::close()
{
    if (!m_form)
        return;
    takeWidget();
    m_form->hide();
    m_form->deleteLater();
    m_form = nullptr;
    hide();
    emit closed();
}

}
