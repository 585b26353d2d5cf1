#include "ui/case/conflicts_panel.h"

#include "core/conflict/conflict_deadlines.h"
#include "core/journal/envelope.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString nameOf(const core::Conflict& conflict, const core::InConflict& record)
{
    return record.name.isEmpty() ? conflict.title : u"%1 (%2)"_s.arg(conflict.title, record.name);
}

QString titleText(const core::Conflict& conflict, const core::InConflict& record)
{
    const QString what = u"≠ Two desks wrote at the same time: %1"_s.arg(nameOf(conflict, record));
    return conflict.contested
        ? what + u". None of it counts until somebody settles it; no clock goes quiet."_s
        : what + u". Which stands?"_s;
}

QString sideText(const core::ConflictSide& side, const core::Profile& profile, core::Instant now)
{
    return u"%1 — %2, %3, %4"_s.arg(
        side.value, side.by, serviceName(profile, side.service), momentText(side.occurred, now));
}

}

QString conflictFieldOf(const core::Subject& subject, const std::vector<core::Conflict>& conflicts,
    const core::PartId& part)
{
    for (const core::Conflict& each : conflicts)
        if (core::conflictPart(subject.id, each.field) == part)
            return each.field;
    return {};
}

QString newerText(int events)
{
    if (events <= 0)
        return {};
    const QString what = events == 1
        ? u"1 entry on this record was written by a newer version"_s
        : u"%1 entries on this record were written by a newer version"_s.arg(events);
    return u"⇧ %1 of Dutydesk and cannot be shown here. Nothing that hands it over or ends a clock "
           u"is done on this computer until it is updated."_s.arg(what);
}

ConflictsPanel::ConflictsPanel(const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this))
{
    setProperty("role", u"card"_s);
    setAccessibleName(tr("Conflicts"));
    setObjectName(name);
    hide();
}

void ConflictsPanel::show(const std::vector<core::InConflict>& open, int newer,
    const core::Profile& profile, core::Instant now)
{
    clear(m_layout);
    for (const core::InConflict& record : open)
        for (const core::Conflict& conflict : record.conflicts)
            add(conflict, record, profile, now);
    if (const QString words = newerText(newer); !words.isEmpty())
        m_layout->addWidget(label(words, "owed"));
    setVisible(m_layout->count() > 0);
}

void ConflictsPanel::add(const core::Conflict& conflict, const core::InConflict& record,
    const core::Profile& profile, core::Instant now)
{
    m_layout->addWidget(
        label(titleText(conflict, record), conflict.contested ? "refusal" : "owed"));
    auto* sides = new QWidget;
    auto* flow = new FlowLayout(sides);
    flow->setContentsMargins(0, 0, 0, 0);
    const QString name = nameOf(conflict, record);
    const QJsonObject about{{u"record"_s, record.subject.id.toString(QUuid::WithoutBraces)},
        {u"kind"_s, core::word(record.subject.kind)}, {u"field"_s, conflict.field}};
    const auto offer = [&](const QString& words, const QString& spoken, QJsonObject preset) {
        auto* act = button(words, u"settle."_s + conflict.field, "choice");
        act->setAccessibleName(spoken);
        act->setCheckable(true);
        connect(act, &QPushButton::clicked, this,
            [this, act, about = record.subject, preset = std::move(preset)] {
                emit settleRequested(about, preset);
                unchoose();
                act->setChecked(true);
            });
        flow->addWidget(act);
    };
    for (const core::ConflictSide& side : conflict.sides) {
        QJsonObject preset = about;
        preset.insert(u"choose"_s, core::toHex(side.event));
        const QString words = sideText(side, profile, now);
        offer(words, tr("%1: let this stand: %2").arg(name, words), preset);
    }
    QJsonObject anew = about;
    anew.insert(u"choose"_s, QString());
    if (conflict.textual)
        offer(tr("Neither: write it anew…"), tr("%1: write it anew").arg(name), anew);
    m_layout->addWidget(sides);
}

void ConflictsPanel::unchoose()
{
    for (QPushButton* each : findChildren<QPushButton*>())
        each->setChecked(false);
}

bool ConflictsPanel::focusConflict(const QString& field)
{
    const auto buttons = field.isEmpty() ? findChildren<QPushButton*>()
                                         : findChildren<QPushButton*>(u"settle."_s + field);
    for (QPushButton* each : buttons)
        if (each->isVisibleTo(this)) {
            each->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
    return false;
}

}
