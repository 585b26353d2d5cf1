#include "ui/form/command_choices.h"

#include "core/clock/catalogue.h"
#include "core/duty/relief_sheet.h"
#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/widgets/words.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

FieldChoices spoken(const QStringList& codes, bool open)
{
    FieldChoices choices;
    for (const QString& code : codes)
        choices.list.push_back({code, words(code)});
    choices.open = open;
    return choices;
}

FieldChoices clockKinds()
{
    FieldChoices choices;
    for (const core::ClockKind& kind : core::clockKinds())
        choices.list.push_back({kind.key, kind.title});
    return choices;
}

FieldChoices runningKinds(const DeskService& desk, const core::CaseId& caseId)
{
    FieldChoices choices;
    if (const auto record = desk.records().caseRecord(caseId))
        for (const core::ClockFact& clock : record->clocks)
            if (clock.stands())
                choices.list.push_back(
                    {clock.kind, u"%1, due %2"_s.arg(clock.title, core::dateTimeText(clock.due))});
    return choices;
}

FieldChoices ladders(const core::Profile& profile)
{
    FieldChoices choices;
    for (const core::Ladder& ladder : profile.ladders)
        choices.list.push_back({ladder.key, words(ladder.key)});
    return choices;
}

FieldChoices teamsOr(const QString& other, const core::Profile& profile)
{
    FieldChoices choices = keyed(profile.teams);
    choices.list.push_back({other, words(other)});
    return choices;
}

// A team that the profile lacks can be typed. HO-5.3
FieldChoices teamsOrTyped(const core::Profile& profile)
{
    FieldChoices choices = teamsOr(u"none"_s, profile);
    choices.open = true;
    return choices;
}

// They are told by name, as the day worker writes it: another team can be typed.
FieldChoices teamNames(const core::Profile& profile)
{
    FieldChoices choices;
    for (const core::Team& team : profile.teams)
        choices.list.push_back({team.name, team.name});
    choices.open = true;
    return choices;
}

FieldChoices rung(const core::Profile& profile)
{
    FieldChoices choices = keyed(profile.contacts);
    choices.open = true;
    return choices;
}

QStringList namesOf(const std::vector<core::CaseId>& cases)
{
    QStringList names;
    for (const core::CaseId& id : cases)
        names.append(id.text());
    return names;
}

}

FieldChoices commandChoices(const QString& command, const core::FieldSpec& field,
    const DeskService& desk, const core::CaseId& caseId)
{
    using Choices = FieldChoices (*)(const DeskService&, const core::CaseId&);
    static const QHash<QString, Choices> all{
        {u"case.clock_start.kind"_s, [](auto&, auto&) { return clockKinds(); }},
        {u"case.clock_end.kind"_s, runningKinds},
        {u"case.clock_extend.kind"_s, runningKinds},
        {u"case.close.kind"_s, runningKinds},
        {u"case.note.kind"_s,
            [](auto&, auto&) {
                return spoken({u"note"_s, u"action"_s, u"call"_s, u"check"_s}, true);
            }},
        {u"contact.note.kind"_s,
            [](auto&, auto&) {
                return spoken({u"note"_s, u"action"_s, u"check"_s}, true);
            }},
        {u"case.exam.form"_s,
            [](auto&, auto&) {
                return spoken({u"A3"_s, u"A4"_s, u"A7"_s, u"A8"_s, u"A11"_s}, false);
            }},
        {u"case.distribute.teams"_s,
            [](auto& on, auto&) { return teamsOr(u"unknown"_s, on.profile()); }},
        {u"case.team_clarified.open_to"_s,
            [](auto& on, auto&) { return teamsOrTyped(on.profile()); }},
        {u"handover.edt_record.team"_s, [](auto& on, auto&) { return teamNames(on.profile()); }},
        {u"handover.propose.to"_s, [](auto& on, auto&) { return keyed(on.profile().services); }},
        {u"handover.inform.to"_s, [](auto& on, auto&) { return keyed(on.profile().services); }},
        {u"handover.verbal.mode"_s,
            [](auto&, auto&) {
                return spoken({u"telephone"_s, u"virtual"_s, u"face_to_face"_s}, true);
            }},
        {u"escalation.level.route"_s,
            [](auto& on, auto&) { return keyed(on.profile().escalationRoutes); }},
        {u"escalation.update.route"_s,
            [](auto& on, auto&) { return keyed(on.profile().escalationRoutes); }},
        {u"duty.ladder_start.ladder"_s, [](auto& on, auto&) { return ladders(on.profile()); }},
        {u"duty.attempt.contact"_s, [](auto& on, auto&) { return rung(on.profile()); }},
    };
    const auto found = all.constFind(command + u'.' + field.name);
    return found == all.constEnd() ? FieldChoices{} : (*found)(desk, caseId);
}

std::optional<QStringList> offeredNow(
    const QString& command, const QString& field, const DeskService& desk, const QJsonObject& typed)
{
    if (command == u"duty.relieve" && field == u"exceptions") {
        const auto leaver = desk.records().userNamed(typed.value(u"leaver"_s).toString());
        return leaver
            ? namesOf(core::relievedCases(*leaver, typed.value(u"unallocated"_s).toBool(),
                desk.records(),
                core::goneOfficers(leaver->service, desk.records(), desk.calendar(), desk.now())))
            : QStringList{};
    }
    if (command == u"duty.shift_handover" && field == u"staying") {
        const auto user = desk.user();
        return user ? namesOf(desk.records().openCases(user->service)) : QStringList{};
    }
    return {};
}

}
