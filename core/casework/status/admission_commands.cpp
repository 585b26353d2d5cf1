#include "core/casework/application/application_checks.h"
#include "core/casework/application/applications.h"
#include "core/casework/application/section_forms.h"
#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/case_checks.h"
#include "core/casework/clock_changes.h"
#include "core/casework/derived_parts.h"
#include "core/casework/extension/extension_told.h"
#include "core/casework/status/admission_withdrawn.h"
#include "core/casework/status/status_clocks.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_rules.h"
#include "core/casework/work_events.h"
#include "core/clock/passed.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/escalation/pathway.h"
#include "core/time/durations.h"
#include "core/time/london.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct NoteConveyance {
    static constexpr const char* name = "case.conveyance";
    CaseId of;
    std::optional<Instant> requested;
    std::optional<Instant> arrived;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("requested", s.requested, "When the ambulance was asked for");
        v("arrived", s.arrived, "When it arrived");
    }
};

struct AdmitPerson {
    static constexpr const char* name = "case.admitted";
    CaseId of;
    QString hospital;
    std::optional<Instant> at;
    QString correction;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("hospital", s.hospital, "The hospital; the one on the application when left out");
        v("time", s.at, "Time on form H3");
        v("correction", s.correction,
            "Why the recorded admission is withdrawn: the person was not admitted");
    }
};

// A long wait for the ambulance is a ground for escalation: its clock says when. ESC-2.1
void timeConveyance(Decision& decision, const Case& record, const std::optional<Instant>& asked,
    const std::optional<Instant>& arrived, const Context& context)
{
    const bool wasThere = asked && record.conveyanceArrived && *record.conveyanceArrived >= *asked;
    const auto there = !arrived && wasThere ? record.conveyanceArrived : arrived;
    if (asked && !there && record.conveyanceRequested != asked) {
        startClock(decision, record,
            {u"conveyance"_s, *asked, u"ambulance asked for"_s, {}, {}, {}}, context);
        return;
    }
    if (!there || (!arrived && record.conveyanceRequested == asked))
        return;
    endClocks(decision, record, {u"conveyance"_s}, u"ambulance arrived"_s, *there);
    if (!asked)
        return;
    const Instant limit = dueOf(*clockKind(u"conveyance"_s), *asked, context.calendar).due;
    if (*there > limit)
        decision.flags.push_back({u"ESC-2.1"_s,
            u"The ambulance was waited for %1, past %2: conveyance is a ground for escalation."_s
                .arg(durationText(*there - *asked), dateTimeText(limit))});
}

Decision noteConveyance(const NoteConveyance& wanted, const Context& context)
{
    Decision decision;
    const auto found = openCaseNamed(decision, wanted.of, context);
    if (!found)
        return decision;
    const Case& record = *found;
    if (!wanted.requested && !wanted.arrived)
        return refuse({}, u"requested"_s, u"Nothing is said of the conveyance."_s,
            u"Give when it was asked for or when it arrived."_s);
    if (wanted.requested)
        refused(decision, refuseFuture(context, u"requested"_s, *wanted.requested));
    if (wanted.arrived)
        refused(decision, refuseFuture(context, u"arrived"_s, *wanted.arrived));
    const auto asked = wanted.requested ? wanted.requested : record.conveyanceRequested;
    if (asked && wanted.arrived && *wanted.arrived < *asked)
        decision.refusals.push_back({{}, u"arrived"_s,
            u"The ambulance cannot arrive (%1) before it was asked for (%2)."_s.arg(
                dateTimeText(*wanted.arrived), dateTimeText(*asked)),
            u"Mend the one that is wrong."_s});
    if (decision.refused())
        return decision;
    decision.events.push_back(
        newEvent(subjectOf(record.id), ConveyanceNoted{wanted.requested, wanted.arrived}));
    timeConveyance(decision, record, asked, wanted.arrived, context);
    return decision;
}

// In hospital ends what held the person elsewhere, or sought them.
bool endsWithAdmission(LegalStatus status, const Case& record)
{
    constexpr std::array all{LegalStatus::S136, LegalStatus::S135, LegalStatus::S5_2,
        LegalStatus::S5_4, LegalStatus::Awol, LegalStatus::Pace};
    const bool recalled = status == LegalStatus::Cto && runningClock(record, u"cto_recall"_s);
    return recalled || std::find(all.begin(), all.end(), status) != all.end();
}

