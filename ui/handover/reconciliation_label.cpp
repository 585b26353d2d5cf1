#include "ui/handover/reconciliation_label.h"

#include "core/paper/reconciliation.h"
#include "ui/desk/desk_service.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace ui {

ReconciliationLabel::ReconciliationLabel(const DeskService& desk, QWidget* parent)
    : QLabel(parent)
    , m_desk(desk)
{
    setObjectName(u"reconciliation"_s);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
}

void ReconciliationLabel::showDays(QDate from, QDate to)
{
    std::vector<core::Reconciliation> all;
    for (QDate day = from; day <= to; day = day.addDays(1))
        for (core::Reconciliation& each :
            core::reconciliationsOn(day, m_desk.records(), m_desk.profile()))
            all.push_back(std::move(each));
    const auto open = core::stillOpen(all);
    QStringList lines;
    for (const core::Reconciliation& each : open)
        lines.append(u"○ "_s + core::lineOf(each, m_desk.now()));
    if (open.empty() && !all.empty())
        lines.append(tr("✓ Every acceptance by telephone is in the other book."));
    setText(lines.join(u'\n'));
    setRole(this, open.empty() ? "done" : "owed");
    setVisible(!lines.isEmpty());
}

}
