#include "tests/support/case_invariants.h"
#include "tests/support/owner_changes.h"

#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/extension/extension_standing.h"
#include "core/casework/status/absence.h"
#include "core/casework/status/status_rules.h"
#include "core/clock/catalogue.h"

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool isAcceptance(const QString& command)
{
    return command == u"handover.accept" || command == u"handover.telephoned"
        || command == u"handover.confirm";
}

QString firstOwner(const CaseStep& step)
{
    const auto& now = step.now.responsible.entries();
    if (now.empty() || now.front().from > step.now.openedAt)
        return u"INV-1: %1 has no responsible service at first"_s.arg(step.now.ref);
    return {};
}

QString lostOwner(const CaseStep& step)
{
    for (const auto& entry : step.before.responsible.entries())
        if (!hasOwner(step.now.responsible, entry))
            return u"INV-1: %1 lost an owner that it had"_s.arg(step.now.ref);
    return {};
}

QString newOwner(const CaseStep& step)
{
    const auto& now = step.now.responsible.entries();
    const std::size_t before = step.before.responsible.entries().size();
    if (!step.before.exists() || now.size() == before || heldUntilWithdrawn(step)
        || takenBack(step))
        return {};
    if (now.size() != before + 1 || !isAcceptance(step.command()))
        return u"INV-3: the owner of %1 changed without an acceptance"_s.arg(step.now.ref);
    for (const auto& entry : now)
        if (!hasOwner(step.before.responsible, entry) && step.command() != u"handover.confirm"
            && entry.value != step.reply.events.front().actor.service)
            return u"INV-1: %1 went to %2 by no user of it"_s.arg(step.now.ref, entry.value);
    return {};
}

bool corrects(const CaseStep& step)
{
    static const QStringList correcting{u"case.status"_s, u"case.status_end"_s,
        u"case.clock_start"_s, u"case.clock_end"_s, u"case.admitted"_s, u"case.exam"_s,
        u"case.amhp_saw"_s, u"case.decision_to_admit"_s};
    return correcting.contains(step.command())
        && !step.wish.request.value(u"correction"_s).toString().trimmed().isEmpty();
}

// An earlier start than one that was put right may bring an extension back; the time of a former
// status that had ended before counts no more. CLK-02, CLK-10, CLK-12
bool movesByAnotherStart(const ClockFact& before, const ClockFact& now)
{
    if (now.otherStarts.size() <= before.otherStarts.size())
        return false;
    const bool counted = now.kind == u"s5_2" || now.kind == u"s2" || now.kind == u"tribunal";
    return (now.start < before.start && now.extendedHours > before.extendedHours)
        || (now.start > before.start && counted);
}

// Who let custody run on is told with the same end once more, and may not. CLK-60
bool tellsLower(const CaseStep& step, const ClockFact& before)
{
    return step.command() == u"case.clock_extend" && before.kind == u"pace"
        && !namesWhoMay(before.extendedBy);
}

// A clock moves by an extension of its kind, also one that was told before it fitted, by a later
// fact where it renews, by an earlier start; back also where the extension is put right, or whoever
// made it turns out not to be of the rank, and by no other command.
bool mayMove(const CaseStep& step, const ClockFact& before, const ClockFact& now)
{
    const Retaking retaking = retakeUntil(step.now, now.start); // CLK-24, CLK-25
    if (retaking.kind == now.kind && retaking.until == now.due)
        return true;
    const bool extension
        = step.command() == u"case.extend_s136" || step.command() == u"case.clock_extend";
    if (now.due < before.due)
        return now.start < before.start || now.otherStarts.size() > before.otherStarts.size()
            || tellsLower(step, before) || corrects(step)
            || (extension && !step.wish.request.value(u"correction"_s).toString().isEmpty());
    const bool waited = step.now.toldExtensions.size() < step.before.toldExtensions.size();
    const ClockKind* kind = clockKind(now.kind);
    return extension || waited || corrects(step) || movesByAnotherStart(before, now)
        || (kind && kind->renews);
}

