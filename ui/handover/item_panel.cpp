#include "ui/handover/item_panel.h"

#include "ui/case/case_head.h"
#include "ui/case/clock_strip.h"
#include "ui/case/person_banner.h"
#include "ui/desk/desk_service.h"
#include "ui/handover/act_row.h"
#include "ui/handover/handover_words.h"
#include "ui/handover/item_facts.h"
#include "ui/widgets/facts_list.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ItemPanel::ItemPanel(const DeskService& desk, QWidget* parent)
    : QScrollArea(parent)
    , m_desk(desk)
    , m_person(new PersonBanner)
    , m_standing(label({}, "heading"))
    , m_responsible(label({}))
    , m_owed(label({}, "owed"))
    , m_noActs(label({}, "quiet"))
    , m_acts(new ActRow)
    , m_clocks(new ClockStrip)
    , m_clockWords(label({}, "quiet"))
{
    setWidgetResizable(true);
    setAccessibleName(tr("The selected case of the handover"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeHead());
    layout->addWidget(makeClocks());
    m_caseOwed = addCard(layout, tr("Owed on the case"));
    m_summary = addCard(layout, tr("I-PASS summary"));
    m_answer = addCard(layout, tr("Read-back and answer"));
    m_documents = addCard(layout, tr("Documents"));
    m_discussion = addCard(layout, tr("Senior discussion"));
    layout->addStretch(1);
    setWidget(inside);
    connect(m_clocks, &ClockStrip::opened, this, &ItemPanel::caseRequested);
}

QWidget* ItemPanel::makeHead()
{
    auto* head = new QWidget;
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto* open = button(tr("Go to the case (Enter)"), u"goToCase"_s, "inline");
    open->setAccessibleName(tr("Go to the case"));
    connect(open, &QPushButton::clicked, this, &ItemPanel::caseRequested);
    for (QWidget* each : std::initializer_list<QWidget*>{
             m_person, m_standing, m_responsible, m_acts, m_noActs, m_owed, open})
        layout->addWidget(each, 0, each == open ? Qt::AlignLeft : Qt::Alignment());
    return head;
}

QWidget* ItemPanel::makeClocks()
{
    auto* made = card();
    auto* layout = new QVBoxLayout(made);
    layout->addWidget(label(tr("Clocks that go with it"), "strong"));
    layout->addWidget(m_clocks);
    layout->addWidget(m_clockWords);
    return made;
}

FactsList* ItemPanel::addCard(QLayout* layout, const QString& title)
{
    auto* made = card();
    auto* inside = new QVBoxLayout(made);
    auto* list = new FactsList;
    inside->addWidget(label(title, "strong"));
    inside->addWidget(list);
    layout->addWidget(made);
    return list;
}

void ItemPanel::fill(FactsList& list, const SectionFacts& facts)
{
    list.clear();
    for (const SectionFact& fact : facts)
        list.add(fact.name, fact.words, fact.role);
}

void ItemPanel::show(
    const core::PreparedItem& line, const core::WindowTimes& times, bool windowClosed)
{
    const auto record = m_desk.records().caseRecord(line.caseId);
    const auto person = record ? m_desk.records().person(record->person) : nullptr;
    const core::Instant now = m_desk.now();
    m_person->show(person.get(), line.title, now);
    m_responsible->setText(record
            ? u"%1 %2"_s.arg(line.ref, responsibleText(*record, m_desk.profile(), now))
            : line.ref);
    showStanding(line, times, windowClosed);
    showClocks(line);
    fill(*m_caseOwed, caseOwedFacts(record.get(), person.get()));
    SectionFacts summary = summaryFacts(line, now);
    const SectionFacts code = codeFacts(line, record.get(), person.get(), now);
    summary.insert(summary.end(), code.begin(), code.end());
    fill(*m_summary, summary);
    fill(*m_documents, documentFacts(line, now));
    fill(*m_discussion, discussionFacts(line, m_desk.profile(), now));
    fill(*m_answer, answerFacts(line, times, m_desk.profile(), now));
}

void ItemPanel::showStanding(
    const core::PreparedItem& line, const core::WindowTimes& times, bool closed)
{
    const core::Profile& profile = m_desk.profile();
    const core::Standing standing = core::standingOf(line, closed);
    m_standing->setText(u"%1 %2"_s.arg(
        standingSign(standing), standingText(line, standing, times, profile, m_desk.now())));
    m_owed->setText(owedText(line));
    m_owed->setVisible(!m_owed->text().isEmpty());
    const auto user = m_desk.user();
    m_acts->show(
        user ? core::actsOn(line, times, *user, profile) : std::vector<core::HandoverAct>{});
    const bool stranger = user && user->service != times.from && user->service != times.to;
    m_noActs->setText(!user ? tr("Say who you are with Ctrl+U to work this handover.")
            : stranger      ? tr("%1 and %2 work this handover; you can read it.")
                             .arg(serviceName(profile, times.from), serviceName(profile, times.to))
                       : QString());
    m_noActs->setVisible(!m_noActs->text().isEmpty());
}

void ItemPanel::showClocks(const core::PreparedItem& line)
{
    m_clocks->show(line.clocks, m_desk.now());
    m_clockWords->setText(line.clocks.empty()
            ? tr("No clock runs on this case.")
            : tr("Copied in by themselves with the proposal; they cannot be taken out."));
}

void ItemPanel::tick()
{
    m_clocks->tick(m_desk.now());
}

}
