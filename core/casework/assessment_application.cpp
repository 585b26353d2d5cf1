#include "core/casework/assessment_commands.h"
#include "core/casework/case_checks.h"
#include "core/casework/clock_changes.h"
#include "core/casework/section_forms.h"
#include "core/casework/status_events.h"
#include "core/casework/status_rules.h"
#include "core/casework/work_events.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/escalation/pathway.h"
#include "core/time/durations.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct SignApplication {
    static constexpr const char* name = "case.application";
    CaseId of;
    ApplicationForm form = ApplicationForm::A2;
    std::optional<Instant> signedAt;
    UserId signedBy;
    QString signedByName;
    QString hospital;
    bool planned = false;
    std::optional<Due> plannedFor;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("form", s.form, "Which form", Need::Required);
        v("signed_at", s.signedAt, "When it was signed");
        v("signed_by", s.signedBy, "The AMHP who signed, a user of the desk");
        v("signed_by_name", s.signedByName, "Who signed, by name, when no user of the desk");
        v("hospital", s.hospital, "One specific hospital");
        v("planned", s.planned, "Not signed yet: this desk plans who is to sign");
        v("planned_for", s.plannedFor, "When it is planned");
    }
};

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

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("hospital", s.hospital, "The hospital; the one on the application when left out");
        v("time", s.at, "Time on form H3");
    }
};

bool isByAmhp(ApplicationForm form)
{
    return form == ApplicationForm::A2 || form == ApplicationForm::A6
        || form == ApplicationForm::A10;
}

QString assessorOf(const Case& record)
{
    return record.assessment ? record.assessment->amhpName : QString();
}

QString otherAmhpText(const Case& record, const QString& signer)
{
    if (assessorOf(record).isEmpty())
        return u"%1 has no assessment entry on this case."_s.arg(signer);
    return u"%1 assessed; %2 has no assessment entry on this case."_s.arg(
        assessorOf(record), signer);
}

// The AMHP who assessed completes the application. HO-3.9a
void checkSigner(
    const SignApplication& wanted, const NamedAmhp& signer, const Case& record, Decision& decision)
{
    if (!isByAmhp(wanted.form) || signer.name.isEmpty()
        || assessedBy(record, signer.user, signer.name))
        return;
    if (!wanted.planned)
        decision.flags.push_back({u"HO-3.9a"_s, otherAmhpText(record, signer.name)});
    else if (!assessorOf(record).isEmpty())
        decision.refusals.push_back(
            {u"HO-3.9a"_s, u"signed_by"_s, otherAmhpText(record, signer.name),
                u"Plan it for %1, or record the other AMHP's own assessment first."_s.arg(
                    assessorOf(record))});
}

std::optional<Instant> lastSeenBy(const Case& record, const QString& signer)
{
    for (const Sighting& each : record.sightings)
        if (each.amhp.compare(signer, Qt::CaseInsensitive) == 0)
            return each.at;
    return {};
}

// The applicant has seen the person: for s2 and s3 the day it is signed is the last of fourteen
// that begin with that day, for s4 within 24 hours. CLK-15
void checkSeen(const SignApplication& wanted, const NamedAmhp& signer, const Case& record,
    Instant signedAt, Decision& decision)
{
    if (!isByAmhp(wanted.form) || record.application)
        return;
    const auto seen = signer.name.isEmpty() ? record.amhpLastSaw : lastSeenBy(record, signer.name);
    if (!seen)
        return;
    constexpr auto emergency = std::chrono::hours(24);
    const QDate last = lastDay(dateOf(*seen), CalendarDays{14});
    if (wanted.form == ApplicationForm::A10 && signedAt > *seen + emergency)
        decision.flags.push_back({u"CLK-15"_s,
            u"The s4 application was signed %1; the AMHP last saw the person %2, more than 24 "
            u"hours "
            u"before."_s.arg(dateTimeText(signedAt), dateTimeText(*seen))});
    else if (dateOf(signedAt) > last)
        decision.flags.push_back({u"CLK-15"_s,
            u"The application is dated %1; the AMHP last saw the person %2, so %3 was the last "
            u"day."_s.arg(dateText(dateOf(signedAt)), dateText(dateOf(*seen)), dateText(last))});
}

void oweForApplication(
    const SignApplication& wanted, const NamedAmhp& signer, const Case& record, Decision& decision)
{
    if (wanted.hospital.isEmpty())
        decision.owed.push_back({u"REC-2.3"_s, u"hospital"_s,
            u"The application names no hospital: one specific hospital."_s, u"close"_s});
    if (signer.name.isEmpty())
        decision.owed.push_back(
            {u"HO-3.9a"_s, u"signed_by"_s, u"Who signs the application."_s, u"close"_s});
    if (!record.assessment || !record.assessment->outcome)
        decision.owed.push_back({u"HO-3.9a"_s, u"assessment"_s,
            u"The outcome of the assessment is not on the record."_s, u"close"_s});
    const auto owed = assessmentOwed(record);
    decision.owed.insert(decision.owed.end(), owed.begin(), owed.end());
}

