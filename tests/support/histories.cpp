#include "tests/support/histories.h"

#include "core/casework/case_deadlines.h"
#include "core/journal/envelope.h"
#include "tests/support/exchanging_desk.h"
#include "tests/support/history_oracle.h"
#include "tests/support/history_requests.h"
#include "tests/support/random_histories.h"
#include "tests/support/rows_of_any.h"

#include <memory>
#include <random>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

class Desks {
public:
    explicit Desks(const History& history) : m_byBundles(history.byBundles)
    {
        for (unsigned at = 0; at < history.desks; ++at)
            m_desks.push_back(std::make_unique<ExchangingDesk>(at, serviceOf(at)));
        m_made = history.desks;
        for (auto& desk : m_desks)
            trustAll(*desk);
        for (const Happening& happening : history.happenings)
            if (m_wrong.isEmpty())
                happen(happening);
        settleDown();
    }

    QString wrong() const { return m_wrong; }
    const Rarities& rarities() const { return m_rarities; }

private:
    static bool isNight(std::size_t desk) { return desk % 2 == 0; }
    static QString serviceOf(std::size_t desk) { return isNight(desk) ? u"edt"_s : u"amhp-day"_s; }
    static bool isShared(const Event& event)
    {
        return event.subject.kind == SubjectKind::Case || event.subject.kind == SubjectKind::Window;
    }
    static const char* userOf(std::size_t desk) { return isNight(desk) ? "tom" : "priya"; }

