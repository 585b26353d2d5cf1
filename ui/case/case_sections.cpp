#include "ui/case/case_sections.h"

#include "core/casework/application/document_checklist.h"
#include "core/command/engine.h"
#include "ui/case/attached_files.h"
#include "ui/desk/desk_service.h"
#include "ui/widgets/facts_list.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

CaseSections::CaseSections(const DeskService& desk, QWidget* parent)
    : QScrollArea(parent)
    , m_desk(desk)
    , m_files(new AttachedFiles(desk, this))
{
    connect(m_files, &AttachedFiles::said, this, &CaseSections::said);
    setWidgetResizable(true);
    setAccessibleName(tr("Sections of the case"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const Section& section : caseSections())
        layout->addWidget(makeSection(section));
    layout->addStretch(1);
    setWidget(inside);
}

QWidget* CaseSections::makeSection(const Section& section)
{
    auto* made = card();
    auto* layout = new QVBoxLayout(made);
    auto* actions = new QWidget;
    auto* flow = new FlowLayout(actions);
    flow->setContentsMargins(0, 0, 0, 0);
    auto* title = label(section.title, "strong");
    title->setWordWrap(false);
    flow->addWidget(title);
    for (const SectionAct& each : section.acts) {
        if (!core::findCommand(each.command))
            continue;
        auto* act = button(each.words + u'…', u"section."_s + each.command, "inline");
        act->setAccessibleName(u"%1: %2"_s.arg(section.title, each.words));
        connect(
            act, &QPushButton::clicked, this, [this, name = each.command] { emit chosen(name); });
        flow->addWidget(act);
    }
    if (section.holdsFiles)
        flow->addWidget(m_files);
    auto* list = new FactsList;
    layout->addWidget(actions);
    layout->addWidget(list);
    m_lists.push_back(list);
    return made;
}

void CaseSections::focusFirst()
{
    if (auto* first = findChild<QPushButton*>())
        first->setFocus(Qt::TabFocusReason);
}

void CaseSections::show(const core::Case& record)
{
    const auto person = m_desk.records().person(record.person);
    const SectionSource source{record, person.get(), m_desk.profile(), m_desk.now(),
        core::filesAwaited(record, m_desk.records())};
    m_files->show(record);
    std::size_t index = 0;
    for (const Section& section : caseSections()) {
        FactsList* list = m_lists[index++];
        list->clear();
        for (const SectionFact& fact : section.facts(source))
            list->add(fact.name, fact.words, fact.role);
        if (list->empty())
            list->add(QString(), section.whenEmpty, "quiet");
    }
}

}