// An end is taken back by a correction, or with the closing that was the end.
bool mayRunAgain(const CaseStep& step)
{
    return step.command() == u"case.reopen" || corrects(step);
}

QString movedClocks(const CaseStep& step)
{
    for (const ClockFact& before : step.before.clocks) {
        const ClockFact* now = clockWith(step.now, before.id);
        if (!now)
            return u"INV-4: the clock “%1” is gone"_s.arg(before.title);
        if (now->due != before.due && !mayMove(step, before, *now))
            return u"INV-4: “%1” moved from %2 to %3"_s.arg(
                before.title, dateTimeText(before.due), dateTimeText(now->due));
        if (before.state == ClockState::Ended && now->state != ClockState::Ended
            && !mayRunAgain(step))
            return u"INV-4: “%1” runs again"_s.arg(before.title);
    }
    return {};
}

QString movedTasks(const CaseStep& step)
{
    for (const Task& before : step.before.tasks) {
        const bool moved = std::any_of(step.now.tasks.begin(), step.now.tasks.end(),
            [&](const Task& now) { return now.id == before.id && now.due != before.due; });
        if (moved)
            return u"INV-4: the task “%1” moved"_s.arg(before.what);
    }
    return {};
}

QString detentions(const CaseStep& step)
{
    for (const ClockFact& clock : step.now.clocks) {
        if (clock.kind != u"s136" && clock.kind != u"s135_1")
            continue;
        const Instant first = clock.start + 24h;
        if (clock.due > clock.start + 36h || clock.due < first)
            return u"INV-5: a detention of %1"_s.arg(durationText(clock.due - clock.start));
        if (clock.due == first)
            continue;
        const bool sound = clock.extendedHours >= 1 && clock.extendedHours <= 12
            && clock.due == first + std::chrono::hours(clock.extendedHours) && clock.extendedAt
            && *clock.extendedAt < first && !clock.extendedBy.isEmpty()
            && !clock.extensionReason.isEmpty();
        if (!sound)
            return u"INV-5: an extension of %1 h that cannot be"_s.arg(clock.extendedHours);
    }
    return {};
}

QString lastDays(const CaseStep& step)
{
    for (const ClockFact& clock : step.now.clocks)
        if ((clock.kind == u"amhp_seen_14d" || clock.kind == u"conveyance_14d")
            && clock.due != startOfDay(dateOf(clock.start).addDays(14)))
            return u"INV-6: “%1” from %2 ends at %3"_s.arg(
                clock.title, dateTimeText(clock.start), dateTimeText(clock.due));
    return {};
}

std::optional<Instant> newestExam(const Case& record)
{
    std::optional<Instant> newest;
    for (const Exam& exam : record.exams)
        newest = newest ? std::max(*newest, exam.at) : exam.at;
    return newest;
}

// What comes too late is recorded, and said to be so.
QString tooLate(const CaseStep& step)
{
    const bool admitted = !step.before.admittedAt && step.now.admittedAt;
    if (const auto exam = newestExam(step.before); admitted && exam && step.before.application
        && dateOf(*step.now.admittedAt) > dateOf(*exam).addDays(13) && !step.flagged("CLK-16"))
        return u"INV-6: admitted after the last day, and nothing says so"_s;
    if (step.command() != u"case.exam" || step.now.exams.size() == step.before.exams.size())
        return {};
    const Exam* added = nullptr;
    for (const Exam& exam : step.now.exams)
        if (std::none_of(step.before.exams.begin(), step.before.exams.end(),
                [&](const Exam& each) { return each.id == exam.id; }))
            added = &exam;
    const auto apart = [&](const Exam& each) {
        return !each.joint && std::abs(dateOf(each.at).daysTo(dateOf(added->at))) > 6;
    };
    const auto separate = [](const Exam& each) { return !each.joint; };
    const auto& before = step.before.exams;
    if (added && !added->joint && added->form != u"A11"
        && std::any_of(before.begin(), before.end(), separate)
        && std::all_of(before.begin(), before.end(),
            [&](const Exam& each) { return each.joint || apart(each); })
        && !step.flagged("CLK-14"))
        return u"INV-6: no two examinations within five clear days, and nothing says so"_s;
    return {};
}

