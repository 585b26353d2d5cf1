#include "tests/support/random_nights.h"

#include "tests/support/calendars.h"
#include "tests/support/invariants.h"
#include "tests/support/random_histories.h"
#include "tests/support/wishes.h"

#include <QJsonDocument>

#include <array>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

// Ordinary hours, both clock changes, Easter, Christmas, a Friday's split hour, the turn of the
// year.
constexpr std::array starts{"2026-11-18T16:00", "2026-11-18T03:00", "2026-10-24T20:00",
    "2026-10-25T00:20", "2027-03-27T20:00", "2027-03-25T16:30", "2026-12-24T15:50",
    "2026-11-20T15:40", "2026-12-31T22:00", "2026-11-18T23:20"};

constexpr std::array topics{"handover.", "case.", "duty.", "escalation.", "contact.", "case.",
    "handover.", "case.", "visit.", "alert.", "shift."};

QStringList commandsOf(const QString& topic)
{
    QStringList names;
    for (const CommandSpec& spec : allCommands())
        if (spec.name.startsWith(topic))
            names.append(spec.name);
    return names;
}

// What is asked before it can be granted: an answer needs a proposal.
struct Needs {
    QStringView command;
    QStringView first;
};

constexpr std::array beginnings{Needs{u"case.settle", u"case.dispute"},
    Needs{u"case.dispute_step", u"case.dispute"}, Needs{u"case.support_answer", u"case.support"},
    Needs{u"case.support_update", u"case.crht_request"},
    Needs{u"case.high_risk_update", u"case.high_risk_discussion"},
    Needs{u"case.disclosure_basis", u"case.disclose"},
    Needs{u"case.high_risk_review", u"case.high_risk_discussion"},
    Needs{u"case.team_clarified", u"case.distribute"}, Needs{u"case.extend_s136", u"case.status"},
    Needs{u"case.clock_extend", u"case.clock_start"}, Needs{u"case.clock_end", u"case.clock_start"},
    Needs{u"case.status_end", u"case.status"}, Needs{u"case.task_done", u"case.task"},
    Needs{u"case.correct", u"case.note"}, Needs{u"case.why_late", u"case.note"},
    Needs{u"case.attendee_update", u"case.attendee"}, Needs{u"case.reopen", u"case.close"},
    Needs{u"case.document_arrived", u"case.document"}, Needs{u"case.admitted", u"case.application"},
    Needs{u"case.application", u"case.exam"}, Needs{u"case.interim_check", u"case.assessment"},
    Needs{u"handover.accept", u"handover.propose"}, Needs{u"handover.decline", u"handover.propose"},
    Needs{u"handover.read_back", u"handover.propose"},
    Needs{u"handover.withdraw", u"handover.propose"},
    Needs{u"handover.decline_by_telephone", u"handover.propose"},
    Needs{u"handover.compare_code", u"handover.propose"},
    Needs{u"handover.practitioner_call", u"handover.propose"},
    Needs{u"handover.accept_by_telephone", u"handover.accept"},
    Needs{u"handover.confirm", u"handover.accept_by_telephone"},
    Needs{u"handover.reconcile", u"handover.accept_by_telephone"},
    Needs{u"handover.propose", u"handover.discuss"},
    Needs{u"handover.telephoned", u"handover.edt_record"},
    Needs{u"handover.complete_record", u"handover.edt_record"},
    Needs{u"handover.verbal", u"handover.open_window"},
    Needs{u"duty.ladder_call", u"duty.ladder_start"},
    Needs{u"duty.ladder_urgent", u"duty.ladder_call"},
    Needs{u"duty.ladder_climb", u"duty.ladder_call"},
    Needs{u"duty.ladder_about", u"duty.ladder_call"},
    Needs{u"duty.ladder_decide", u"duty.ladder_call"},
    Needs{u"duty.ladder_close", u"duty.ladder_decide"},
    Needs{u"duty.manager_action", u"duty.ladder_start"},
    Needs{u"duty.manager_told", u"duty.manager_action"},
    Needs{u"duty.rang_back", u"duty.ring_back"}, Needs{u"duty.relieve", u"duty.start"},
    Needs{u"duty.leave", u"duty.join"}, Needs{u"contact.rang_back", u"contact.ring_back"},
    Needs{u"contact.correct", u"contact.note"}, Needs{u"sitrep.sent", u"sitrep.issue"},
    Needs{u"contact.pass_on", u"contact.describe"},
    Needs{u"contact.called_back", u"contact.promise_call_back"},
    Needs{u"contact.accept", u"contact.warm_transfer"},
    Needs{u"duty.shift_handover", u"duty.start"}, Needs{u"visit.check_in", u"visit.start"},
    Needs{u"visit.change", u"visit.start"}, Needs{u"visit.raise_alarm", u"visit.start"},
    Needs{u"visit.return", u"visit.start"}, Needs{u"visit.write_up", u"visit.return"},
    Needs{u"alert.change", u"alert.add"}, Needs{u"alert.withdraw", u"alert.add"},
    Needs{u"shift.fill", u"shift.plan"}, Needs{u"shift.change", u"shift.plan"},
    Needs{u"shift.withdraw", u"shift.fill"}};