// With the wait ends each hold that had begun by then; what began after the admission goes on.
void endWaitAndHolds(Decision& decision, const Case& record, Instant at)
{
    static const QStringList holds{u"s136"_s, u"s135_1"_s, u"s5_2"_s, u"s5_4"_s, u"awol"_s,
        u"absconded"_s, u"pace"_s, u"pace_review"_s, u"appropriate_adult"_s, u"cto_recall"_s,
        u"s4_admission"_s, u"conveyance_14d"_s, u"exam_gap_5d"_s};
    QStringList kinds{u"ed_12h"_s, u"ed_arrival_4h"_s, u"ed_arrival_12h"_s, u"conveyance"_s,
        u"station_check"_s, u"station_review"_s};
    for (const ClockFact& clock : record.clocks)
        if (clock.stands() && clock.start <= at && holds.contains(clock.kind))
            kinds.append(clock.kind);
    for (const StatusEpisode& episode : record.statuses) {
        if (episode.ended || episode.start > at || !endsWithAdmission(episode.status, record))
            continue;
        decision.events.push_back(
            newEvent(subjectOf(record.id), StatusEnded{episode.id, u"admitted"_s}, at));
        kinds += clocksOf(episode.status);
    }
    endClocks(decision, record, kinds, u"admitted"_s, at);
}

// Whoever was admitted is on the ward, until another place is told of a later time.
void followToWard(Decision& decision, const Case& record, const QString& hospital, Instant at)
{
    const Place there = record.place.at(at);
    if (there.kind == PlaceKind::Ward && (hospital.isEmpty() || there.detail == hospital))
        return;
    decision.events.push_back(newEvent(subjectOf(record.id),
        CasePlaced{PlaceKind::Ward, hospital, false, std::nullopt, std::nullopt, std::nullopt},
        at));
}

bool isUnder(const Case& record, LegalStatus status, Instant at)
{
    return std::any_of(
        record.statuses.begin(), record.statuses.end(), [&](const StatusEpisode& each) {
            return each.status == status && each.start <= at && (!each.ended || *each.ended > at);
        });
}

// With the admission begin the detention's own time (CLK-08, CLK-09; under s4 the 72 hours for the
// second recommendation, CLK-10) and the 14 days to put the forms right (CLK-22).
void beginDetention(Decision& decision, const Case& record, Instant at, const Context& context)
{
    const auto status = admittedUnder(record);
    if (!status)
        return;
    const QString evidence = u"admission on form %1"_s.arg(record.application->form);
    const bool isTold = isUnder(record, *status, at);
    if (*status == LegalStatus::S2 && !isTold)
        beginTribunal(decision, record, at, evidence, context);
    const ClockFact* rectified = runningClock(record, u"s15_rectification"_s);
    if (!rectified || at < rectified->start)
        startClock(decision, record, {u"s15_rectification"_s, at, evidence, {}, {}, {}}, context);
    const QString kind = clockKindOf(*status);
    if (isTold || runningClock(record, kind))
        return;
    const PartId clock = startClock(decision, record, {kind, at, evidence, {}, {}, {}}, context);
    decision.events.push_back(newEvent(
        subjectOf(record.id), StatusStarted{{context.mint()}, *status, evidence, clock}, at));
}

// Whoever comes in on the nearest relative's own application is owed a report on their
// circumstances; the law says as soon as practicable, the task says by when it is looked at again.
// CLK-21
void oweCircumstances(Decision& decision, const Case& record, Instant at, const Context& context)
{
    const bool byRelative = record.application
        && (record.application->form == word(ApplicationForm::A1)
            || record.application->form == word(ApplicationForm::A5));
    if (!byRelative)
        return;
    const Instant due = instantOf(
        {context.calendar.addWorkingDays(dateOf(at), 1), endOfWorkingDay(context.profile())});
    noteHolidays(decision, due, context);
    decision.events.push_back(newEvent(subjectOf(record.id),
        CaseTaskAdded{{context.mint()},
            u"s14: interview the person and send the hospital managers a report on the social "
            u"circumstances"_s,
            {}, due, warningsBefore(due, u"task"_s, context.profile()), u"CLK-21"_s,
            u"circumstances_report"_s},
        knownOn(record, context.occurred)));
}

