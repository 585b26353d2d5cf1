#include "ui/oncall/duty_owed_list.h"

#include "ui/oncall/oncall_rows.h"
#include "ui/sheet/sheet_view.h"
#include "ui/widgets/parts.h"

#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

DutyOwedList::DutyOwedList(QWidget* parent)
    : QWidget(parent)
    , m_heading(label({}, "strong"))
    , m_view(new SheetView(
          u"dutyOwed"_s, tr("What this duty still owes"), {{tr("Still owed"), 10, {}}}))
{
    m_view->horizontalHeader()->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_heading);
    layout->addWidget(m_view, 1);
    layout->addStretch(0);
    connect(m_view, &SheetView::opened, this, [this](const SheetRow& row) {
        for (const core::DutyOwed& each : m_owed)
            if (each.part == row.part)
                return emit chosen(each);
    });
}

void DutyOwedList::show(std::vector<core::DutyOwed> owed)
{
    m_owed = std::move(owed);
    const auto count = m_owed.size();
    m_heading->setText(count == 0 ? tr("✓ Nothing is owed on this record")
                                  : tr("Still owed: %1. Enter settles one.").arg(count));
    setRole(m_heading, count == 0 ? "done" : "owed");
    m_view->setRows(dutyOwedRows(m_owed));
    m_view->setVisible(count > 0);
}

}
