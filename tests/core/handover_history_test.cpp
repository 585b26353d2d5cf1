#include "core/handover/item_rules.h"
#include "core/paper/acceptances.h"

#include "tests/support/handover_desk.h"
#include "tests/support/random_histories.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

#include <random>
#include <sstream>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// One random command of one random user, on one of three cases, some minutes after the last one.
struct Step {
    int command = 0;
    int user = 0;
    int caseIndex = 0;
    int minutes = 0;
    int back = 0; ///< minutes before now that it happened
};

using History = std::vector<Step>;

constexpr std::array users{"priya", "helen", "tom", "grace", "sam", "ruth"};
constexpr std::array cases{"A", "B", "C"};
constexpr std::array commands{
    R"("handover.propose", "reason": "unable_to_complete", "why": "Fits.")",
    R"("handover.propose", "reason": "joint_plan", "purpose": "joint", "why": "Fits.")",
    R"("handover.propose", "reason": "unable_to_complete", "why": "Fits.", "to": "edt")",
    R"("handover.accept")",
    R"("handover.accept")",
    R"("handover.read_back", "clock": "19:00", "next_action": "Ring")",
    R"("handover.decline", "reason": "No.")",
    R"("handover.withdraw", "reason": "No.")",
    R"("handover.accept_by_telephone", "accepter": "T", "role": "r", "words": "Yes.")",
    R"("handover.confirm", "reference": "e-mail")",
    R"("handover.inform", "words": "To know.")",
    R"("handover.joint", "partner": "edt", "role": "helps")",
    R"("handover.keep", "reason": "Planned.", "window": "2026-11-18-PM")",
};

QJsonObject requestOf(const Step& step, Instant now)
{
    const QByteArray text = QByteArray(R"({"do": )")
        + commands[static_cast<std::size_t>(step.command)] + R"(, "case": "$)"
        + cases[static_cast<std::size_t>(step.caseIndex)] + R"(", "user": ")"
        + users[static_cast<std::size_t>(step.user)] + R"("})";
    QJsonObject request = QJsonDocument::fromJson(text).object();
    request.insert(u"at"_s, isoText(now - std::chrono::minutes(step.back)));
    return request;
}

History randomHistory(unsigned seed)
{
    std::mt19937 random(seed);
    const auto below = [&random](std::size_t limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    History history(24);
    for (Step& step : history)
        step = {below(commands.size()), below(users.size()), below(cases.size()), below(40),
            below(3) == 0 ? below(60) : 0};
    return history;
}

using Owners = std::vector<std::pair<Instant, QString>>;

/// Owners as the accepted items alone make them, by the moment of acceptance.
Owners ownersByAcceptance(const Case& record)
{
    Owners owners{{record.openedAt, u"amhp-day"_s}};
    for (const HandoverItem& item : record.handovers)
        if (item.state == ItemState::Accepted && item.purpose == HandoverPurpose::HandOver)
            owners.emplace_back(item.answeredAt.value(), item.to);
    std::stable_sort(owners.begin(), owners.end(),
        [](const auto& a, const auto& b) { return a.first < b.first; });
    return owners;
}

/// Who had it for any time: what a withdrawal of before it took back held for none.
Owners ownersThatHeld(const Case& record)
{
    Owners held;
    const auto& entries = record.responsible.entries();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const auto next = std::next(entry);
        const bool forNoTime = next != entries.end() && next->from == entry->from
            && std::any_of(
                record.handovers.begin(), record.handovers.end(), [&](const HandoverItem& item) {
                    return item.state == ItemState::Withdrawn && item.to == entry->value
                        && item.theirRecord && item.theirRecord->at == entry->from;
                });
        const bool goesOn
            = forNoTime && entry != entries.begin() && next->value == held.back().second;
        if (!forNoTime)
            held.emplace_back(entry->from, entry->value);
        else if (goesOn)
            ++entry;
    }
    return held;
}

QString ownerProblem(const Case& record)
{
    const auto expected = ownersByAcceptance(record);
    const auto entries = ownersThatHeld(record);
    if (entries.size() != expected.size())
        return u"INV-1: %1 owners, %2 acceptances"_s.arg(entries.size()).arg(expected.size() - 1);
    for (std::size_t index = 0; index < entries.size(); ++index) {
        if (entries[index] != expected[index])
            return u"INV-3: an owner that no acceptance made"_s;
        if (index > 0 && entries[index].second == entries[index - 1].second)
            return u"INV-1: an owner accepted its own case"_s;
    }
    if (!record.outOfStep.empty())
        return u"decided, but out of step: "_s + record.outOfStep.front().why;
    return {};
}

QString bookProblem(const HandoverDesk& desk, const AcceptanceLine& line)
{
    for (const QString& service : {line.from, line.to}) {
        const auto period = bookPeriod(line, service, desk.calendar());
        const auto book = period ? acceptancesIn(*period, desk, desk.calendar())
                                 : std::vector<AcceptanceLine>{};
        if (std::count(book.begin(), book.end(), line) != 1)
            return u"INV-2: %1 is not once in the book of %2"_s.arg(line.transferNumber, service);
    }
    return {};
}

QString bookProblem(const HandoverDesk& desk)
{
    for (const char* name : cases)
        for (const AcceptanceLine& line : acceptancesOn(desk.record(name)))
            if (const QString problem = bookProblem(desk, line); !problem.isEmpty())
                return problem;
    return {};
}

/// What is wrong after the history, or nothing.
QString problemAfter(const History& history)
{
    HandoverDesk desk;
    for (const char* name : cases)
        desk.opens("priya", name);
    desk.must("priya", R"({"do": "case.document", "case": "$A", "kind": "A4_second",
        "state": "to_follow", "follows_by": "19:00"})");
    desk.must("helen", R"({"do": "handover.discuss", "cases": ["$A", "$B"], "with": "Priya Nair",
        "role": "amhp_lead"})");
    for (const Step& step : history) {
        desk.now += std::chrono::minutes(step.minutes);
        desk.submit(requestOf(step, desk.now));
        for (const char* name : cases)
            if (const QString problem = ownerProblem(desk.record(name)); !problem.isEmpty())
                return problem;
    }
    return bookProblem(desk);
}

/// The same failure with as few steps as it takes.
History shrunk(const History& history)
{
    return withoutNeedless(
        history, [](const History& shorter) { return !problemAfter(shorter).isEmpty(); });
}

std::string told(const History& history)
{
    std::ostringstream out;
    Instant now{};
    for (const Step& step : history)
        out << "\n+" << step.minutes << " min: "
            << QJsonDocument(requestOf(step, now)).toJson(QJsonDocument::Compact).toStdString()
            << " (" << step.back << " min before)";
    return out.str();
}

}

TEST_CASE("INV-1 INV-2 INV-3 whatever users do, every case has one owner, by acceptance alone, in "
          "both books",
    "[handover][property]")
{
    const int histories = historiesToWork(2000);
    for (unsigned seed = 1; seed <= static_cast<unsigned>(histories); ++seed) {
        const History history = randomHistory(seed);
        const QString problem = problemAfter(history);
        if (problem.isEmpty())
            continue;
        const History small = shrunk(history);
        FAIL(problemAfter(small) << " (seed " << seed << "):" << told(small));
    }
    SUCCEED();
}
