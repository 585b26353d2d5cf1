#include "ui/allocation/spoken_list.h"

#include "core/paper/handover_calls.h"
#include "ui/desk/desk_service.h"
#include "ui/sheet/sheet_view.h"
#include "ui/widgets/parts.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

core::Subject behind(const core::HandoverCall& call, const core::Profile& profile)
{
    return call.caseId.isNull() ? core::subjectOf(core::windowId(profile.key, call.windowName))
                                : core::subjectOf(call.caseId);
}

std::vector<SheetRow> rowsOf(
    const std::vector<core::HandoverCall>& calls, const core::Profile& profile)
{
    std::vector<SheetRow> rows;
    std::size_t at = 0;
    for (const core::TableRow& row : core::handoverCallsGrid(calls, profile).rows) {
        const core::HandoverCall& call = calls[at++];
        rows.push_back(
            {call.windowName + u'/' + call.key, row.cells, behind(call, profile), {}, false});
    }
    return rows;
}

}

SpokenList::SpokenList(const DeskService& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_view(new SheetView(u"spokenCalls"_s, tr("Verbal handovers: who spoke with whom"),
          core::handoverCallsGrid({}, desk.profile()).columns))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label(tr("Verbal handovers"), "strong"));
    layout->addWidget(m_view, 1);
    connect(
        m_view, &SheetView::opened, this, [this](const SheetRow& row) { emit opened(row.opens); });
    hide();
}

void SpokenList::show(const std::vector<core::HandoverCall>& calls)
{
    m_view->setRows(rowsOf(calls, m_desk.profile()));
    setVisible(!calls.empty());
}

}
