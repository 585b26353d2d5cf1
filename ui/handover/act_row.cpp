#include "ui/handover/act_row.h"

#include "ui/handover/act_keys.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString whyNot(const core::HandoverAct& act)
{
    return act.clause.isEmpty() ? act.whyNot : u"%1 (%2)"_s.arg(act.whyNot, act.clause);
}

bool sameActs(const core::HandoverAct& a, const core::HandoverAct& b)
{
    return a.command == b.command && a.whyNot == b.whyNot && a.next == b.next;
}

}

ActRow::ActRow(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("What can be done"));
    (new FlowLayout(this))->setContentsMargins(0, 0, 0, 0);
}

void ActRow::show(const std::vector<core::HandoverAct>& acts)
{
    const bool same = std::equal(acts.begin(), acts.end(), m_acts.begin(), m_acts.end(), sameActs);
    if (same)
        return;
    m_acts = acts;
    clear(layout());
    for (const core::HandoverAct& act : m_acts)
        layout()->addWidget(makeButton(act));
    setVisible(!m_acts.empty());
}

QWidget* ActRow::makeButton(const core::HandoverAct& act)
{
    const ActKey* key = actKeyFor(act.command);
    const QString words = key ? tr(key->words) : act.command;
    const char* role = act.next ? "primary" : act.possible() ? "" : "resting";
    auto* made = button(words, u"act."_s + act.command, role);
    const QString name = QString(words).remove(u'&');
    const QString letter = key ? QString(QLatin1Char(key->letter)) : QString();
    if (act.possible()) {
        made->setToolTip(tr("Alt+%1, or %1 on the list").arg(letter));
        made->setAccessibleName(act.next ? tr("%1, comes next").arg(name) : name);
    } else {
        made->setToolTip(tr("Not now: %1").arg(whyNot(act)));
        made->setAccessibleName(tr("%1, not now: %2").arg(name, whyNot(act)));
    }
    connect(made, &QPushButton::clicked, this, [this, command = act.command] { trigger(command); });
    return made;
}

void ActRow::trigger(const QString& command)
{
    const auto found = std::find_if(m_acts.begin(), m_acts.end(),
        [&](const core::HandoverAct& act) { return act.command == command; });
    if (found == m_acts.end())
        return;
    if (found->possible())
        emit chosen(command);
    else
        emit refused(tr("Not now: %1").arg(whyNot(*found)));
}

}
