#include "ui/case/case_actions.h"

#include "core/command/engine.h"
#include "core/handover/contested.h"
#include "ui/form/record_field.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Usual {
    const char* command;
    const char* words;
};

constexpr Usual usual[]
    = {{"case.note", "&Note"}, {"case.status", "Legal &status"}, {"case.place", "&Place"},
        {"case.task", "&Task"}, {"case.decide", "&Decision"}, {"case.doctor_call", "Doct&or call"},
        {"case.stage", "Sta&ge"}, {"case.allocate", "&Allocate"}, {"person.update", "P&erson"}};

bool isUsual(const QString& command)
{
    return std::any_of(std::begin(usual), std::end(usual),
        [&](const Usual& each) { return command == QLatin1String(each.command); });
}

template <typename Parts>
bool holds(const Parts& parts, const core::PartId& part)
{
    return std::any_of(
        parts.begin(), parts.end(), [&](const auto& each) { return each.id == part; });
}

}

NextStep nextStepFor(const core::Case& record, const core::PartId& part)
{
    if (part.isNull())
        return {};
    if (holds(record.tasks, part))
        return {u"case.task_done"_s, {{u"task"_s, part.text()}}};
    if (holds(record.clocks, part))
        return {u"case.clock_end"_s, {{u"clock"_s, part.text()}}};
    for (const core::HandoverItem& item : record.handovers)
        if (item.id == part)
            return {core::awaitsTheirRecord(record, item) ? u"handover.confirm"_s : QString(),
                {{u"item"_s, part.text()}}};
    return {};
}

CaseActions::CaseActions(QWidget* parent) : QWidget(parent)
{
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const Usual& each : usual) {
        const QString command = QString::fromLatin1(each.command);
        if (!core::findCommand(command))
            continue;
        auto* act = button(tr(each.words), u"do."_s + command);
        connect(act, &QPushButton::clicked, this, [this, command] { emit chosen(command); });
        flow->addWidget(act);
    }
    auto* copy = button(tr("&Copy and record"), u"do.copy"_s);
    connect(copy, &QPushButton::clicked, this, &CaseActions::copyChosen);
    flow->addWidget(copy);
    addMore();
}

void CaseActions::addMore()
{
    auto* more = button(tr("&More"), u"do.more"_s, "menu");
    auto* menu = new QMenu(more);
    for (const core::CommandSpec* command : commandsFor(core::SubjectKind::Case)) {
        if (isUsual(command->name))
            continue;
        auto* action = menu->addAction(command->summary);
        connect(
            action, &QAction::triggered, this, [this, name = command->name] { emit chosen(name); });
    }
    more->setMenu(menu);
    layout()->addWidget(more);
}

}
