#include "ui/case/section_facts.h"

#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/cooperation/support_words.h"
#include "core/handover/answer_words.h"
#include "core/handover/documents_to_follow.h"
#include "core/text/people_words.h"
#include "core/time/london.h"
#include "ui/form/known_fields.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString joined(const QStringList& parts)
{
    QStringList given;
    for (const QString& part : parts)
        if (!part.isEmpty())
            given.append(part);
    return given.join(u", "_s);
}

QString at(const QString& what, const std::optional<core::Instant>& when, core::Instant now)
{
    return when ? u"%1 %2"_s.arg(what, momentText(*when, now)) : QString();
}

SectionFacts tasks(const SectionSource& source)
{
    SectionFacts facts;
    for (const core::Task& task : source.record.tasks) {
        if (task.doneAt)
            facts.push_back({at(u"Done"_s, task.doneAt, source.now),
                joined({task.what, task.ending(), task.doneBy}), "quiet"});
        else
            facts.push_back({u"Due %1"_s.arg(momentText(task.due, source.now)),
                joined({task.what, task.who}), task.due <= source.now ? "refusal" : ""});
    }
    std::stable_partition(facts.begin(), facts.end(),
        [](const SectionFact& fact) { return !fact.name.startsWith(u"Done"_s); });
    return facts;
}

SectionFacts referral(const SectionSource& source)
{
    SectionFacts facts;
    for (const KnownField& field : knownFields(source.record.referral))
        if (!field.key.startsWith(u"nr_"_s))
            facts.push_back({field.name, field.words});
    for (const core::FormIssue& issue : source.record.formIssues)
        facts.push_back(
            {u"Form sent"_s, joined({momentText(issue.at, source.now), issue.to, issue.by})});
    return facts;
}

SectionFacts alternatives(const SectionSource& source)
{
    SectionFacts facts;
    const core::Case& record = source.record;
    for (const core::AlternativeRow& row : record.alternatives) {
        const core::SupportReply* reply = core::replyOf(record, row);
        facts.push_back({words(row.option),
            joined({reply ? words(reply->answer) : words(row.answer),
                core::teamName(row.who, source.profile), momentText(row.at, source.now),
                row.reason})});
    }
    for (const core::SupportRequest& asked : core::besideTheMatrix(record))
        facts.push_back({words(core::Alternative::Crht),
            joined({words(asked.answer), core::teamName(asked.team, source.profile),
                momentText(asked.answeredAt.value_or(asked.askedAt), source.now),
                asked.answerWords})});
    return facts;
}

SectionFacts attending(const SectionSource& source)
{
    SectionFacts facts;
    for (const core::Attendee& each : source.record.attendees)
        facts.push_back({core::roleWords(each.role, source.profile),
            joined({each.name, each.number, at(u"asked"_s, each.requestedAt, source.now),
                at(u"confirmed"_s, each.confirmedAt, source.now),
                at(u"expected"_s, each.expectedAt, source.now),
                at(u"arrived"_s, each.arrivedAt, source.now)})});
    for (const core::DoctorCall& call : source.record.doctorCalls)
        facts.push_back({u"Rang %1"_s.arg(momentText(call.at, source.now)),
            joined({call.name, call.number, core::spokenWords(call.result),
                at(u"available from"_s, call.availableFrom, source.now),
                call.s12 ? u"section 12 approved"_s : QString(),
                call.knowsPatient ? u"knows the person"_s : QString()})});
    for (const core::Exam& exam : source.record.exams)
        facts.push_back({u"Examined %1"_s.arg(dayOrMomentText(exam.at, source.now)),
            joined({exam.doctor, exam.form, exam.joint ? u"joint"_s : QString(),
                exam.s12 ? u"section 12 approved"_s : QString()})});
    return facts;
}

SectionFacts nearestRelative(const SectionSource& source)
{
    SectionFacts facts;
    for (const KnownField& field : knownFields(source.record.referral))
        if (field.key.startsWith(u"nr_"_s))
            facts.push_back({field.name, field.words});
    for (const core::NrAttempt& each : source.record.nrAttempts)
        facts.push_back({u"Tried %1"_s.arg(momentText(each.at, source.now)),
            joined({words(each.means), each.number, each.by, words(each.result),
                each.answer ? words(*each.answer) : QString(), each.words, each.reason})});
    if (source.person && source.person->details.nearestRelative)
        facts.push_back({u"On the person"_s, *source.person->details.nearestRelative});
    return facts;
}

