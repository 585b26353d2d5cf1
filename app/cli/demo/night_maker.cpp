#include "app/cli/demo/night_maker.h"

#include "app/cli/demo/people.h"
#include "core/time/london.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cli {

using core::Instant;

namespace {

const QStringList& officers()
{
    static const QStringList logins{
        u"jo.lindqvist"_s, u"kofi.mensah"_s, u"grace.oyelaran"_s, u"samir.rahal"_s};
    return logins;
}

QJsonObject user(
    const QString& login, const QString& name, const QString& service, const QStringList& roles)
{
    return {{u"login"_s, login}, {u"name"_s, name}, {u"service"_s, service},
        {u"roles"_s, QJsonArray::fromStringList(roles)}, {u"amhp"_s, roles.contains(u"amhp"_s)}};
}

struct CallKind {
    const char* category;
    const char* source;
    const char* words;
};

constexpr CallKind callKinds[] = {
    {"mhaa", "ed_acute",
        "asks for an assessment: very low, took tablets, medically fit since an hour ago"},
    {"s136", "police", "detained on a footbridge, talking about jumping, being brought in now"},
    {"mhaa", "crht",
        "home treatment is not holding, not eating or sleeping, will not open the door"},
    {"adult_safeguarding", "care_home",
        "resident with unexplained bruises, a member of staff sent home"},
    {"carer_emergency", "family_carer",
        "carer taken to hospital, the person cannot be left alone tonight"},
    {"child_protection", "police", "child found alone in the flat, neighbour has her for now"},
    {"welfare_concern", "family_carer",
        "has not answered the telephone for two days, curtains drawn"},
    {"homelessness", "self", "put out of the house tonight, nowhere to go, asks what is open"},
    {"appropriate_adult", "custody", "asks for an appropriate adult for interview before midnight"},
    {"care_breakdown", "care_home", "night staff did not come, three residents need two to turn"},
    {"information_only", "day_team", "tells us what was agreed today in case the family rings"},
};

const QStringList& noteWords()
{
    static const QStringList words{u"Rang back: no answer, left a message without detail."_s,
        u"Checked the records: known to the community team, last seen nine days ago."_s,
        u"Spoke to the nurse in charge: settled, wants something to eat."_s,
        u"Police log read out over the telephone; nothing that changes the plan."_s,
        u"Family rang again; told them who has it and when we will ring."_s,
        u"Taxi and key-holder arranged for the morning."_s};
    return words;
}

}

std::vector<QJsonObject> timedRequests(const std::vector<DemoStep>& steps)
{
    std::vector<QJsonObject> requests;
    requests.reserve(steps.size());
    for (const DemoStep& step : steps) {
        requests.push_back(step.request);
        requests.back().insert(u"training_clock"_s, core::isoText(step.at));
    }
    return requests;
}

struct NightMaker::Plan {
    QString contact;
    QString caseId;
    QString officer;
    Instant at;
    QDate night;
    const CallKind* kind = nullptr;

    bool mentalHealth() const
    {
        const QLatin1StringView category(kind->category);
        return category == "mhaa"_L1 || category == "s136"_L1;
    }
};

NightMaker::NightMaker(std::uint64_t seed, core::ServiceCalendar calendar)
    : m_chance(seed)
    , m_calendar(std::move(calendar))
{
}

QString NightMaker::officer()
{
    return m_chance.pick(officers());
}

void NightMaker::add(Instant at, const QString& login, const QString& command, QJsonObject fields)
{
    fields.insert(u"do"_s, command);
    if (!login.isEmpty())
        fields.insert(u"user"_s, login);
    fields.insert(u"action"_s, m_chance.uuid().toString(QUuid::WithoutBraces));
    m_steps.push_back({at, fields});
}

std::vector<DemoStep> NightMaker::staff(QDate first)
{
    m_steps.clear();
    const Instant at = core::instantOf({first, QTime(9, 0)});
    add(at, {}, u"user.add"_s, user(u"admin"_s, u"Set-up"_s, u"edt"_s, {u"admin"_s}));
    const std::vector<QJsonObject> people{
        user(u"priya.nair"_s, u"Priya Nair"_s, u"amhp-day"_s, {u"amhp_lead"_s, u"amhp"_s}),
        user(u"helen.brandt"_s, u"Helen Brandt"_s, u"amhp-day"_s, {u"amhp"_s}),
        user(u"tom.ashdown"_s, u"Tom Ashdown"_s, u"edt"_s, {u"on_call_manager"_s}),
        user(u"grace.oyelaran"_s, u"Grace Oyelaran"_s, u"edt"_s, {u"edt_officer"_s, u"amhp"_s}),
        user(u"kofi.mensah"_s, u"Kofi Mensah"_s, u"edt"_s, {u"edt_officer"_s, u"amhp"_s}),
        user(u"jo.lindqvist"_s, u"Jo Lindqvist"_s, u"edt"_s, {u"edt_officer"_s}),
        user(u"samir.rahal"_s, u"Samir Rahal"_s, u"edt"_s, {u"edt_officer"_s})};
    for (const QJsonObject& person : people)
        add(at, u"admin"_s, u"user.add"_s, person);
    return std::move(m_steps);
}

