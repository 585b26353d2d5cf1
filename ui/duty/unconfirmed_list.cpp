#include "ui/duty/unconfirmed_list.h"

#include "ui/widgets/facts_list.h"
#include "ui/widgets/parts.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

UnconfirmedList::UnconfirmedList(const std::vector<core::Unconfirmed>& records, QWidget* parent)
    : QFrame(parent)
{
    setObjectName(u"unconfirmedList"_s);
    setAccessibleName(tr("Records of which nobody has telephoned yet"));
    auto* list = new FactsList;
    for (const core::Unconfirmed& each : records)
        list->add(each.ref, u"%1 %2"_s.arg(each.text(), each.received.telephone).trimmed(), "owed");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label(tr("Not telephoned yet (HO-4.2a): %1").arg(records.size()), "owed"));
    layout->addWidget(list);
    setHidden(records.empty());
}

}
