#include "ui/form/moment_editor.h"

#include "core/time/london.h"
#include "core/time/typed_time.h"
#include "ui/widgets/parts.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString distance(core::Instant at, core::Instant now)
{
    if (at == now)
        return u"now"_s;
    return at < now ? u"%1 ago"_s.arg(core::durationText(now - at))
                    : u"in %1"_s.arg(core::durationText(at - now));
}

}

MomentEditor::MomentEditor(Kind kind, core::Clock clock, QWidget* parent)
    : FieldEditor(parent)
    , m_kind(kind)
    , m_clock(std::move(clock))
    , m_edit(new QLineEdit)
    , m_reading(label({}, "quiet"))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(m_edit);
    layout->addWidget(m_reading);
    m_reading->hide();
    setHint(kind == Kind::Date     ? tr("27 3 2007")
            : kind == Kind::ToCome ? tr("22:00, in 2 h, tomorrow 10:00")
                                   : tr("0340, 20 min ago, yesterday 23:10"));
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        read();
        emit edited();
    });
}

QJsonValue MomentEditor::value() const
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty())
        return {QJsonValue::Undefined};
    return m_iso.isEmpty() ? text : m_iso;
}

// A draft keeps words or an exact time; the exact one is shown as people read it.
void MomentEditor::setValue(const QJsonValue& value)
{
    const QString text = value.toString();
    const auto exact = core::readIso(text);
    m_edit->setText(exact ? core::dateTimeText(*exact) : text);
    read();
    if (exact && m_kind != Kind::Date) {
        m_instant = exact;
        m_iso = text;
    }
}

QWidget* MomentEditor::target()
{
    return m_edit;
}

std::optional<core::Instant> MomentEditor::instant() const
{
    return m_instant;
}

void MomentEditor::setHint(const QString& placeholder)
{
    m_edit->setPlaceholderText(placeholder);
}

void MomentEditor::read()
{
    m_instant.reset();
    m_iso.clear();
    const QString typed = m_edit->text().trimmed();
    m_reading->setVisible(!typed.isEmpty());
    if (typed.isEmpty())
        return;
    m_reading->setText(m_kind == Kind::Date ? readDate(typed) : readTime(typed));
    setRole(m_reading, m_iso.isEmpty() ? "refusal" : "quiet");
}

QString MomentEditor::readTime(const QString& typed)
{
    const core::Instant now = m_clock();
    const auto answer
        = m_kind == Kind::ToCome ? core::readTypedDue(typed, now) : core::readTypedTime(typed, now);
    if (const auto* problem = std::get_if<core::TimeProblem>(&answer))
        return u"%1 %2"_s.arg(problem->text, problem->mend);
    m_instant = std::get<core::Instant>(answer);
    m_iso = core::isoText(*m_instant);
    return u"%1, %2"_s.arg(core::dateTimeText(*m_instant), distance(*m_instant, now));
}

QString MomentEditor::readDate(const QString& typed)
{
    const auto answer = core::readTypedDate(typed);
    if (const auto* problem = std::get_if<core::TimeProblem>(&answer))
        return u"%1 %2"_s.arg(problem->text, problem->mend);
    const QDate date = std::get<QDate>(answer);
    m_iso = date.toString(Qt::ISODate);
    return core::dateText(date);
}

}
