#include "ui/sitrep/period_dialog.h"

#include "core/time/london.h"
#include "ui/form/moment_editor.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

PeriodDialog::PeriodDialog(
    const core::SitrepPeriod& usual, const core::Clock& clock, QWidget* parent)
    : QDialog(parent)
    , m_from(new MomentEditor(MomentEditor::Kind::Past, clock))
    , m_to(new MomentEditor(MomentEditor::Kind::Past, clock))
    , m_refusal(label({}, "refusal"))
{
    setWindowTitle(tr("Another period"));
    auto* layout = new QVBoxLayout(this);
    const auto add
        = [&](const QString& name, const QString& spoken, MomentEditor* editor, core::Instant at) {
              auto* caption = label(name, "quiet");
              caption->setBuddy(editor->target());
              editor->target()->setAccessibleName(spoken);
              editor->setValue(core::isoText(at));
              layout->addWidget(caption);
              layout->addWidget(editor);
          };
    add(tr("&From"), tr("Start of the period"), m_from, usual.from);
    add(tr("&To (cut-off)"), tr("Cut-off of the period"), m_to, usual.to);
    auto* count = button(tr("Count (Enter)"), u"countPeriod"_s, "primary");
    count->setDefault(true);
    auto* cancel = button(tr("Cancel (Esc)"), u"cancelPeriod"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(count);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    layout->addWidget(m_refusal);
    layout->addLayout(buttons);
    layout->addStretch(1);
    m_refusal->hide();
    resize(fontMetrics().height() * 26, sizeHint().height());
    connect(count, &QPushButton::clicked, this, &PeriodDialog::take);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_from->target()->setFocus();
}

void PeriodDialog::take()
{
    const auto from = m_from->instant();
    const auto to = m_to->instant();
    if (from && to && *from < *to) {
        emit chosen({*from, *to});
        accept();
        return;
    }
    m_refusal->setText(from && to ? tr("The period would end before it begins. Begin before the "
                                       "cut-off.")
                                  : tr("Give both times, like “yesterday 09:30”."));
    m_refusal->show();
}

}
