#include "ui/quick/contact_panel.h"

#include "core/command/engine.h"
#include "core/contact/contact_rules.h"
#include "core/duty/gone_over.h"
#include "core/frontdoor/limited_view.h"
#include "core/text/people_words.h"
#include "core/time/london.h"
#include "ui/case/conflicts_panel.h"
#include "ui/desk/desk_service.h"
#include "ui/desk/new_day.h"
#include "ui/duty/copy_and_record.h"
#include "ui/exchange/also_here.h"
#include "ui/form/command_form.h"
#include "ui/form/form_host.h"
#include "ui/form/known_now.h"
#include "ui/form/record_field.h"
#include "ui/widgets/facts_list.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tall_scroll.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct ContactAction {
    const char* command;
    const char* words;
};

constexpr ContactAction contactActions[] = {{"contact.describe", "&What else is known…"},
    {"contact.link_person", "P&erson…"}, {"contact.open_case", "&Open a case…"},
    {"contact.join_case", "&Join a case…"}, {"contact.signpost", "&Signpost…"},
    {"contact.note", "&Note…"}, {"contact.correct", "Co&rrect…"},
    {"contact.ring_back", "Ring &back…"}, {"contact.close", "C&lose…"}};

// Where call care takes the calls.
constexpr ContactAction frontDoorActions[] = {{"contact.warm_transfer", "Put &through…"},
    {"contact.promise_call_back", "An o&fficer rings back…"}, {"contact.accept", "&Accept…"},
    {"contact.called_back", "Called bac&k…"}, {"contact.pass_on", "&Pass on…"}};

std::vector<ContactAction> actionsFor(const core::Profile& profile)
{
    std::vector<ContactAction> actions(std::begin(contactActions), std::end(contactActions));
    const bool callCare = std::any_of(profile.services.begin(), profile.services.end(),
        [](const core::Service& service) { return service.callCare; });
    if (callCare)
        actions.insert(actions.end(), std::begin(frontDoorActions), std::end(frontDoorActions));
    return actions;
}

// Its case too: a handover of that takes over what was promised on the contact.
template <typename Subjects>
bool isAbout(const Subjects& subjects, const core::ContactId& id, const core::Records& records)
{
    const auto contact = records.contact(id);
    return std::any_of(subjects.begin(), subjects.end(), [&](const core::Subject& each) {
        return each == core::subjectOf(id) || (contact && each == core::subjectOf(contact->caseId));
    });
}

QString stepWords(const QString& step)
{
    static const QHash<QString, QString> words{{u"ring_back"_s, u"to ring back"_s},
        {u"send"_s, u"to send it"_s}, {u"handover"_s, u"to hand it over"_s},
        {u"close"_s, u"to close it"_s}, {u"place_of_safety"_s, u"for a place of safety"_s},
        {u"accept"_s, u"to accept it"_s}};
    return words.value(step, core::spokenWords(step));
}

void stack(QWidget* on, std::initializer_list<QWidget*> parts)
{
    auto* layout = new QVBoxLayout(on);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each : parts)
        layout->addWidget(each);
    layout->addStretch(1);
}

}

ContactPanel::ContactPanel(DeskService& desk, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_heading(label({}, "heading"))
    , m_state(label({}, "quiet"))
    , m_alsoHere(new AlsoHere(desk))
    , m_conflicts(new ConflictsPanel(u"contactConflicts"_s))
    , m_words(label({}))
    , m_owed(new FactsList)
    , m_actions(new QWidget)
    , m_known(new FactsList)
    , m_notes(new FactsList)
    , m_forms(new FormHost(desk))
    , m_reading(new QWidget)
{
    setProperty("role", u"card"_s);
    setAccessibleName(tr("Contact"));
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    stack(m_reading, {m_known, m_notes, m_owed});

    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* top = new QHBoxLayout;
    auto* close = button(tr("Close &panel"), u"closeContact"_s, "link");
    top->addWidget(m_heading, 1);
    top->addWidget(close);
    layout->addLayout(top);
    layout->addWidget(m_state);
    layout->addWidget(m_alsoHere);
    layout->addWidget(m_conflicts);
    layout->addWidget(m_words);
    makeActions(layout);
    layout->addWidget(m_forms);
    layout->addWidget(m_reading, 1);
    (new QVBoxLayout(this))->addWidget(new TallScroll(inside));
    connect(close, &QPushButton::clicked, this, &ContactPanel::closed);
    connect(m_forms, &FormHost::reported, this, &ContactPanel::finished);
    connect(m_conflicts, &ConflictsPanel::settleRequested, this,
        [this](const core::Subject& about, const QJsonObject& preset) {
            m_forms->open(u"conflict.settle"_s, preset, about);
        });
    connect(m_forms, &FormHost::closed, this, [this] {
        m_conflicts->unchoose();
        focusActions();
    });
    connect(&desk, &DeskService::changed, this, [this](const auto& subjects) {
        if (isAbout(subjects, m_id, m_desk.records()))
            refresh();
    });
    connect(&desk, &DeskService::userChanged, this, [this] { refresh(); });
    onNewDay(desk, this, [this] { refresh(); });
}

void ContactPanel::makeActions(QVBoxLayout* layout)
{
    auto* flow = new FlowLayout(m_actions);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const ContactAction& action : actionsFor(m_desk.profile())) {
        const QString command = QString::fromLatin1(action.command);
        if (!core::findCommand(command))
            continue;
        auto* each = button(tr(action.words), u"do."_s + command);
        connect(each, &QPushButton::clicked, this, [this, command] { act(command); });
        flow->addWidget(each);
    }
    auto* copy = button(tr("&Copy and record"), u"do.copy"_s);
    connect(copy, &QPushButton::clicked, this, &ContactPanel::copyOnce);
    flow->addWidget(copy);
    layout->addWidget(m_actions);
}