// An AMHP signs within 14 days of having seen the person; later is a fact, and flagged.
QString signedTooLate(const CaseStep& step)
{
    if (step.command() != u"case.application" || step.now.applications.empty()
        || step.wish.request.value(u"planned"_s).toBool())
        return {};
    const Application& application = step.now.applications.back(); // the one that is told
    const Sighting* seen = nullptr;
    for (const Sighting& each : step.before.sightings)
        if (each.amhp.compare(application.signedBy, Qt::CaseInsensitive) == 0)
            seen = &each;
    const bool byAmhp = application.form == u"A2" || application.form == u"A6";
    if (!byAmhp || !seen || dateOf(application.signedAt) <= dateOf(seen->at).addDays(13)
        || step.flagged("CLK-15"))
        return {};
    return u"INV-6: signed after the last day, and nothing says so"_s;
}

std::optional<int> ageNow(const CaseStep& step)
{
    const auto person = step.desk.person(step.now.person);
    return person ? ageOn(*person, dateOf(step.wish.occurred)) : std::nullopt;
}

template <typename Part>
const Part* meant(const std::vector<Part>& parts, const QString& words)
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& each) {
        return each.key.compare(words, Qt::CaseInsensitive) == 0
            || each.name.compare(words, Qt::CaseInsensitive) == 0;
    });
    return found == parts.end() ? nullptr : &*found;
}

// Support by a crisis team of adults, by whatever name, or in person by nobody knows whom; that a
// team is another is believed, but not of one that is named like it.
bool asksCrisisSupport(const CaseStep& step)
{
    const QJsonObject& asked = step.wish.request;
    const QString words = asked.value(u"team"_s).toString();
    const Profile& profile = step.desk.calendar().profile();
    const Team* team = meant(profile.teams, words);
    if (step.command() != u"case.support")
        return false;
    if (team)
        return team->audience == u"crht";
    const QString told = asked.value(u"team_kind"_s).toString();
    const bool camhs = words.contains(u"camhs"_s, Qt::CaseInsensitive);
    if (meant(profile.contacts, words) || told == u"childrens"_s)
        return false;
    if (told == u"other"_s)
        return !camhs && words.contains(u"crisis team"_s, Qt::CaseInsensitive);
    static const QStringList inPerson{u"joint_assessment"_s, u"crisis_intervention"_s,
        u"case_responsibility"_s, u"attend_assessment"_s};
    return told == u"crht"_s || (inPerson.contains(asked.value(u"kind"_s).toString()) && !camhs);
}

// What this desk asks of an adult crisis team.
bool asksCrht(const CaseStep& step)
{
    const QJsonObject& asked = step.wish.request;
    return step.command() == u"case.crht_request" || asksCrisisSupport(step)
        || (step.command() == u"case.attendee" && asked.value(u"role"_s) == u"crht"_s)
        || (step.command() == u"case.alternative" && asked.value(u"option"_s) == u"crht"_s
            && asked.value(u"answer"_s) == u"offered"_s);
}

int adultTeamsThatCame(const Case& record)
{
    const auto came
        = std::count_if(record.attendees.begin(), record.attendees.end(), [](const Attendee& each) {
              return each.role == u"crht" && (each.arrivedAt || each.confirmedAt);
          });
    const auto used = std::count_if(
        record.alternatives.begin(), record.alternatives.end(), [](const AlternativeRow& each) {
            return each.option == Alternative::Crht && each.answer == AlternativeAnswer::Used;
        });
    return static_cast<int>(came + used);
}