QString beforehand(const QString& command)
{
    for (const Needs& each : beginnings)
        if (command == each.command)
            return each.first.toString();
    if (command.startsWith(u"contact.") && command != u"contact.log")
        return u"contact.log"_s;
    return command.startsWith(u"escalation.") && command != u"escalation.raise"
        ? u"escalation.raise"_s
        : QString();
}

// Reading the profile takes longer than a night.
const ServiceCalendar& northamptonshire()
{
    static const ServiceCalendar calendar = shippedCalendar("northamptonshire");
    return calendar;
}

// The beginnings are counted twice: for services that take turns, then for one that works by shift.
bool isByShift(const Night& night)
{
    return night.start / starts.size() % 2 == 1;
}

class DeskOfNight : public HandoverDesk {
public:
    explicit DeskOfNight(const Night& night)
    {
        if (isByShift(night))
            workByShift();
        clock(QString::fromLatin1(starts[night.start % starts.size()]));
    }

private:
    void workByShift()
    {
        serve(northamptonshire(), u"adult-response"_s);
        const auto add = [this](const char* json) { must("root", json); };
        add(R"({"do": "user.add", "login": "cara", "name": "Cara Moss", "service": "call-care",
            "roles": ["call_handler"]})");
        add(R"({"do": "user.add", "login": "olu", "name": "Olu Bello",
            "service": "adult-response", "roles": ["adult_officer"]})");
        add(R"({"do": "user.add", "login": "ada", "name": "Ada Finch",
            "service": "adult-response", "roles": ["amhp"], "amhp": true})");
        add(R"({"do": "user.add", "login": "lena", "name": "Lena Hart",
            "service": "adult-response", "roles": ["team_leader"], "amhp": true})");
        add(R"({"do": "user.add", "login": "bob", "name": "Bob Lane",
            "service": "adult-response", "roles": ["business_support"]})");
        add(R"({"do": "user.add", "login": "chris", "name": "Chris Vale", "service": "children",
            "roles": ["children_officer"]})");
    }
};

QString inJson(const QJsonObject& request)
{
    return QString::fromUtf8(QJsonDocument(request).toJson(QJsonDocument::Compact));
}

class NightDesk {
public:
    explicit NightDesk(const Night& night) : m_desk(night), m_watch(m_desk)
    {
        for (const NightStep& step : night.steps) {
            if (!report.problem.isEmpty())
                return;
            if (const CommandSpec* spec = findCommand(step.command))
                work(*spec, step);
        }
        if (report.problem.isEmpty())
            report.problem = m_watch.atTheEnd();
    }