void endCheck(Decision& decision, const Case& record, Instant at)
{
    if (const Task* check = openInterimCheck(record))
        decision.events.push_back(
            newEvent(subjectOf(record.id), CaseTaskDone{check->id, u"admitted"_s, true}, at));
}

void admit(Decision& decision, const Case& record, const QString& hospital, Instant at,
    const Context& context)
{
    decision.events.push_back(newEvent(subjectOf(record.id), PersonAdmitted{hospital}, at));
    endWaitAndHolds(decision, record, at);
    followToWard(decision, record, hospital, at);
    endCheck(decision, record, at);
    followWait(decision, record, context);
    endPathways(decision, record, u"admitted"_s, at);
    beginDetention(decision, record, at, context);
    oweCircumstances(decision, record, at, context);
    if (auto against = againstAdmission(record, at))
        decision.flags.push_back(std::move(*against));
    if (auto missing
        = owedRecommendations(preview(record, subjectOf(record.id), decision, context)))
        decision.owed.push_back(std::move(*missing));
}

// The section that began on the signed application, where it is told as a status.
const StatusEpisode* sectionOnApplication(const Case& record)
{
    const auto status = admittedUnder(record);
    const auto found = std::find_if(
        record.statuses.begin(), record.statuses.end(), [&](const StatusEpisode& each) {
            return each.status == status && each.start >= record.application->signedAt;
        });
    return found == record.statuses.end() ? nullptr : &*found;
}

// Another section that began by `until`, and after `since` where that is told.
bool hasOtherSection(const Case& record, const StatusEpisode& begun, Instant since, Instant until)
{
    return std::any_of(
        record.statuses.begin(), record.statuses.end(), [&](const StatusEpisode& each) {
            return isInHospitalUnder(each.status) && each.status != begun.status
                && since < each.start && each.start <= until;
        });
}

// The admission is told already, and only now the application that it was on.
void beginOnAdmission(Decision& decision, const Case& after, const Context& context)
{
    const bool isKnown = std::any_of(after.clocks.begin(), after.clocks.end(),
        [](const ClockFact& each) { return each.kind == u"s15_rectification"_s; });
    const bool hasAnother = std::any_of(
        after.statuses.begin(), after.statuses.end(), [&after](const StatusEpisode& each) {
            return isInHospitalUnder(each.status) && each.status != admittedUnder(after);
        });
    if (isKnown || hasAnother || after.application->signedAt > *after.admittedAt)
        return;
    beginDetention(decision, after, *after.admittedAt, context);
    oweCircumstances(decision, after, *after.admittedAt, context);
}

Decision withdraw(const AdmitPerson& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    return record ? withdrawAdmission(*record, wanted.correction, context) : decision;
}

Decision admitPerson(const AdmitPerson& wanted, const Context& context)
{
    if (!wanted.correction.trimmed().isEmpty())
        return withdraw(wanted, context);
    Decision decision;
    const auto found = caseOfFact(decision, wanted.of, {u"time"_s, wanted.at}, context);
    if (!found)
        return decision;
    if (wanted.at && refused(decision, refuseFuture(context, u"time"_s, *wanted.at)))
        return decision;
    const Instant at = wanted.at.value_or(context.occurred);
    const Case record = byApplicationAt(*found, at);
    const QString planned = record.application ? record.application->hospital : QString();
    const QString hospital = wanted.hospital.isEmpty() ? planned : wanted.hospital;
    admit(decision, record, hospital, at, context);
    tellExtensions(decision, record, context);
    timeAbsences(decision, *found, at, context);
    if (hospital.isEmpty())
        decision.owed.push_back({u"REC-2.8"_s, u"hospital"_s, u"To which hospital."_s, u"close"_s});
    return decision;
}

}