NamedAmhp nearestRelative(const SignApplication& wanted, const Case& record)
{
    return {{},
        wanted.signedByName.isEmpty() ? record.referral.nrName.value_or(QString())
                                      : wanted.signedByName};
}

std::variant<NamedAmhp, Refusal> signerOf(
    const SignApplication& wanted, const Case& record, const Context& context)
{
    if (!isByAmhp(wanted.form) && wanted.signedBy.isNull())
        return nearestRelative(wanted, record);
    return amhpNamed(context, wanted.signedBy, wanted.signedByName);
}

void decideSigned(Decision& decision, const SignApplication& wanted, const NamedAmhp& signer,
    const Case& record, const Context& context)
{
    const Instant at = wanted.signedAt.value_or(context.occurred);
    checkSeen(wanted, signer, record, at, decision);
    decision.events.push_back(newEvent(subjectOf(record.id),
        ApplicationSigned{wanted.form, signer.user, signer.name, wanted.hospital}, at));
    const Case after = preview(record, subjectOf(record.id), decision, context);
    supersedeByApplication(decision, after, context);
    if (auto missing = owedRecommendations(after))
        decision.owed.push_back(std::move(*missing));
    endClocks(decision, record, {u"amhp_seen_14d"_s, u"nr_request"_s}, u"application signed"_s, at);
    // Examination or application, whichever is earlier. CLK-11
    if (wanted.form == ApplicationForm::A10 || wanted.form == ApplicationForm::A9)
        startClock(
            decision, record, {u"s4_admission"_s, at, u"application"_s, {}, {}, {}}, context);
}

Decision signApplication(const SignApplication& wanted, const Context& context)
{
    Decision decision;
    const auto found = openCaseNamed(decision, wanted.of, context);
    if (!found)
        return decision;
    const Case& record = *found;
    const auto named = signerOf(wanted, record, context);
    if (const auto* refusal = std::get_if<Refusal>(&named))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& signer = std::get<NamedAmhp>(named);
    if (wanted.signedAt) {
        refused(decision, refuseFuture(context, u"signed_at"_s, *wanted.signedAt));
        refused(decision, refuseAfterClosing(record, u"signed_at"_s, *wanted.signedAt));
    }
    checkSigner(wanted, signer, record, decision);
    if (decision.refused())
        return decision;
    if (wanted.planned)
        decision.events.push_back(newEvent(subjectOf(record.id),
            ApplicationPlanned{wanted.form, signer.user, signer.name, wanted.hospital,
                wanted.plannedFor ? std::optional(wanted.plannedFor->at) : std::nullopt}));
    else
        decideSigned(decision, wanted, signer, record, context);
    oweForApplication(wanted, signer, record, decision);
    return decision;
}

