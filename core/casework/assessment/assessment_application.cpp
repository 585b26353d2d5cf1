#include "core/casework/application/application_checks.h"
#include "core/casework/application/applications.h"
#include "core/casework/application/section_forms.h"
#include "core/casework/assessment/applicants.h"
#include "core/casework/assessment/application_limits.h"
#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/assessment/nr_consulting.h"
#include "core/casework/assessment/nr_events.h"
#include "core/casework/assessment/nr_request.h"
#include "core/casework/case_checks.h"
#include "core/casework/clock_changes.h"
#include "core/casework/status/status_clocks.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_lawful.h"
#include "core/casework/status/status_rules.h"
#include "core/casework/work_events.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/escalation/pathway.h"

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
    QString authority;

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
        v("authority", s.authority, "s2: local authority for which the AMHP acts");
    }
};

bool isByAmhp(ApplicationForm form)
{
    return form == ApplicationForm::A2 || form == ApplicationForm::A6
        || form == ApplicationForm::A10;
}

// The desk's own plan is for the AMHP who assessed. HO-3.9a
void checkSigner(
    const SignApplication& wanted, const NamedAmhp& signer, const Case& record, Decision& decision)
{
    const QString assessor = record.assessment ? record.assessment->amhpName : QString();
    if (!wanted.planned || !isByAmhp(wanted.form) || signer.name.isEmpty() || assessor.isEmpty()
        || assessedBy(record, signer.user, signer.name))
        return;
    decision.refusals.push_back({u"HO-3.9a"_s, u"signed_by"_s,
        u"%1 assessed; %2"_s.arg(assessor, withoutEntry(signer.name).text),
        u"Plan it for %1, or record the other AMHP's own assessment first."_s.arg(assessor)});
}

