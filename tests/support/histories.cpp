#include "tests/support/histories.h"

#include "core/casework/case_deadlines.h"
#include "core/journal/envelope.h"
#include "tests/support/handover_desk.h"
#include "tests/support/history_oracle.h"
#include "tests/support/random_histories.h"
#include "tests/support/rows_of_any.h"

#include <memory>
#include <random>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* happens
    = "oddddlllappppppAAAAAADDWWTTFRRtTnfcrrsemkgvzNxxxxxxxxxxxxC>>>>>>>>>>>>";

class Desks {
public:
    explicit Desks(const History& history)
    {
        for (unsigned at = 0; at < history.desks; ++at) {
            auto desk = std::make_unique<HandoverDesk>();
            desk->clock(u"2026-11-18T16:20"_s);
            desk->desk = u"desk %1"_s.arg(at);
            desk->deskNumber = at + 1;
            desk->deskMark = at == 0 ? QString() : QString(QChar(u'A' + at));
            m_desks.push_back(std::move(desk));
        }
        for (const Happening& happening : history.happenings)
            if (m_wrong.isEmpty())
                happen(happening);
        settleDown();
    }

    QString wrong() const { return m_wrong; }
    int settled() const { return m_settled; }

private:
    static bool isNight(std::size_t desk) { return desk % 2 == 0; }
    static bool isShared(const Event& event)
    {
        return event.subject.kind == SubjectKind::Case || event.subject.kind == SubjectKind::Window;
    }
    static const char* userOf(std::size_t desk) { return isNight(desk) ? "tom" : "priya"; }

    void happen(const Happening& what)
    {
        const std::size_t at = what.desk % m_desks.size();
        HandoverDesk& desk = *m_desks[at];
        desk.now += std::chrono::seconds(30);
        if (what.what == '>')
            carry(at, what.choice);
        else if (what.what == 'C')
            desk.now += std::chrono::minutes(int(what.choice % 40) - 10);
        else if (what.what == 'x')
            settleSome(at, what.choice);
        else
            command(desk, at, what);
        checkCases(at, what.choice % 4 == 0);
    }

    void command(HandoverDesk& desk, std::size_t at, const Happening& what)
    {
        if (what.what == 'o' || what.what == 'k') {
            desk.does(userOf(at),
                what.what == 'o' ? R"({"do": "case.open", "title": "One", "kind_of_work": "mhaa"})"
                                 : R"({"do": "contact.log", "words": "Caller worried"})");
            return;
        }
        if (what.what == 'v') {
            desk.does(userOf(at), R"({"do": "handover.verbal", "window": "2026-11-18-PM"})");
            return;
        }
        const QString request = requestFor(what);
        const auto cases = casesOn(desk);
        if (request.isEmpty() || cases.empty())
            return;
        const QString id
            = cases[what.choice % 5 == 0 ? what.choice / 5 % cases.size() : 0]->id.text();
        desk.does(
            userOf(at), (u"{\"case\": \"%1\", "_s.arg(id) + request + u'}').toUtf8().constData());
    }

    static QString requestFor(const Happening& what)
    {
        const QString some = QString::number(what.choice % 3);
        switch (what.what) {
        case 'd': return u"\"do\": \"case.describe\", \"title\": \"Title %1\""_s.arg(some);
        case 'l':
            return u"\"do\": \"case.describe\", \"urgency\": \"E%1\""_s.arg(what.choice % 3 + 1);
        case 'a': return u"\"do\": \"case.note\", \"words\": \"Words %1\""_s.arg(some);
        case 'p':
            return u"\"do\": \"handover.propose\", \"reason\": \"unable_to_complete\", \"why\": "
                   "\"On duty\""_s;
        case 'A': return u"\"do\": \"handover.accept\", \"words\": \"Yes %1\""_s.arg(some);
        case 'D': return u"\"do\": \"handover.decline\", \"reason\": \"No %1\""_s.arg(some);
        case 'W': return u"\"do\": \"handover.withdraw\", \"reason\": \"No %1\""_s.arg(some);
        case 'T':
            return u"\"do\": \"handover.accept_by_telephone\", \"accepter\": \"On Call\", "
                   "\"role\": \"lead\", \"words\": \"Yes\""_s;
        case 'c': return u"\"do\": \"case.close\", \"outcome\": \"completed\""_s;
        case 'r': return u"\"do\": \"case.reopen\", \"reason\": \"Rang again\""_s;
        case 's':
            return u"\"do\": \"case.status\", \"status\": \"s136\", \"start\": "
                   "\"2026-11-18T1%1:30\""_s.arg(what.choice % 3 + 3);
        case 'e': return u"\"do\": \"case.status_end\", \"outcome\": \"Left %1\""_s.arg(some);
        case 'F': return u"\"do\": \"handover.confirm\", \"reference\": \"e-mail %1\""_s.arg(some);
        case 'R':
            return u"\"do\": \"handover.read_back\", \"clock\": \"Clock %1\", \"next_action\": "
                   "\"Go\", \"code\": \"acorn abbey badger\""_s.arg(some);
        case 't':
            return u"\"do\": \"case.task\", \"id\": \"%1\", \"what\": \"Ring\", \"due\": "
                   "\"2026-11-19T12:00\""_s.arg(taskId(what.choice));
        case 'f':
            return u"\"do\": \"case.task_done\", \"task\": \"%1\", \"result\": \"Result %2\""_s.arg(
                taskId(what.choice), some);
        case 'n':
            return u"\"do\": \"case.lead\", \"name\": \"Lead %1\", \"role\": \"amhp\""_s.arg(some);
        case 'g':
            return u"\"do\": \"case.stage\", \"stage\": \"%1\""_s.arg(
                what.choice % 2 ? u"triage"_s : u"planned"_s);
        case 'z':
            return u"\"do\": \"case.clock_end\", \"kind\": \"s136\", \"outcome\": \"Ended %1\""_s
                .arg(some);
        case 'N': return u"\"do\": \"case.referral\", \"why_now\": \"Words %1\""_s.arg(some);
        case 'm':
            return u"\"do\": \"case.place\", \"kind\": \"%1\""_s.arg(
                what.choice % 2 ? u"ed"_s : u"police_station"_s);
        default: return {};
        }
    }