    NightReport report;

private:
    void work(const CommandSpec& spec, const NightStep& step)
    {
        constexpr int patience = 4;
        m_desk.now += std::chrono::minutes(step.minutes);
        Wishes wishes(m_desk, step.draw);
        Wish wish = wishes.any(spec);
        for (int tried = 0; tried < patience; ++tried) {
            const Reply reply = m_desk.submit(wish.request);
            QJsonObject dated = wish.request;
            dated.insert(u"at"_s, isoText(wish.occurred));
            if (reply.done())
                report.requests.append(inJson(dated));
            report.problem = m_watch.after(wish, reply);
            if (!report.problem.isEmpty() && !reply.done())
                report.requests.append(inJson(dated));
            if (reply.done() || !report.problem.isEmpty()) {
                report.granted[spec.name] += reply.done();
                return;
            }
            for (const Refusal& refusal : reply.decision.refusals)
                report.refusals.emplace_back(spec.name, refusal);
            wish = wishes.mended(spec, wish, reply.decision);
        }
    }

    DeskOfNight m_desk;
    InvariantWatch m_watch;
};

// Draws nights: each command after what it needs, two times out of three.
class NightMaker {
public:
    explicit NightMaker(unsigned seed) : m_random(seed), m_night{below(starts.size()), {}}
    {
        if (below(3) == 0)
            m_night.start += starts.size();
        add(u"person.add"_s, 1);
        add(u"case.open"_s, 1);
    }

    Night any()
    {
        const QStringList own = commandsOf(QString::fromLatin1(topics[below(topics.size())]));
        static const QStringList all = commandsOf({});
        const std::size_t length = 7 + below(8);
        while (m_night.steps.size() < length) {
            const QStringList& from = below(3) == 0 ? all : own;
            addWithNeeds(from[below(static_cast<std::size_t>(from.size()))]);
        }
        return m_night;
    }

    Night about(const QString& command)
    {
        for (int times = 0; times < 3; ++times)
            addWithNeeds(command);
        return m_night;
    }

private:
    unsigned below(std::size_t limit)
    {
        return static_cast<unsigned>(m_random() % static_cast<unsigned>(limit));
    }

    void add(const QString& command, unsigned minutes)
    {
        m_night.steps.push_back({command, minutes, below(1000000)});
    }

    void addWithNeeds(QString command)
    {
        QStringList chain{command};
        for (command = beforehand(command); !command.isEmpty() && below(3) > 0;
             command = beforehand(command))
            chain.prepend(command);
        for (const QString& each : chain)
            add(each, below(10) == 0 ? below(1800) : below(45));
    }

    std::mt19937 m_random;
    Night m_night;
};

}

Night randomNight(unsigned seed)
{
    return NightMaker(seed).any();
}

Night nightAbout(const QString& command, unsigned seed)
{
    return NightMaker(seed).about(command);
}

QString printed(const Night& night)
{
    QStringList all{QString::number(night.start)};
    for (const NightStep& step : night.steps)
        all.append(u"%1+%2.%3"_s.arg(step.command).arg(step.minutes).arg(step.draw));
    return all.join(u' ');
}

Night nightFrom(const QString& text)
{
    const QStringList all = text.split(u' ', Qt::SkipEmptyParts);
    Night night{all.value(0).toUInt(), {}};
    for (qsizetype at = 1; at < all.size(); ++at) {
        const QString numbers = all[at].section(u'+', 1);
        night.steps.push_back({all[at].section(u'+', 0, 0), numbers.section(u'.', 0, 0).toUInt(),
            numbers.section(u'.', 1).toUInt()});
    }
    return night;
}

NightReport worked(const Night& night)
{
    return NightDesk(night).report;
}

Night shrunk(const Night& night)
{
    return {night.start, withoutNeedless(night.steps, [&night](const auto& steps) {
                return !worked({night.start, steps}).problem.isEmpty();
            })};
}