static std::optional<Application> lastFor(const Case& record, const StatusEpisode& begun)
{
    std::optional<Application> last;
    for (const Application& each : record.applications)
        if (admittedUnder(each) == begun.status && each.signedAt <= begun.start
            && (!last || each.signedAt >= last->signedAt))
            last = each;
    return last;
}

// The application that is told now; else that on which the section began that is.
static Case byWhatIsTold(const Case& before, Case after)
{
    for (const Application& each : after.applications)
        if (std::find(before.applications.begin(), before.applications.end(), each)
            == before.applications.end()) {
            after.application = each;
            return after;
        }
    const auto hadBegun = [&before](const StatusEpisode& begun) {
        return std::any_of(before.statuses.begin(), before.statuses.end(),
            [&begun](const StatusEpisode& each) { return each.id == begun.id; });
    };
    for (const StatusEpisode& begun : after.statuses) {
        if (!isInHospitalUnder(begun.status) || hadBegun(begun))
            continue;
        if (const auto made = lastFor(after, begun)) {
            after.application = made;
            return after;
        }
    }
    return after;
}

static bool wasSignedAt(const Case& record, Instant at)
{
    return std::any_of(record.applications.begin(), record.applications.end(),
        [at](const Application& each) { return each.signedAt == at; });
}

bool followAdmission(Decision& decision, const Case& before, const Context& context)
{
    const Case after = withWaitsRunning(
        byWhatIsTold(before, preview(before, subjectOf(before.id), decision, context)));
    if (!admittedUnder(after))
        return false;
    const StatusEpisode* begun = sectionOnApplication(after);
    // A known admission may be that of a later section, which followed on this one.
    if (!begun
        || (after.admittedAt && !hasOtherSection(after, *begun, begun->start, *after.admittedAt))) {
        if (after.admittedAt && !wasSignedAt(before, after.application->signedAt))
            beginOnAdmission(decision, after, context);
        return false;
    }
    Decision admission;
    admit(admission, after, after.application->hospital, begun->start, context);
    // Who was in hospital under another section did not come in on it: what is missing is owed.
    const bool wasThere = hasOtherSection(after, *begun, {}, begun->start);
    std::erase_if(admission.flags, [&](const Flag& each) {
        return (wasThere && each.clause == u"CLK-01"_s)
            || std::find(decision.flags.begin(), decision.flags.end(), each)
            != decision.flags.end();
    });
    std::move(
        admission.events.begin(), admission.events.end(), std::back_inserter(decision.events));
    std::move(admission.flags.begin(), admission.flags.end(), std::back_inserter(decision.flags));
    std::move(admission.owed.begin(), admission.owed.end(), std::back_inserter(decision.owed));
    decision.notes += admission.notes;
    return true;
}

void endWaitBySection(Decision& decision, const Case& before, const Context& context)
{
    static const QStringList kinds{u"exam_gap_5d"_s, u"conveyance_14d"_s, u"s4_admission"_s};
    const Case after = withWaitsRunning(preview(before, subjectOf(before.id), decision, context));
    for (const ClockFact& clock : after.clocks) {
        const auto begun = std::find_if(
            after.statuses.begin(), after.statuses.end(), [&clock](const StatusEpisode& each) {
                return isInHospitalUnder(each.status) && each.start >= clock.start;
            });
        if (clock.stands() && kinds.contains(clock.kind) && begun != after.statuses.end())
            decision.events.push_back(
                newEvent(subjectOf(before.id), ClockEnded{clock.id, u"admitted"_s}, begun->start));
    }
}

std::vector<CommandSpec> admissionCommands()
{
    return {
        command<NoteConveyance>("Notes when conveyance was asked for and when it arrived",
            {u"ESC-2.1"_s}, noteConveyance),
        command<AdmitPerson>("Records the admission (H3): the clocks of the wait end",
            {u"CLK-01"_s, u"CLK-08"_s, u"CLK-09"_s, u"CLK-10"_s, u"CLK-11"_s, u"CLK-16"_s,
                u"CLK-21"_s, u"CLK-22"_s, u"CLK-25"_s, u"CLK-26"_s, u"CLK-40"_s, u"CLK-41"_s,
                u"CLK-60"_s, u"INV-4"_s},
            admitPerson),
    };
}

}