// An AMHP makes no application for treatment against the nearest relative's objection. CLK-18
void checkObjection(
    const SignApplication& wanted, const Case& record, Instant at, Decision& decision)
{
    const bool objects = nearestRelativeObjects(record);
    const NrAttempt* then = wanted.planned ? nullptr : objectionAt(record, at);
    if (wanted.form != ApplicationForm::A6)
        return;
    if (!objects && !then) {
        if (!wanted.planned)
            flagUnconsulted(decision, record);
        return;
    }
    const QString why = u"The nearest relative objects to an application for treatment (s11(4)): "
                        "“%1”."_s.arg(objects ? objectionOf(record) : objectionIn(*then));
    if (wanted.planned)
        decision.refusals.push_back({u"CLK-18"_s, u"form"_s, why,
            u"Plan another form; or record with case.referral that the objection was withdrawn or "
            "the nearest relative displaced."_s});
    else
        flagOnce(decision, record, {u"CLK-18"_s, why});
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
    const bool forTreatment = wanted.planned && wanted.form == ApplicationForm::A6;
    if (auto before = forTreatment ? owedBeforeTreatment(record) : std::nullopt)
        decision.owed.push_back(std::move(*before));
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

bool isFirstOrAgain(const Application* former, const Application& made)
{
    return !former || former->signedBy.compare(made.signedBy, Qt::CaseInsensitive) == 0;
}

bool isEarlier(const Application* former, const Application& made)
{
    return former && made.signedAt < former->signedAt && !isSameApplication(*former, made);
}

// The s2 applicant's own: another application says nothing of it, and another AMHP's s2 application
// sets aside what was told of the former, unless it was signed before that one. CLK-20
void keepAuthority(
    Decision& decision, const QString& told, const Application& made, const Case& record)
{
    const Application* former = lastForAssessment(record);
    const bool isForAssessment = made.form == word(ApplicationForm::A2);
    if (!isForAssessment || isEarlier(former, made)) {
        const QString why = isForAssessment
            ? u"another application for s2 was signed after this one"_s
            : u"it is asked for of an application for s2"_s;
        if (!told.isEmpty())
            decision.notes.append(
                u"“%1” is not kept: %2; case.applicant_authority mends that."_s.arg(told, why));
        return;
    }
    const bool setsAside = !record.applicantAuthority.isEmpty() && !isFirstOrAgain(former, made);
    if (!told.isEmpty() || setsAside)
        decision.events.push_back(
            newEvent(subjectOf(record.id), ApplicantAuthorityTold{told}, made.signedAt));
}

// What the admission that is known came about on was signed after this one. INV-6
bool isOfFormerSection(const SignApplication& wanted, const Case& record, Instant at)
{
    const auto& known = record.application;
    return known && known->form != word(wanted.form) && at < known->signedAt
        && known->signedAt <= *record.admittedAt;
}

// What the nearest relative asks after it is another request. CLK-19
void endRequestBefore(Decision& decision, const Case& record, Instant at)
{
    for (const ClockFact& clock : record.clocks)
        if (clock.kind == u"nr_request"_s && clock.stands() && clock.start <= at)
            endClock(decision, record, clock, u"application signed"_s, at);
}

void decideSigned(Decision& decision, const SignApplication& wanted, const NamedAmhp& signer,
    const Case& record, const Context& context)
{
    const Instant at = wanted.signedAt.value_or(context.occurred);
    decision.events.push_back(newEvent(subjectOf(record.id),
        ApplicationSigned{wanted.form, signer.user, signer.name, wanted.hospital}, at));
    const Application made{word(wanted.form), at, signer.user, signer.name, wanted.hospital};
    keepAuthority(decision, wanted.authority, made, record);
    const Case after = preview(record, subjectOf(record.id), decision, context);
    judgeApplicants(decision, record, after);
    judgeTreatment(decision, record, after);
    const Case byThis = byApplication(after, made);
    judgeSightingAgain(decision, record, after);
    if (record.admittedAt && at <= *record.admittedAt && !isOfFormerSection(wanted, record, at))
        judgeAdmissionAgain(decision, record, after);
    supersedeByApplication(decision, byThis, context);
    endRequestBefore(decision, record, at);
    beginLimitsAgain(decision, record, limitsOfExaminations(), context);
    // Examination or application, whichever is earlier. CLK-11
    const bool isEmergency
        = wanted.form == ApplicationForm::A10 || wanted.form == ApplicationForm::A9;
    if (isEmergency && (!record.admittedAt || at > *record.admittedAt))
        startClock(
            decision, record, {u"s4_admission"_s, at, u"application"_s, {}, {}, {}}, context);
    noteNewApplication(decision, record, after);
    auto missing
        = followAdmission(decision, record, context) ? std::nullopt : owedRecommendations(after);
    if (missing)
        decision.owed.push_back(std::move(*missing));
    timeAbsences(decision, record, at, context);
}

Decision signApplication(const SignApplication& wanted, const Context& context)
{
    Decision decision;
    const auto found = caseOfFact(decision, wanted.of,
        {u"signed_at"_s, wanted.planned ? std::nullopt : wanted.signedAt}, context);
    if (!found)
        return decision;
    const Case& record = *found;
    const auto named = signerOf(wanted, record, context);
    if (const auto* refusal = std::get_if<Refusal>(&named))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& signer = std::get<NamedAmhp>(named);
    if (wanted.signedAt)
        refused(decision, refuseFuture(context, u"signed_at"_s, *wanted.signedAt));
    checkSigner(wanted, signer, record, decision);
    checkObjection(wanted, record, wanted.signedAt.value_or(context.occurred), decision);
    if (decision.refused())
        return decision;
    if (wanted.planned)
        decision.events.push_back(newEvent(subjectOf(record.id),
            ApplicationPlanned{wanted.form, signer.user, signer.name, wanted.hospital,
                wanted.plannedFor ? std::optional(wanted.plannedFor->at) : std::nullopt}));
    else
        decideSigned(decision, wanted, signer, record, context);
    if (wanted.planned)
        settleSeeing(decision, record, context);
    followWait(decision, record, context);
    oweForApplication(wanted, signer, record, decision);
    const Case after = preview(record, subjectOf(record.id), decision, context);
    if (auto seen = wanted.planned ? std::nullopt : owedSighting(after))
        decision.owed.push_back(std::move(*seen));
    const auto owed = assessmentOwed(after, personOf(after, context).get());
    decision.owed.insert(decision.owed.end(), owed.begin(), owed.end());
    return decision;
}

}

std::vector<CommandSpec> applicationCommands()
{
    return {
        command<SignApplication>("Records a signed application, or plans who is to sign it",
            {u"COOP-2.6"_s, u"HO-3.9a"_s, u"CLK-01"_s, u"CLK-10"_s, u"CLK-11"_s, u"CLK-15"_s,
                u"CLK-16"_s, u"CLK-18"_s, u"CLK-20"_s, u"CLK-22"_s, u"INV-6"_s},
            signApplication),
    };
}

}