SectionFacts assessment(const SectionSource& source)
{
    SectionFacts facts;
    if (const auto& done = source.record.assessment) {
        facts.push_back({u"AMHP"_s, done->amhpName});
        facts.push_back({u"When"_s,
            joined({at(u"planned"_s, done->plannedAt, source.now),
                at(u"started"_s, done->startedAt, source.now),
                at(u"ended"_s, done->endedAt, source.now), done->place})});
        facts.push_back({u"Outcome"_s, done->outcome ? words(*done->outcome) : QString()});
        facts.push_back({u"Reasons"_s, done->reasons});
        facts.push_back({u"The person's view"_s, done->personsView});
        facts.push_back({u"The carer's view"_s, done->carersView});
    }
    if (const auto& made = source.record.application)
        facts.push_back({u"Application"_s,
            joined({made->form, momentText(made->signedAt, source.now), made->signedBy,
                made->hospital})});
    facts.push_back({u"Authority of the s2 applicant"_s, source.record.applicantAuthority});
    return facts;
}

SectionFacts bed(const SectionSource& source)
{
    SectionFacts facts;
    const core::Case& record = source.record;
    for (const core::AdmissionDecision& each : record.admissionDecisions)
        facts.push_back({each.at == record.decisionToAdmit ? u"Decision to admit"_s
                                                           : u"Told too, the earlier counts"_s,
            joined({momentText(each.at, source.now), each.by})});
    for (const core::Bed& each : record.beds)
        facts.push_back({momentText(each.at, source.now),
            joined({words(each.type), words(each.result), each.hospital,
                at(u"from"_s, each.availableFrom, source.now), each.crht})});
    facts.push_back({u"AMHP last saw the person"_s,
        record.amhpLastSaw ? dayOrMomentText(*record.amhpLastSaw, source.now) : QString()});
    if (const auto* after = core::availabilityTold(record))
        facts.push_back({u"AMHP after the shift"_s,
            joined({after->available ? u"available"_s : u"not available"_s,
                at(u"until"_s, after->until, source.now), after->number})});
    facts.push_back({u"Conveyance"_s,
        joined({at(u"asked"_s, record.conveyanceRequested, source.now),
            at(u"arrived"_s, record.conveyanceArrived, source.now)})});
    facts.push_back({u"Admitted"_s,
        joined({at({}, record.admittedAt, source.now).trimmed(), record.admittedTo})});
    return facts;
}

SectionFacts documents(const SectionSource& source)
{
    SectionFacts facts;
    for (const core::Document& each : source.record.documents) {
        const bool awaited = source.awaited.contains(each.fileHash);
        if (const core::HandoverItem* undone = undoneWith(source.record, each)) {
            facts.push_back(
                {words(each.kind), u"no longer awaited: %1"_s.arg(core::undoneText(*undone)), ""});
            continue;
        }
        facts.push_back({words(each.kind),
            joined({words(each.state), awaited ? u"the file is not here yet"_s : QString(),
                each.title, each.fileName, each.location, each.owner,
                at(u"by"_s, each.followsBy, source.now),
                at(u"e-mailed"_s, each.emailedAt, source.now), each.emailedTo, each.reason}),
            awaited || each.state == core::DocumentState::ToFollow ? "owed" : ""});
    }
    return facts;
}