    static QString taskId(unsigned choice)
    {
        return QUuid(0x7a5c, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, static_cast<uchar>(choice % 2))
            .toString(QUuid::WithoutBraces);
    }

    static std::vector<std::shared_ptr<const Case>> casesOn(const HandoverDesk& desk)
    {
        std::vector<std::shared_ptr<const Case>> cases;
        for (const Subject& subject : desk.subjects())
            if (subject.kind == SubjectKind::Case)
                if (auto record = desk.caseRecord({subject.id}); !record->id.isNull())
                    cases.push_back(std::move(record));
        return cases;
    }

    // On the first desk from here on that has a conflict: else hardly any would ever be settled.
    void settleSome(std::size_t at, unsigned choice)
    {
        for (std::size_t step = 0; step < m_desks.size(); ++step) {
            const std::size_t here = (at + step) % m_desks.size();
            if (settleOne(*m_desks[here], userOf(here), choice))
                return checkCases(here);
        }
    }

    bool settleOne(HandoverDesk& desk, const char* user, unsigned choice)
    {
        for (const auto& record : casesOn(desk)) {
            if (record->conflicts.empty())
                continue;
            const Conflict& conflict = record->conflicts[choice % record->conflicts.size()];
            const ConflictSide& side = conflict.sides[choice / 3 % conflict.sides.size()];
            const bool inWords = conflict.textual && choice % 4 == 0;
            const QString decision = inWords ? u"\"words\": \"Settled %1\""_s.arg(choice % 2)
                                             : u"\"choose\": \"%1\""_s.arg(toHex(side.event));
            if (desk.does(user,
                        u"{\"do\": \"conflict.settle\", \"record\": \"%1\", \"field\": \"%2\", %3}"_s
                            .arg(record->id.text(), conflict.field, decision)
                            .toUtf8()
                            .constData())
                    .done())
                ++m_settled;
            return true;
        }
        return false;
    }

    // A bundle of some of what the one desk has, in any order, to another; some of it comes twice.
    void carry(std::size_t from, unsigned choice)
    {
        const std::size_t to = (from + 1 + choice % (m_desks.size() - 1)) % m_desks.size();
        std::minstd_rand random(choice + 1);
        std::vector<Event> bundle = m_desks[from]->journal;
        if (random() % 3 == 0)
            bundle.resize(bundle.size() - random() % bundle.size());
        std::shuffle(bundle.begin(), bundle.end(), random);
        for (const Event& event : bundle)
            if (isShared(event) || isNight(from) == isNight(to))
                m_desks[to]->receive(event);
        checkCases(to);
    }

    void checkCases(std::size_t at, bool byOracle = true)
    {
        for (const auto& record : casesOn(*m_desks[at])) {
            if (record->responsible.current().isEmpty())
                m_wrong = u"desk %1: %2 has no responsible service"_s.arg(at).arg(record->ref);
            if (contestedResponsibility(record->conflicts) && !isAlarmed(*record, at))
                m_wrong = u"desk %1: %2 is contested and silent"_s.arg(at).arg(record->ref);
            if (!record->conflicts.empty() && !hasBadge(*record))
                m_wrong = u"desk %1: %2 is in conflict without a badge"_s.arg(at).arg(record->ref);
            if (!byOracle)
                continue;
            const QString complaint
                = complaintOf(*record, m_desks[at]->eventsOf(subjectOf(record->id)));
            if (!complaint.isEmpty())
                m_wrong = u"desk %1: "_s.arg(at) + complaint;
        }
    }

