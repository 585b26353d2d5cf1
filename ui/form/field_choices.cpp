#include "ui/form/field_choices.h"

#include "core/contact/left_to_day.h"
#include "core/handover/item_rules.h"
#include "core/time/london.h"
#include "core/visit/visit_rules.h"
#include "ui/desk/desk_service.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

FieldChoices councils(const core::Profile& profile)
{
    FieldChoices choices = keyed(profile.councils);
    choices.list.push_back({u"out_of_area"_s, words(u"out_of_area"_s)});
    return choices;
}

FieldChoices spoken(const QStringList& codes)
{
    FieldChoices choices;
    for (const QString& code : codes)
        choices.list.push_back({code, words(code)});
    return choices;
}

// Officers of a duty are of the service whose desk this is.
FieldChoices userChoices(const core::FieldSpec& field, const DeskService& desk)
{
    const bool ownOnly = field.name == u"officers"_s;
    FieldChoices choices;
    for (const auto& user : desk.users())
        if (!ownOnly || user->service == desk.service())
            choices.list.push_back({user->login,
                u"%1, %2"_s.arg(user->name, serviceName(desk.profile(), user->service))});
    return choices;
}

// The person, or a word of the title while nobody is linked: choices stand beside one another.
QString shortWho(const core::Case& record, const DeskService& desk)
{
    constexpr int longest = 32;
    const QString who = whoText(desk.records().person(record.person).get(), record.title);
    return who.size() > longest ? who.left(longest - 1) + u'…' : who;
}

FieldChoices openCases(const DeskService& desk)
{
    FieldChoices choices;
    for (const core::Service& service : desk.profile().services)
        for (const core::CaseId& id : desk.records().openCases(service.key))
            if (const auto record = desk.records().caseRecord(id))
                choices.list.push_back(
                    {id.text(), u"%1  %2"_s.arg(record->ref, shortWho(*record, desk))});
    return choices;
}

// Who is out, and one's own last visit, which may be over: its notes go in afterwards.
FieldChoices visitChoices(const DeskService& desk)
{
    FieldChoices choices;
    for (const core::VisitId& id : desk.records().openVisits())
        if (const auto visit = desk.records().visit(id))
            choices.list.push_back({id.text(), core::visitText(*visit)});
    const auto user = desk.user();
    const auto last = user ? desk.records().lastVisit(user->id) : nullptr;
    if (last && last->returnedAt)
        choices.list.push_back({last->id.text(),
            u"%1, back since %2"_s.arg(core::visitText(*last), core::timeText(*last->returnedAt))});
    return choices;
}

FieldChoices alertsInForce(const DeskService& desk)
{
    FieldChoices choices;
    for (const core::AlertId& id : desk.records().alertsInForce(desk.now()))
        if (const auto alert = desk.records().alert(id))
            choices.list.push_back({id.text(),
                u"%1, until %2"_s.arg(alert->title(), core::dateTimeText(alert->ends))});
    return choices;
}

// What the night leaves is taken by a service of the morning or by a team.
FieldChoices dayTakers(const DeskService& desk)
{
    FieldChoices choices;
    const auto user = desk.user();
    const core::Profile& profile = desk.profile();
    for (const QString& key : core::dayTakers(user ? user->service : QString(), profile)) {
        const core::Team* team = profile.team(key);
        choices.list.push_back({key, team ? team->name : core::serviceName(key, profile)});
    }
    return choices;
}

FieldChoices byName(const QString& name, const core::Profile& profile)
{
    if (name == u"council"_s || name == u"gp_council"_s)
        return councils(profile);
    if (name == u"teams"_s || name == u"team"_s)
        return keyed(profile.teams);
    if (name == u"service"_s || name == u"partner"_s)
        return keyed(profile.services);
    if (name == u"kind_of_work"_s)
        return keyed(profile.work);
    if (name == u"illness"_s)
        return spoken(core::illnessSeverities());
    if (name == u"gp_registered"_s)
        return spoken({u"yes"_s, u"no"_s});
    if (name == u"role"_s || name == u"roles"_s) {
        FieldChoices choices = keyed(profile.roles);
        choices.open = true;
        return choices;
    }
    return {};
}

QString shortened(const QString& text)
{
    const QString line = text.simplified();
    return line.size() > 60 ? line.left(59) + u'…' : line;
}

template <typename Parts, typename Named>
void addAll(FieldChoices& choices, const Parts& parts, const Named& named)
{
    for (const auto& part : parts)
        if (const QString name = named(part); !name.isEmpty())
            choices.list.push_back({part.id.text(), name});
}

void addEntries(FieldChoices& choices, const core::Case& record)
{
    for (auto entry = record.entries.rbegin(); entry != record.entries.rend(); ++entry)
        choices.list.push_back({entry->id.text(),
            u"%1 %2"_s.arg(core::timeText(entry->occurred), shortened(entry->words))});
}

QString openTask(const core::Task& task)
{
    return task.doneAt ? QString() : shortened(task.what);
}

QString runningClock(const core::ClockFact& clock)
{
    return clock.stands() ? u"%1, due %2"_s.arg(clock.title, core::dateTimeText(clock.due))
                          : QString();
}

QString transferNumber(const core::HandoverItem& item)
{
    return item.transferNumber;
}

QString openDispute(const core::Disagreement& dispute)
{
    return dispute.settledAt ? QString() : shortened(dispute.about);
}

QString attendeeName(const core::Attendee& attendee)
{
    return u"%1 %2"_s.arg(words(attendee.role), attendee.name);
}

QString documentName(const core::Document& document)
{
    return document.title.isEmpty() ? words(document.kind) : document.title;
}

}

FieldChoices partChoices(const core::Case& record, const QString& fieldName)
{
    FieldChoices choices;
    if (fieldName == u"task"_s)
        addAll(choices, record.tasks, openTask);
    else if (fieldName == u"clock"_s)
        addAll(choices, record.clocks, runningClock);
    else if (fieldName == u"entry"_s)
        addEntries(choices, record);
    else if (fieldName == u"item"_s)
        addAll(choices, record.handovers, transferNumber);
    else if (fieldName == u"dispute"_s)
        addAll(choices, record.disputes, openDispute);
    else if (fieldName == u"attendee"_s)
        addAll(choices, record.attendees, attendeeName);
    else if (fieldName == u"document"_s)
        addAll(choices, record.documents, documentName);
    return choices;
}

FieldChoices choicesFor(
    const core::FieldSpec& field, const DeskService& desk, const core::CaseId& caseId)
{
    if (!field.choices.isEmpty())
        return spoken(field.choices);
    const QString type = field.type.startsWith(u"list of "_s) ? field.type.mid(8) : field.type;
    if (type == u"user"_s)
        return userChoices(field, desk);
    if (type == u"case"_s)
        return openCases(desk);
    if (type == u"visit"_s)
        return visitChoices(desk);
    if (type == u"alert"_s)
        return alertsInForce(desk);
    if (type == u"identifier"_s || field.name == u"clock"_s) {
        const auto record = desk.records().caseRecord(caseId);
        return record ? partChoices(*record, field.name) : FieldChoices{};
    }
    if (field.name == u"left_to"_s)
        return dayTakers(desk);
    return type == u"text"_s ? byName(field.name, desk.profile()) : FieldChoices{};
}

}
