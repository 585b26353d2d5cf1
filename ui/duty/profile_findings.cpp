#include "ui/duty/profile_findings.h"

#include "ui/widgets/facts_list.h"
#include "ui/widgets/parts.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

int add(FactsList& list, const std::vector<core::ProfileFinding>& findings,
    core::FindingWeight weight, const char* role)
{
    int count = 0;
    for (const core::ProfileFinding& each : findings) {
        if (each.weight != weight)
            continue;
        list.add(each.path, u"%1 %2"_s.arg(each.text, each.mend), role);
        ++count;
    }
    return count;
}

}

ProfileFindings::ProfileFindings(const std::vector<core::ProfileFinding>& findings, QWidget* parent)
    : QFrame(parent)
{
    setObjectName(u"profileFindings"_s);
    setAccessibleName(tr("What is amiss in the profile"));
    auto* must = new FactsList;
    auto* rest = new FactsList;
    const int toMend = add(*must, findings, core::FindingWeight::Must, "refusal");
    const int toLookAt = add(*rest, findings, core::FindingWeight::Should, "owed");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label(toMend == 0 ? tr("Profile: nothing must be mended before tonight")
                                        : tr("Profile: %1 to mend before tonight").arg(toMend),
        toMend == 0 ? "done" : "refusal"));
    layout->addWidget(must);
    must->setVisible(toMend > 0);
    layout->addWidget(rest);
    rest->hide();
    auto* more = button(tr("%1 more to &look at").arg(toLookAt), u"moreFindings"_s, "link");
    more->setCheckable(true);
    more->setVisible(toLookAt > 0);
    layout->insertWidget(layout->indexOf(rest), more, 0, Qt::AlignLeft);
    connect(more, &QPushButton::toggled, rest, &QWidget::setVisible);
    setHidden(findings.empty());
}

}