void ContactPanel::show(const core::ContactId& id)
{
    const bool another = m_id != id;
    if (another) {
        const QSignalBlocker quiet(m_forms); // the keyboard stays where the contact was chosen
        m_forms->close();
        m_conflicts->unchoose();
    }
    m_id = id;
    refresh();
    QFrame::show();
    if (another)
        restoreDraft();
}

void ContactPanel::focusActions()
{
    if (CommandForm* open = m_forms->form())
        open->focusFirst();
    else
        m_actions->findChild<QPushButton*>()->setFocus(Qt::TabFocusReason);
}

// Words that were not saved come back with their contact, without taking the keyboard.
void ContactPanel::restoreDraft()
{
    const QString command = m_desk.draftOf(m_id.value);
    if (!command.isEmpty())
        m_forms->open(
            command, presetFor(command, core::subjectOf(m_id)), core::subjectOf(m_id), false);
}

void ContactPanel::describe(const core::ContactId& id)
{
    show(id);
    act(u"contact.describe"_s);
}

void ContactPanel::act(const QString& command)
{
    m_forms->open(command, presetFor(command, core::subjectOf(m_id)), core::subjectOf(m_id));
}

void ContactPanel::refresh()
{
    const auto contact = m_desk.records().contact(m_id);
    if (!contact)
        return;
    m_heading->setText(contact->ref);
    m_state->setText(tr("%1, received %2 by %3")
                         .arg(words(contact->state), momentText(contact->receivedAt, m_desk.now()),
                             contact->handler));
    m_words->setText(u"“%1”"_s.arg(contact->words));
    m_alsoHere->setRecord(core::subjectOf(m_id));
    m_conflicts->show({{core::subjectOf(m_id), {}, contact->conflicts}},
        static_cast<int>(contact->newer.size()), m_desk.profile(), m_desk.now());
    // The copy is the whole of it, whoever may read how much. S3-iii
    m_actions->findChild<QPushButton*>(u"do.copy"_s)
        ->setVisible(!core::isLimited(m_desk.user().get(), m_desk.profile()));
    showOwed(*contact);
    showKnown(*contact);
    showNotes(*contact);
}

void ContactPanel::showOwed(const core::Contact& contact)
{
    m_owed->clear();
    QStringList steps;
    QHash<QString, QStringList> texts;
    for (const core::Owed& owed : core::owedOf(contact)) {
        if (!steps.contains(owed.askedAt))
            steps.append(owed.askedAt);
        texts[owed.askedAt].append(owed.text);
    }
    for (const QString& step : steps)
        m_owed->add(tr("Owed %1").arg(stepWords(step)), texts.value(step).join(u' '), "owed");
}

void ContactPanel::showKnown(const core::Contact& contact)
{
    m_known->clear();
    if (const auto person = m_desk.records().person(contact.person))
        m_known->add(tr("Person"), bannerName(person->displayName()));
    const auto user = m_desk.user();
    const QStringList hidden
        = core::hiddenFields(user.get(), m_desk.profile(), core::SubjectKind::Contact);
    for (const KnownField& field :
        knownNow(m_desk.records(), m_desk.profile(), core::subjectOf(contact.id)))
        if (!hidden.contains(field.key))
            m_known->add(field.name, field.words);
    if (const auto record = m_desk.records().caseRecord(contact.caseId))
        m_known->add(tr("Case"),
            core::isLimited(user.get(), m_desk.profile())
                ? record->ref
                : u"%1 %2"_s.arg(record->ref, record->title));
    for (const QString& gone : core::goneOverOf(contact, m_desk.records()))
        m_known->add(tr("Ring back"), gone);
    for (const core::Written& written : contact.written)
        m_known->add(tr("Written"),
            tr("to %1 at %2 by %3")
                .arg(written.system, momentText(written.at, m_desk.now()), written.by));
}

void ContactPanel::showNotes(const core::Contact& contact)
{
    m_notes->clear();
    for (const core::Note& note : contact.notes) {
        const QString late = note.late ? tr(" (late entry: %1)").arg(note.lateReason) : QString();
        m_notes->add(u"%1 %2"_s.arg(momentText(note.occurred, m_desk.now()), note.by),
            note.words + late, note.corrected ? "struck" : "");
    }
}

void ContactPanel::copyOnce()
{
    const WrittenOnce written = textFor(m_desk, core::subjectOf(m_id), u"contact"_s);
    copyAndRecord(m_desk, written, this, [this, written](const Answer& answer) {
        emit reported(
            answer, tr("Copied; paste it into %1. Recorded as written.").arg(written.system));
    });
}

void ContactPanel::finished(const Answer& answer, const QString& saved)
{
    emit reported(answer, saved);
    const QUuid made = QUuid::fromString(answer.decision.made.value(u"case"_s).toString());
    if (!made.isNull())
        emit openRequested({core::SubjectKind::Case, made});
}

}