std::vector<DemoStep> NightMaker::night(QDate date, int contacts)
{
    m_steps.clear();
    duty(date);
    for (int i = 0; i < contacts; ++i)
        call(date, m_chance.between(5, 15 * 60));
    std::stable_sort(m_steps.begin(), m_steps.end(),
        [](const DemoStep& a, const DemoStep& b) { return a.at < b.at; });
    return std::move(m_steps);
}

void NightMaker::duty(QDate date)
{
    const Instant start = core::instantOf({date, QTime(17, 0)});
    add(start + 1min, u"grace.oyelaran"_s, u"duty.start"_s,
        {{u"officers"_s, QJsonArray{u"grace.oyelaran"_s, u"jo.lindqvist"_s}},
            {u"manager"_s, u"Tom Ashdown"_s}});
}

void NightMaker::call(QDate date, int minute)
{
    Plan plan;
    plan.at = core::instantOf({date, QTime(17, 0)}) + std::chrono::minutes(minute)
        + std::chrono::seconds(m_chance.between(0, 59));
    plan.night = date;
    plan.officer = officer();
    plan.contact = m_chance.uuid().toString(QUuid::WithoutBraces);
    plan.kind = &callKinds[m_chance.between(0, static_cast<int>(std::size(callKinds)) - 1)];
    QStringList councils;
    for (const core::Council& council : m_calendar.profile().councils)
        councils.append(council.key);
    QJsonObject fields{{u"id"_s, plan.contact}, {u"words"_s, QString::fromLatin1(plan.kind->words)},
        {u"category"_s, QString::fromLatin1(plan.kind->category)},
        {u"source"_s, QString::fromLatin1(plan.kind->source)}, {u"channel"_s, u"phone"_s},
        {u"council"_s, m_chance.pick(councils)}};
    if (!m_chance.oneIn(3))
        fields.insert(u"call_back"_s, inventedMobile(m_chance));
    add(plan.at, plan.officer, u"contact.log"_s, fields);
    if (m_chance.oneIn(2))
        signpost(plan);
    else
        openCase(plan);
}

void NightMaker::signpost(const Plan& plan)
{
    add(plan.at + 6min, plan.officer, u"contact.signpost"_s,
        {{u"contact"_s, plan.contact}, {u"to"_s, u"Day team on the next working day"_s},
            {u"words"_s, u"Safe tonight; told what to do if it changes."_s}});
    if (m_chance.oneIn(2))
        add(plan.at + 9min, plan.officer, u"contact.written"_s,
            {{u"contact"_s, plan.contact}, {u"system"_s, u"council records"_s}});
    for (const core::Team& team : m_calendar.profile().teams)
        if (plan.mentalHealth() && team.audience == u"gp-admin")
            add(plan.at + 11min, plan.officer, u"contact.send"_s,
                {{u"contact"_s, plan.contact}, {u"team"_s, team.key}});
}

void NightMaker::openCase(Plan& plan)
{
    plan.caseId = m_chance.uuid().toString(QUuid::WithoutBraces);
    QStringList councils;
    for (const core::Council& council : m_calendar.profile().councils)
        councils.append(council.key);
    add(plan.at + 4min, plan.officer, u"contact.link_person"_s,
        {{u"contact"_s, plan.contact},
            {u"new_person"_s, inventedPerson(m_chance, councils, plan.night.year())}});
    add(plan.at + 5min, plan.officer, u"contact.open_case"_s,
        {{u"contact"_s, plan.contact}, {u"id"_s, plan.caseId}});
    notes(plan);
    if (plan.mentalHealth()) {
        detention(plan);
        doctors(plan);
    }
    finish(plan);
}

void NightMaker::detention(const Plan& plan)
{
    if (QLatin1StringView(plan.kind->category) != "s136"_L1)
        return;
    add(plan.at + 8min, plan.officer, u"case.place"_s,
        {{u"case"_s, plan.caseId}, {u"kind"_s, u"s136_suite"_s},
            {u"detail"_s, u"Harrow Lane suite"_s}});
    add(plan.at + 9min, plan.officer, u"case.status"_s,
        {{u"case"_s, plan.caseId}, {u"status"_s, u"s136"_s},
            {u"start"_s, core::isoText(plan.at + 7min)},
            {u"evidence"_s, u"police log read out"_s}});
}