// What a day team's record says that whoever works on the case must not miss; one that a
// second call took up again is the newest. HO-4.1b, HO-4.3
void addEdtRecord(SectionFacts& facts, const SectionSource& source)
{
    if (source.record.edtRecords.empty())
        return;
    const core::EdtRecord& received = source.record.edtRecords.back();
    const auto& items = source.record.handovers;
    const auto item = std::find_if(items.begin(), items.end(),
        [&received](const core::HandoverItem& each) { return each.id == received.item; });
    facts.push_back({u"EDT Handover Record"_s,
        joined({received.worker, core::teamName(received.team, source.profile), received.telephone,
            momentText(received.receivedAt, source.now)})});
    facts.push_back({u"Not to be contacted"_s, received.notToContact, "strong"});
    facts.push_back({u"Asked"_s, item == items.end() ? QString() : item->ipass.actions});
    facts.push_back({u"If … then …"_s, received.contingency});
    facts.push_back({u"Clarified"_s, received.clarification});
    facts.push_back({u"Feedback to"_s, received.feedbackTo});
}

SectionFacts handover(const SectionSource& source)
{
    SectionFacts facts;
    addEdtRecord(facts, source);
    for (const core::SeniorDiscussion& each : source.record.discussions)
        facts.push_back({u"Discussed %1"_s.arg(momentText(each.at, source.now)),
            joined({each.with, core::roleWords(each.role, source.profile), each.agreed})});
    for (const core::HandoverItem& item : source.record.handovers)
        facts.push_back({item.transferNumber,
            joined({u"%1 → %2"_s.arg(serviceName(source.profile, item.from),
                        serviceName(source.profile, item.to)),
                core::isDeclineNoted(item) ? core::answerWord(item) : words(item.state),
                at({}, item.answeredAt, source.now).trimmed(), core::answererName(item),
                core::answerSaid(item)})});
    for (const core::Written& each : source.record.written)
        facts.push_back({u"Written %1"_s.arg(momentText(each.at, source.now)),
            joined({each.what, u"to "_s + each.system, each.by})});
    return facts;
}

}

const std::vector<Section>& caseSections()
{
    static const std::vector<Section> sections{
        {u"Tasks"_s, u"No task yet."_s,
            {{u"case.task"_s, u"Add"_s}, {u"case.task_done"_s, u"Done"_s}}, tasks},
        {u"Referral"_s, u"Nothing of the referral form is known yet."_s,
            {{u"case.referral"_s, u"Fill in"_s}, {u"case.form_emailed"_s, u"Form e-mailed"_s},
                {u"case.describe"_s, u"Title, council, urgency"_s}},
            referral},
        {u"Alternatives explored"_s, u"None recorded; CRHT is asked before a handover."_s,
            {{u"case.alternative"_s, u"Add"_s}}, alternatives},
        {u"Doctors and people to attend"_s, u"Nobody asked yet."_s,
            {{u"case.doctor_call"_s, u"Doctor call"_s}, {u"case.attendee"_s, u"Ask somebody"_s},
                {u"case.attendee_update"_s, u"Confirmed, arrived"_s},
                {u"case.exam"_s, u"Examination"_s}},
            attending},
        {u"Nearest relative"_s, u"Not known yet."_s,
            {{u"case.referral"_s, u"Fill in"_s}, {u"case.nr_attempt"_s, u"Tried to reach"_s}},
            nearestRelative},
        {u"Assessment"_s, u"Not begun."_s,
            {{u"case.assessment"_s, u"Assessment"_s}, {u"case.amhp_saw"_s, u"AMHP saw"_s},
                {u"case.application"_s, u"Application"_s}},
            assessment},
        {u"Bed"_s, u"No bed is sought."_s,
            {{u"case.decision_to_admit"_s, u"Decision to admit"_s},
                {u"case.bed"_s, u"Bed search"_s}, {u"case.interim_check"_s, u"Interim check"_s},
                {u"case.availability"_s, u"AMHP after the shift"_s},
                {u"case.conveyance"_s, u"Conveyance"_s}, {u"case.admitted"_s, u"Admitted"_s}},
            bed},
        {u"Documents"_s, u"None noted."_s,
            {{u"case.document"_s, u"Note one"_s}, {u"case.document_arrived"_s, u"Arrived"_s},
                {u"case.documents_emailed"_s, u"E-mailed"_s}},
            documents, true},
        {u"Handover and writing"_s, u"Never handed over."_s,
            {{u"handover.propose"_s, u"Propose"_s}, {u"handover.discuss"_s, u"Discussed"_s},
                {u"case.dispute"_s, u"Disagreement"_s}},
            handover},
    };
    return sections;
}

}
