#include "ui/duty/policy_reviews.h"

#include "core/time/london.h"
#include "ui/widgets/facts_list.h"
#include "ui/widgets/parts.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

PolicyReviews::PolicyReviews(
    const std::vector<core::ReferenceEntry>& entries, QDate today, QWidget* parent)
    : QFrame(parent)
{
    setObjectName(u"policyReviews"_s);
    setAccessibleName(tr("Policies that are past their review"));
    const auto overdue = core::overdueEntries(entries, today);
    auto* list = new FactsList;
    for (const core::ReferenceEntry& each : overdue)
        list->add(core::nameWithVersion(each),
            each.owner.isEmpty()
                ? tr("review was due %1").arg(core::dateText(*each.review))
                : tr("review was due %1; owner: %2").arg(core::dateText(*each.review), each.owner),
            "owed");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(
        label(tr("Policies past their review (FM-1): %1").arg(overdue.size()), "owed"));
    layout->addWidget(list);
    setHidden(overdue.empty());
}

}