void NightMaker::notes(const Plan& plan)
{
    const int count = m_chance.between(1, 5);
    for (int i = 0; i < count; ++i)
        add(plan.at + std::chrono::minutes(12 + 9 * i), plan.officer, u"case.note"_s,
            {{u"case"_s, plan.caseId}, {u"words"_s, m_chance.pick(noteWords())}});
}

void NightMaker::doctors(const Plan& plan)
{
    const int count = m_chance.between(1, 4);
    for (int i = 0; i < count; ++i)
        add(plan.at + std::chrono::minutes(15 + 7 * i), plan.officer, u"case.doctor_call"_s,
            {{u"case"_s, plan.caseId},
                {u"name"_s,
                    u"Dr %1"_s.arg(m_chance.pick({u"Adeyemi"_s, u"Whitlock"_s, u"Sorenson"_s}))},
                {u"result"_s, i + 1 == count ? u"available"_s : u"no_answer"_s}});
}

void NightMaker::finish(const Plan& plan)
{
    const Instant end = plan.at + std::chrono::minutes(m_chance.between(70, 200));
    if (!plan.mentalHealth()) {
        add(end, plan.officer, u"case.close"_s,
            {{u"case"_s, plan.caseId}, {u"outcome"_s, u"completed"_s},
                {u"words"_s, u"Safe for tonight; day team told."_s}});
        return;
    }
    add(end, plan.officer, u"case.assessment"_s,
        {{u"case"_s, plan.caseId}, {u"started"_s, core::isoText(end - 50min)},
            {u"ended"_s, core::isoText(end)}, {u"place"_s, u"Harrow Lane suite"_s},
            {u"outcome"_s, u"not_detained_crht"_s},
            {u"reasons"_s, u"Agrees to home treatment; brother stays tonight."_s}});
    for (const char* status : {"s136"})
        if (QLatin1StringView(plan.kind->category) == QLatin1StringView(status))
            add(end + 1min, plan.officer, u"case.status_end"_s,
                {{u"case"_s, plan.caseId}, {u"status"_s, u"s136"_s},
                    {u"outcome"_s, u"discharged from s136"_s}});
    if (m_chance.oneIn(2))
        handOver(plan);
    else
        add(end + 5min, plan.officer, u"case.close"_s,
            {{u"case"_s, plan.caseId}, {u"outcome"_s, u"not_detained_crht"_s},
                {u"words"_s, u"Home treatment visits at ten."_s}});
}

void NightMaker::handOver(const Plan& plan)
{
    const core::WindowTimes window = m_calendar.nextWindow(plan.at);
    if (window.key != u"am"_s)
        return;
    if (std::find(m_windows.begin(), m_windows.end(), window.name()) == m_windows.end()) {
        m_windows.push_back(window.name());
        add(window.opens - 5min, u"tom.ashdown"_s, u"handover.open_window"_s,
            {{u"window"_s, window.name()}});
    }
    const QString item = m_chance.uuid().toString(QUuid::WithoutBraces);
    const Instant at
        = std::max(window.opens, plan.at + 210min) + std::chrono::seconds(m_chance.between(1, 59));
    add(at, u"tom.ashdown"_s, u"handover.propose"_s,
        {{u"case"_s, plan.caseId}, {u"id"_s, item}, {u"to"_s, window.to},
            {u"purpose"_s, u"hand_over"_s}, {u"reason"_s, u"unable_to_complete"_s},
            {u"why"_s, u"The community team must see them today."_s}, {u"window"_s, window.name()},
            {u"ipass"_s,
                QJsonObject{{u"illness"_s, u"watcher"_s},
                    {u"summary"_s, u"Seen tonight, home with brother."_s},
                    {u"actions"_s, u"Ring the home treatment team by ten."_s},
                    {u"contingency"_s, u"If they do not answer, visit before noon."_s}}}});
    add(at + 2min, u"priya.nair"_s, u"handover.read_back"_s,
        {{u"case"_s, plan.caseId}, {u"item"_s, item}, {u"clock"_s, u"As it stands on the sheet"_s},
            {u"next_action"_s, u"Ring the home treatment team by ten"_s},
            {u"if_then"_s, u"If they do not answer, visit before noon"_s}});
    add(at + 3min, u"priya.nair"_s, u"handover.accept"_s,
        {{u"case"_s, plan.caseId}, {u"item"_s, item}});
    add(at + 240min, u"helen.brandt"_s, u"case.close"_s,
        {{u"case"_s, plan.caseId}, {u"outcome"_s, u"not_detained_crht"_s},
            {u"words"_s, u"Seen at home; team has it."_s}});
}

}