// A long wait for the ambulance is a ground for escalation: its clock says when. ESC-2.1
void timeConveyance(Decision& decision, const Case& record, const std::optional<Instant>& asked,
    const std::optional<Instant>& arrived, const Context& context)
{
    const auto there = arrived ? arrived : record.conveyanceArrived;
    if (asked && !there && record.conveyanceRequested != asked) {
        startClock(decision, record,
            {u"conveyance"_s, *asked, u"ambulance asked for"_s, {}, {}, {}}, context);
        return;
    }
    if (!arrived)
        return;
    endClocks(decision, record, {u"conveyance"_s}, u"ambulance arrived"_s, *arrived);
    if (!asked)
        return;
    const Instant limit = dueOf(*clockKind(u"conveyance"_s), *asked, context.calendar).due;
    if (*arrived > limit)
        decision.flags.push_back({u"ESC-2.1"_s,
            u"The ambulance was waited for %1, past %2: conveyance is a ground for escalation."_s
                .arg(durationText(*arrived - *asked), dateTimeText(limit))});
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

void checkExams(const Case& record, Instant admittedAt, Decision& decision)
{
    if (!record.application || record.exams.empty())
        return;
    Instant exam = record.exams.front().at;
    for (const Exam& each : record.exams)
        exam = std::max(exam, each.at);
    const QDate last = lastDay(dateOf(exam), CalendarDays{14});
    if (dateOf(admittedAt) > last)
        decision.flags.push_back({u"CLK-16"_s,
            u"Admitted %1; the last medical examination was %2, so %3 was the last day."_s.arg(
                dateText(dateOf(admittedAt)), dateText(dateOf(exam)), dateText(last))});
}

void endHolds(Decision& decision, const Case& record, Instant at)
{
    for (const StatusEpisode& episode : record.statuses) {
        const bool hold = episode.status == LegalStatus::S136 || episode.status == LegalStatus::S135
            || episode.status == LegalStatus::S5_2 || episode.status == LegalStatus::S5_4;
        if (hold && !episode.ended)
            decision.events.push_back(
                newEvent(subjectOf(record.id), StatusEnded{episode.id, u"admitted"_s}, at));
    }
}

std::optional<LegalStatus> admittedUnder(const Case& record)
{
    static const QHash<QString, LegalStatus> statuses{{word(ApplicationForm::A1), LegalStatus::S2},
        {word(ApplicationForm::A2), LegalStatus::S2}, {word(ApplicationForm::A5), LegalStatus::S3},
        {word(ApplicationForm::A6), LegalStatus::S3}, {word(ApplicationForm::A9), LegalStatus::S4},
        {word(ApplicationForm::A10), LegalStatus::S4}};
    const auto found
        = record.application ? statuses.constFind(record.application->form) : statuses.constEnd();
    return found == statuses.constEnd() ? std::nullopt : std::optional(*found);
}

// With the admission begin the detention's own time (CLK-08, CLK-09; under s4 the 72 hours for the
// second recommendation, CLK-10) and the 14 days to put the forms right (CLK-22).
void beginDetention(Decision& decision, const Case& record, Instant at, const Context& context)
{
    const auto status = admittedUnder(record);
    if (!status)
        return;
    const QString evidence = u"admission on form %1"_s.arg(record.application->form);
    if (*status == LegalStatus::S2 && !runningClock(record, u"tribunal"_s))
        startClock(decision, record, {u"tribunal"_s, at, evidence, {}, {}, {}}, context);
    if (!runningClock(record, u"s15_rectification"_s))
        startClock(decision, record, {u"s15_rectification"_s, at, evidence, {}, {}, {}}, context);
    const QString kind = clockKindOf(*status);
    if (runningClock(record, kind))
        return;
    const PartId clock = startClock(decision, record, {kind, at, evidence, {}, {}, {}}, context);
    decision.events.push_back(newEvent(
        subjectOf(record.id), StatusStarted{{context.mint()}, *status, evidence, clock}, at));
}

void endCheck(Decision& decision, const Case& record, Instant at)
{
    if (const Task* check = openInterimCheck(record))
        decision.events.push_back(
            newEvent(subjectOf(record.id), CaseTaskDone{check->id, u"admitted"_s}, at));
}

Decision admitPerson(const AdmitPerson& wanted, const Context& context)
{
    Decision decision;
    const auto found = openCaseNamed(decision, wanted.of, context);
    if (!found)
        return decision;
    const Case& record = *found;
    if (wanted.at && refused(decision, refuseFuture(context, u"time"_s, *wanted.at)))
        return decision;
    const Instant at = wanted.at.value_or(context.occurred);
    if (refused(decision, refuseAfterClosing(record, u"time"_s, at)))
        return decision;
    const QString planned = record.application ? record.application->hospital : QString();
    const QString hospital = wanted.hospital.isEmpty() ? planned : wanted.hospital;
    decision.events.push_back(newEvent(subjectOf(record.id), PersonAdmitted{hospital}, at));
    endClocks(decision, record,
        {u"s136"_s, u"s135_1"_s, u"s5_2"_s, u"s5_4"_s, u"s4_admission"_s, u"ed_12h"_s,
            u"ed_arrival_4h"_s, u"ed_arrival_12h"_s, u"conveyance"_s, u"conveyance_14d"_s,
            u"exam_gap_5d"_s, u"station_check"_s},
        u"admitted"_s, at);
    endHolds(decision, record, at);
    endCheck(decision, record, at);
    endPathways(decision, record, u"admitted"_s, at);
    beginDetention(decision, record, at, context);
    checkExams(record, at, decision);
    if (hospital.isEmpty())
        decision.owed.push_back({u"REC-2.8"_s, u"hospital"_s, u"To which hospital."_s, u"close"_s});
    return decision;
}

}

std::vector<CommandSpec> applicationCommands()
{
    return {
        command<SignApplication>("Records a signed application, or plans who is to sign it",
            {u"HO-3.9a"_s, u"CLK-01"_s, u"CLK-15"_s}, signApplication),
        command<NoteConveyance>("Notes when conveyance was asked for and when it arrived",
            {u"ESC-2.1"_s}, noteConveyance),
        command<AdmitPerson>("Records the admission (H3): the clocks of the wait end",
            {u"CLK-01"_s, u"CLK-08"_s, u"CLK-09"_s, u"CLK-10"_s, u"CLK-16"_s, u"CLK-22"_s,
                u"CLK-40"_s},
            admitPerson),
    };
}

}
