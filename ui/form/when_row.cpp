#include "ui/form/when_row.h"

#include "ui/form/moment_editor.h"
#include "ui/widgets/parts.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QLineEdit* lineEdit(const QString& objectName, const QString& name, const QString& hint)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(hint);
    return edit;
}

void put(QJsonObject& json, const QString& key, const QString& text)
{
    if (!text.trimmed().isEmpty())
        json.insert(key, text.trimmed());
}

}

WhenRow::WhenRow(core::Clock clock, std::chrono::minutes lateAfter, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_lateAfter(lateAfter)
    , m_at(new MomentEditor(MomentEditor::Kind::Past, std::move(clock)))
    , m_evidence(lineEdit(u"edit.evidence"_s, tr("Who or what says so"), tr("police log, …")))
    , m_lateRow(new QWidget)
    , m_lateReason(lineEdit(
          u"edit.late_reason"_s, tr("Why it is written down late"), tr("two calls at once")))
{
    m_at->setHint(tr("now, or 0340"));
    m_at->target()->setObjectName(u"edit.at"_s);
    m_at->target()->setAccessibleName(tr("When it happened"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->addWidget(label(tr("When it happened"), "caption"), 0, 0);
    grid->addWidget(label(tr("Who or what says so"), "caption"), 0, 1);
    grid->addWidget(m_at, 1, 0, Qt::AlignTop);
    grid->addWidget(m_evidence, 1, 1, Qt::AlignTop);
    grid->addWidget(m_lateRow, 2, 0, 1, 2);
    auto* late = new QGridLayout(m_lateRow);
    late->setContentsMargins(0, 0, 0, 0);
    late->setVerticalSpacing(2);
    late->addWidget(label(tr("Why it is written down late"), "caption"), 0, 0);
    late->addWidget(m_lateReason, 1, 0);
    m_lateRow->hide();
    connect(m_at, &MomentEditor::edited, this, [this] {
        askWhy();
        emit edited();
    });
    connect(m_evidence, &QLineEdit::textEdited, this, &WhenRow::edited);
    connect(m_lateReason, &QLineEdit::textEdited, this, &WhenRow::edited);
}

void WhenRow::askWhy()
{
    const auto at = m_at->instant();
    m_lateRow->setVisible(at && m_clock() - *at > m_lateAfter);
}

QJsonObject WhenRow::value() const
{
    QJsonObject json;
    if (const QJsonValue at = m_at->value(); !at.isUndefined())
        json.insert(u"at"_s, at);
    put(json, u"evidence"_s, m_evidence->text());
    if (!m_lateRow->isHidden())
        put(json, u"late_reason"_s, m_lateReason->text());
    return json;
}

void WhenRow::setValue(const QJsonObject& json)
{
    m_at->setValue(json.value(u"at"_s));
    m_evidence->setText(json.value(u"evidence"_s).toString());
    m_lateReason->setText(json.value(u"late_reason"_s).toString());
    askWhy();
}

void WhenRow::showRefusal(const QString& text)
{
    m_at->target()->setAccessibleDescription(text);
    m_at->target()->setFocus();
}

}