    // What board and lists show: every open conflict has its rows.
    static bool hasBadge(const Case& record)
    {
        std::size_t sides = 0;
        for (const Conflict& each : record.conflicts)
            sides += each.sides.size();
        const std::vector<Row> rows = rowsOf(record);
        return sides
            == static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(),
                [](const Row& row) { return row.table == ReadTable::Conflict; }));
    }

    bool isAlarmed(const Case& record, std::size_t at) const
    {
        const auto clocks = deadlinesOf(record, m_desks[at]->calendar().profile());
        return std::any_of(clocks.begin(), clocks.end(), [](const Deadline& each) {
            return each.kind == u"conflict" && each.state == ClockState::Running;
        });
    }

    void settleDown()
    {
        for (std::size_t round = 0; round < 2; ++round)
            for (std::size_t from = 0; from < m_desks.size(); ++from)
                for (std::size_t to = 0; to < m_desks.size(); ++to)
                    if (from != to)
                        for (const Event& event : std::vector<Event>(m_desks[from]->journal))
                            if (isShared(event) || isNight(from) == isNight(to))
                                m_desks[to]->receive(event);
        for (std::size_t at = 0; at < m_desks.size(); ++at) {
            checkCases(at);
            checkFold(*m_desks[at], at);
            for (std::size_t other = 0; other < at; ++other)
                compare(at, other);
        }
    }

    // One step after another or all anew, and in another order: the same rows.
    void checkFold(const HandoverDesk& desk, std::size_t at)
    {
        for (const Subject& subject : desk.subjects()) {
            std::vector<Event> events = desk.eventsOf(subject);
            std::shuffle(events.begin(), events.end(), std::minstd_rand(3));
            if (rowsOfAny(fold(subject.kind, events)) != rowsOfAny(desk.any(subject)))
                m_wrong = u"desk %1: %2 folds otherwise"_s.arg(at).arg(subject.id.toString());
        }
    }

    void compare(std::size_t one, std::size_t other)
    {
        const auto has = [this](std::size_t at, const Subject& subject) {
            return !m_desks[at]->eventsOf(subject).empty();
        };
        for (const Subject& subject : m_desks[one]->subjects()) {
            if (!has(other, subject) && isNight(one) == isNight(other))
                m_wrong = u"desk %1 lacks %2"_s.arg(other).arg(subject.id.toString());
            else if (has(other, subject)
                && rowsOfAny(m_desks[one]->any(subject)) != rowsOfAny(m_desks[other]->any(subject)))
                m_wrong = u"desks %1 and %2 differ about %3"_s.arg(one).arg(other).arg(
                    subject.id.toString());
        }
    }

    std::vector<std::unique_ptr<HandoverDesk>> m_desks;
    QString m_wrong;
    int m_settled = 0;
};

}

History randomHistory(unsigned seed)
{
    std::mt19937 random(seed);
    History history{2 + static_cast<unsigned>(random() % 4), {{'o', 0, 0}}};
    const auto any = [&](char what) {
        history.happenings.push_back({what, static_cast<unsigned>(random() % history.desks),
            static_cast<unsigned>(random() % 1000)});
        return history.happenings.back();
    };
    // The first case is known to everybody, so that they have something to disagree about.
    for (unsigned to = 0; to + 1 < history.desks; ++to)
        history.happenings.push_back({'>', 0, to});
    const std::size_t length = 10 + random() % 25;
    for (std::size_t at = 0; at < length; ++at) {
        const Happening done = any(happens[random() % qstrlen(happens)]);
        if (random() % 4 != 0 || done.what == '>')
            continue;
        const Happening beside = any(done.what); // the same on another desk, then both hear of it
        for (const Happening& each : {done, beside})
            history.happenings.push_back({'>', each.desk, static_cast<unsigned>(random() % 1000)});
        any('x');
    }
    return history;
}

QString printed(const History& history)
{
    QStringList all{QString::number(history.desks)};
    for (const Happening& each : history.happenings)
        all.append(u"%1%2.%3"_s.arg(QLatin1Char(each.what)).arg(each.desk).arg(each.choice));
    return all.join(u' ');
}

History historyFrom(const QString& text)
{
    const QStringList all = text.split(u' ', Qt::SkipEmptyParts);
    History history{std::clamp(all.value(0).toUInt(), 2U, 5U), {}};
    for (qsizetype at = 1; at < all.size(); ++at)
        history.happenings.push_back({all[at].front().toLatin1(),
            all[at].mid(1).section(u'.', 0, 0).toUInt(), all[at].section(u'.', 1).toUInt()});
    return history;
}

QString whatGoesWrong(const History& history)
{
    return Desks(history).wrong();
}

int settlementsIn(const History& history)
{
    return Desks(history).settled();
}

History shrunk(const History& history)
{
    return {history.desks, withoutNeedless(history.happenings, [&history](const auto& happenings) {
                return !whatGoesWrong({history.desks, happenings}).isEmpty();
            })};
}
