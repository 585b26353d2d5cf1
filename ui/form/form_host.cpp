#include "ui/form/form_host.h"

#include "ui/form/command_form.h"

#include <QEvent>
#include <QScrollBar>

namespace ui {

FormHost::FormHost(DeskService& desk, QWidget* parent) : QScrollArea(parent), m_desk(desk)
{
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
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
    return heightForWidth(viewport()->width());
}

int FormHost::heightForWidth(int width) const
{
    if (!m_form)
        return 0;
    const int wide = std::max(width, m_form->minimumSizeHint().width());
    return m_form->hasHeightForWidth() ? m_form->heightForWidth(wide) : m_form->sizeHint().height();
}

QSize FormHost::sizeHint() const
{
    const int width = QScrollArea::sizeHint().width();
    return {width, heightForWidth(width)};
}

QSize FormHost::minimumSizeHint() const
{
    const QSize least = QScrollArea::minimumSizeHint();
    if (!m_form)
        return least;
    const int bar = verticalScrollBar()->sizeHint().width();
    return {std::max(least.width(), m_form->minimumSizeHint().width() + bar + 2 * frameWidth()),
        least.height()};
}

bool FormHost::eventFilter(QObject* watched, QEvent* event)
{
    if (m_form && watched == m_form && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        if (const int wanted = wantedHeight(); wanted != m_wanted) {
            m_wanted = wanted;
            emit reshaped();
        }
    }
    return QScrollArea::eventFilter(watched, event);
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