    void happen(const Happening& what)
    {
        const std::size_t at = what.desk % m_desks.size();
        ExchangingDesk& desk = *m_desks[at];
        desk.now += std::chrono::seconds(30);
        if (what.what == '>')
            m_byBundles ? send(at, what.choice) : carry(at, what.choice);
        else if (m_byBundles && QByteArrayView("@BZU+V").contains(what.what))
            exchange(at, what);
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
                ++m_rarities.settled;
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

    std::size_t someOther(std::size_t at, unsigned choice) const
    {
        return (at + 1 + choice % (m_desks.size() - 1)) % m_desks.size();
    }

    // A bundle of what the other is known to lack: delivered, twice, late or never.
    void send(std::size_t from, unsigned choice)
    {
        const std::size_t to = someOther(from, choice);
        const PaperBundle bundle = m_desks[from]->bundleFor(*m_desks[to]);
        const unsigned fate = choice / 7 % 8;
        if (fate == 0)
            return;
        if (fate == 1)
            m_late.emplace_back(to, bundle);
        else
            deliver(to, fate == 2 ? withoutItsStart(bundle) : bundle);
        if (fate == 3)
            deliver(to, bundle);
    }

    // As if it followed one that the receiver never got: it is held.
    static PaperBundle withoutItsStart(PaperBundle bundle)
    {
        for (ChainSegment& segment : bundle.segments) {
            const std::size_t less = segment.links.size() / 2;
            segment.first += less;
            segment.links.erase(
                segment.links.begin(), segment.links.begin() + static_cast<std::ptrdiff_t>(less));
        }
        return bundle;
    }

    void deliver(std::size_t to, const PaperBundle& bundle)
    {
        const std::size_t held = m_desks[to]->held();
        m_desks[to]->take(bundle);
        m_rarities.held += m_desks[to]->held() > held ? 1 : 0;
        checkCases(to);
    }

    void exchange(std::size_t at, const Happening& what)
    {
        ExchangingDesk& other = *m_desks[someOther(at, what.choice)];
        if (what.what == '@' && !m_late.empty()) {
            const auto late
                = m_late.begin() + static_cast<std::ptrdiff_t>(what.choice % m_late.size());
            const auto [to, bundle] = *late;
            m_late.erase(late);
            deliver(to, bundle);
        } else if (what.what == 'B')
            m_backups[at] = m_desks[at]->backup();
        else if (what.what == 'Z' && !m_backups.empty())
            putBack(m_backups.contains(at) ? at : m_backups.begin()->first);
        else if (what.what == 'U') {
            m_desks[at]->withdraw(other.desk);
            ++m_rarities.withdrawn;
        } else if (what.what == '+')
            trustAll(*m_desks[at]);
        else if (what.what == 'V' && other.service() == m_desks[at]->service())
            m_desks[at]->vouchFor(other);
    }

    // What it wrote since is only where a bundle brought it; it goes on as another desk.
    void putBack(std::size_t at)
    {
        const Instant now = m_desks[at]->now;
        m_earlier.emplace_back(at, m_desks[at]->introduced());
        m_desks[at] = ExchangingDesk::restored(m_backups.at(at), m_made++);
        m_desks[at]->now = now;
        m_backups.erase(at);
        ++m_rarities.restored;
        checkCases(at);
    }

    void trustAll(ExchangingDesk& desk)
    {
        if (!m_byBundles)
            return;
        for (const auto& other : m_desks)
            if (other->desk != desk.desk)
                desk.trust(other->introduced(), other->service() == desk.service());
    }

    // An earlier identity that somebody withdrew is not believed again because what goes on from it
    // is: it is introduced once more, as it was.
    void trustEarlier(ExchangingDesk& desk, std::size_t at)
    {
        for (const auto& [whose, introduced] : m_earlier)
            if (whose != at)
                desk.trust(introduced, introduced.services.value(0) == desk.service());
    }

    void checkCases(std::size_t at, bool byOracle = true)
    {
        for (const auto& record : casesOn(*m_desks[at])) {
            QString wrong = wrongWith(*record, at);
            if (wrong.isEmpty() && byOracle)
                wrong = complaintOf(*record, m_desks[at]->eventsOf(subjectOf(record->id)));
            if (!wrong.isEmpty())
                m_wrong = u"desk %1: "_s.arg(at) + wrong;
        }
    }

    QString wrongWith(const Case& record, std::size_t at) const
    {
        if (record.responsible.current().isEmpty())
            return u"%1 has no responsible service"_s.arg(record.ref);
        if (contestedResponsibility(record.conflicts) && !isAlarmed(record, at))
            return u"%1 is contested and silent"_s.arg(record.ref);
        if (!record.conflicts.empty() && !hasBadge(record))
            return u"%1 is in conflict without a badge"_s.arg(record.ref);
        return {};
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
        m_byBundles ? settleByBundles() : settleAtOnce();
        for (std::size_t at = 0; at < m_desks.size(); ++at) {
            checkCases(at);
            checkFold(*m_desks[at], at);
            for (std::size_t other = 0; other < at; ++other)
                compare(at, other);
        }
    }

    void settleAtOnce()
    {
        for (std::size_t round = 0; round < 2; ++round)
            for (std::size_t from = 0; from < m_desks.size(); ++from)
                for (std::size_t to = 0; to < m_desks.size(); ++to)
                    if (from != to)
                        tell(from, to);
    }

    void tell(std::size_t from, std::size_t to)
    {
        for (const Event& event : std::vector<Event>(m_desks[from]->journal))
            if (isShared(event) || isNight(from) == isNight(to))
                m_desks[to]->receive(event);
    }

    // Everybody believes everybody again, and what was lost comes with the next bundle.
    void settleByBundles()
    {
        for (std::size_t at = 0; at < m_desks.size(); ++at) {
            trustAll(*m_desks[at]);
            trustEarlier(*m_desks[at], at);
        }
        for (std::size_t round = 0; round < 3; ++round)
            for (std::size_t from = 0; from < m_desks.size(); ++from)
                for (std::size_t to = 0; to < m_desks.size(); ++to)
                    if (from != to)
                        m_desks[to]->take(m_desks[from]->bundleFor(*m_desks[to]));
        for (const auto& desk : m_desks)
            m_rarities.stubbed += static_cast<int>(desk->stubs());
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

    /// Of two services: what the one shares with the other, wherever it was said.
    bool mustAgree(std::size_t one, std::size_t other, const Subject& subject) const
    {
        const ExchangingDesk& a = *m_desks[one];
        const ExchangingDesk& b = *m_desks[other];
        if (isNight(one) == isNight(other))
            return true;
        if (!m_byBundles)
            return !a.eventsOf(subject).empty() && !b.eventsOf(subject).empty();
        return a.sharedWith(b.service()).contains(subject)
            && b.sharedWith(a.service()).contains(subject);
    }

    void compare(std::size_t one, std::size_t other)
    {
        for (const Subject& subject : m_desks[one]->subjects()) {
            if (!mustAgree(one, other, subject))
                continue;
            if (m_desks[other]->eventsOf(subject).empty())
                m_wrong = u"desk %1 lacks %2"_s.arg(other).arg(subject.id.toString());
            else if (rowsOfAny(m_desks[one]->any(subject))
                != rowsOfAny(m_desks[other]->any(subject)))
                m_wrong = u"desks %1 and %2 differ about %3"_s.arg(one).arg(other).arg(
                    subject.id.toString());
        }
    }

    std::vector<std::unique_ptr<ExchangingDesk>> m_desks;
    QString m_wrong;
    Rarities m_rarities;
    bool m_byBundles;
    unsigned m_made = 0; ///< identities so far
    std::map<std::size_t, DeskBackup> m_backups; ///< by desk
    std::vector<std::pair<std::size_t, DeskBelieved>> m_earlier; ///< identities, by desk
    std::vector<std::pair<std::size_t, PaperBundle>> m_late; ///< to whom, and what
};

}

QString whatGoesWrong(const History& history)
{
    return Desks(history).wrong();
}

Rarities raritiesOf(const History& history)
{
    return Desks(history).rarities();
}

History shrunk(const History& history)
{
    const auto fails = [&history](const std::vector<Happening>& happenings) {
        return !whatGoesWrong({history.desks, history.byBundles, happenings}).isEmpty();
    };
    return {history.desks, history.byBundles, withoutNeedless(history.happenings, fails)};
}