// Whom others sent, and who came all the same, is a fact, and flagged.
QString minorsAtHome(const CaseStep& step)
{
    const auto age = ageNow(step);
    const QJsonObject& asked = step.wish.request;
    if (adultTeamsThatCame(step.now) > adultTeamsThatCame(step.before))
        return age && *age < 18 && !step.flagged("COOP-3.9a")
            ? u"INV-12: home treatment came to a minor, and nothing says so"_s
            : QString();
    const bool confirmed = asked.value(u"adult_confirmed"_s).toBool();
    if (!asksCrht(step) || (age ? *age >= 18 : confirmed))
        return {};
    return u"INV-12: adult home treatment is asked for somebody of %1"_s.arg(age.value_or(-1));
}

// An adults-only service has no child's case unless it is said to be one.
QString minorsOfAdults(const CaseStep& step)
{
    const Service* owner = step.desk.calendar().profile().service(step.now.responsible.current());
    const auto person = step.desk.person(step.now.person);
    const auto age = person ? ageOn(*person, dateOf(step.desk.now)) : std::nullopt;
    if (!owner || !owner->adultsOnly || !step.now.open() || !age || *age >= 18)
        return {};
    return std::any_of(step.now.flags.begin(), step.now.flags.end(),
               [](const Flagged& each) { return each.clause == u"S3-R6"; })
        ? QString()
        : u"INV-12: an adults-only service has a child's case, and nothing says so"_s;
}

QString minorsInStations(const CaseStep& step)
{
    const auto age = ageNow(step);
    const QJsonObject& asked = step.wish.request;
    const bool station
        = step.command() == u"case.place" && asked.value(u"kind"_s) == u"police_station"_s;
    if (!station)
        return {};
    if (asked.value(u"planned"_s).toBool())
        return age && *age >= 18 ? QString() : u"INV-12: a police station is planned for a minor"_s;
    const bool detained = detainedAt(step.before, step.wish.occurred);
    if (detained && age && *age < 18 && !step.flagged("CLK-04"))
        return u"INV-12: a minor in a police station, and nothing says so"_s;
    return {};
}

QString overwritten(const CaseStep& step)
{
    for (const Note& before : step.before.entries) {
        const auto same = std::find_if(step.now.entries.begin(), step.now.entries.end(),
            [&](const Note& each) { return each.id == before.id; });
        if (same == step.now.entries.end())
            return u"INV-10: the entry “%1” is gone"_s.arg(before.words);
        if (!before.words.isEmpty() && same->words != before.words)
            return u"INV-10: “%1” became “%2”"_s.arg(before.words, same->words);
    }
    for (std::size_t at = 1; at < step.now.entries.size(); ++at)
        if (step.now.entries[at].occurred < step.now.entries[at - 1].occurred)
            return u"INV-7: entries are not in the order in which they happened"_s;
    return {};
}

// A time as it is typed means the instant that was meant, also where clocks change.
QString typedTime(const CaseStep& step)
{
    if (step.command() != u"case.note")
        return {};
    const Instant at = step.reply.events.front().occurred;
    if (at == step.wish.occurred)
        return {};
    return u"INV-7: “%1” was taken for %2"_s.arg(
        step.wish.request.value(u"at"_s).toString(), isoText(at));
}

QString outOfStep(const CaseStep& step)
{
    if (step.now.outOfStep.empty())
        return {};
    return u"INV-10: decided, but out of step: %1, %2"_s.arg(
        step.now.outOfStep.front().type, step.now.outOfStep.front().why);
}

}

bool CaseStep::flagged(const char* clause) const
{
    return std::any_of(reply.decision.flags.begin(), reply.decision.flags.end(),
        [clause](const Flag& flag) { return flag.clause == QLatin1StringView(clause); });
}

QString brokenOnCase(const CaseStep& step)
{
    for (const auto rule : {firstOwner, lostOwner, newOwner, movedClocks, movedTasks, detentions,
             lastDays, tooLate, signedTooLate, minorsAtHome, minorsOfAdults, minorsInStations,
             overwritten, typedTime, outOfStep})
        if (const QString problem = rule(step); !problem.isEmpty())
            return problem;
    return {};
}
