#include "core/casework/application/form_sections.h"

#include "core/casework/assessment/admission_decision.h"
#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/assessment/exam_correction.h"
#include "core/casework/assessment/exam_limits.h"
#include "core/casework/assessment/nr_consulting.h"
#include "core/casework/cooperation/support_words.h"
#include "core/casework/held.h"
#include "core/casework/printed_words.h"
#include "core/handover/documents_to_follow.h"
#include "core/text/identifiers.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

static QString text(const std::optional<QString>& value)
{
    return value.value_or(QString());
}

static QString when(const std::optional<Instant>& at)
{
    return at ? dateTimeText(*at) : QString();
}

static QString yesNo(const std::optional<bool>& value)
{
    return !value ? QString() : *value ? u"yes"_s : u"no"_s;
}

static QString either(const std::optional<QString>& first, const std::optional<QString>& second)
{
    return first && !first->isEmpty() ? *first : text(second);
}

static QString joined(const QStringList& parts, const QString& between = u" · "_s)
{
    QStringList given;
    for (const QString& part : parts)
        if (!part.isEmpty())
            given.append(part);
    return given.join(between);
}

static QString label(const QString& words, const QString& value)
{
    return value.isEmpty() ? QString() : words + u' ' + value;
}

PrintedSection referralSection(const FormSources& sources)
{
    const ReferralForm& form = sources.record.referral;
    const ContactDetails caller = sources.contact ? sources.contact->details : ContactDetails{};
    const auto& owners = sources.record.responsible.entries();
    const QString first = owners.empty() ? QString() : owners.front().value;
    const Service* service = sources.profile.service(first);
    return {u"referral"_s, u"Referral"_s,
        {{u"Reference"_s, sources.record.ref},
            {u"Received"_s,
                dateTimeText(
                    sources.contact ? sources.contact->receivedAt : sources.record.openedAt)},
            {u"Receiving service"_s, service ? service->name : first},
            {u"Referrer"_s, either(form.referrerName, caller.callerName)},
            {u"Role"_s, either(form.referrerRole, caller.callerRole)},
            {u"Organisation"_s, either(form.referrerOrganisation, caller.callerAgency)},
            {u"Direct number"_s, either(form.referrerNumber, caller.callBack)},
            {u"Second contact"_s, text(form.secondContact)},
            {u"Nearest relative's request, s13(4)"_s, yesNo(form.nearestRelativeRequest)},
            {u"Request by"_s, text(form.nrRequestBy)}}};
}

static QString ageText(const PersonDetails& person)
{
    if (person.born)
        return person.born->toString(u"d MMMM yyyy"_s);
    if (!person.estimatedAge)
        return {};
    return joined({u"about %1"_s.arg(*person.estimatedAge), text(person.ageBasis)}, u", "_s);
}

static QString councilName(const std::optional<QString>& key, const Profile& profile)
{
    const Council* known = profile.council(text(key));
    return known ? known->name : text(key);
}

// Until the person's own is known, the one that the case is in.
static QString councilText(const PersonDetails& person, const FormSources& sources)
{
    if (!text(person.council).isEmpty() || sources.record.council.isEmpty())
        return councilName(person.council, sources.profile);
    const bool outside = sources.record.council == u"out_of_area";
    return (outside ? u"out of area"_s : councilName(sources.record.council, sources.profile))
        + u" (of the case)"_s;
}

static QString practiceText(const PersonDetails& person, const Profile& profile)
{
    const QString area = text(person.gpCouncil) == u"out_of_area"
        ? u"out of area"_s
        : councilName(person.gpCouncil, profile);
    return joined({text(person.gpPractice), area}, u", "_s);
}

PrintedSection personSection(const FormSources& sources)
{
    const PersonDetails person = sources.person ? sources.person->details : PersonDetails{};
    return {u"person"_s, u"Person"_s,
        {{u"Name"_s, text(person.name)}, {u"Also known as"_s, text(person.alsoKnownAs)},
            {u"Date of birth or age"_s, ageText(person)},
            {u"NHS number"_s, sources.person ? nhsNumberText(sources.person->nhs) : QString()},
            {u"Gender"_s, spokenWords(text(person.gender))},
            {u"Ethnicity"_s, text(person.ethnicity)},
            {u"Language, interpreter"_s, joined({text(person.language), text(person.interpreter)})},
            {u"Communication needs"_s, text(person.communicationNeeds)},
            {u"Address"_s, joined({text(person.address), text(person.postcode)}, u", "_s)},
            {u"Telephone"_s, text(person.telephone)}, {u"Council"_s, councilText(person, sources)},
            {u"GP practice"_s, practiceText(person, sources.profile)},
            {u"Open to"_s, text(person.openTo)}, {u"Other identifiers"_s, text(person.localIds)},
            {u"Access notes"_s, text(person.accessNotes)}, {u"Risks"_s, text(person.risks)},
            {u"Children in the household"_s, text(person.children)}}};
}

static QString placeText(const Place& place)
{
    return joined({shown(place.kind), place.detail}, u", "_s)
        + (place.planned ? u" (planned)"_s : QString());
}

template <typename Part>
static bool holds(const std::vector<Part>& parts, const PartId& id)
{
    return std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.id == id; });
}

// Tasks, documents and handovers have their own places; only the law's clocks belong on the form.
static bool isPrinted(const Case& record, const Deadline& clock)
{
    return clock.state == ClockState::Running && !holds(record.tasks, clock.part)
        && !holds(record.documents, clock.part) && !holds(record.handovers, clock.part);
}

PrintedSection whereSection(const FormSources& sources)
{
    const Case& record = sources.record;
    PrintedSection section{u"where"_s, u"Where now and legal status"_s, {}};
    section.fields.push_back(
        {u"Where now"_s, record.place.empty() ? QString() : placeText(record.place.current())});
    section.fields.push_back(
        {u"Since"_s, record.place.empty() ? QString() : dateTimeText(record.place.since())});
    QStringList statuses;
    for (const StatusEpisode& each : statusesNow(record))
        statuses.append(joined(
            {shown(each.status), label(u"since"_s, dateTimeText(each.start)), each.evidence}));
    section.fields.push_back({u"Legal status"_s, statuses.join(u"; "_s)});
    for (const Deadline& clock : sources.clocks)
        if (isPrinted(record, clock))
            section.fields.push_back({clock.title,
                u"from %1 until %2"_s.arg(dateTimeText(clock.start), dateTimeText(clock.due))});
    return section;
}

PrintedSection whyNowSection(const FormSources& sources)
{
    const ReferralForm& form = sources.record.referral;
    return {u"why_now"_s, u"Why now"_s,
        {{u"What is happening"_s, text(form.whyNow)},
            {u"History and diagnosis"_s, text(form.history)},
            {u"Medication"_s, text(form.medication)}, {u"Substance use"_s, text(form.substances)},
            {u"Physical health"_s, text(form.physicalHealth)},
            {u"Fit for assessment"_s, text(form.fitForAssessment)},
            {u"Organic cause excluded"_s,
                either(form.organicExcluded, organicWords(sources.record))}}};
}

PrintedSection riskSection(const FormSources& sources)
{
    const ReferralForm& form = sources.record.referral;
    return {u"risk"_s, u"Risk"_s,
        {{u"To self"_s, text(form.riskSelf)}, {u"To others"_s, text(form.riskOthers)},
            {u"From others"_s, text(form.riskFromOthers)},
            {u"Self-neglect"_s, text(form.selfNeglect)}, {u"Absconding"_s, text(form.absconding)},
            {u"Children"_s, text(form.riskChildren)}, {u"Staff"_s, text(form.riskStaff)},
            {u"Protective factors"_s, text(form.protective)},
            {u"The person's wishes"_s, text(form.wishes)}}};
}

PrintedSection alternativesSection(const FormSources& sources)
{
    PrintedSection section{u"alternatives"_s, u"Least restrictive options explored"_s, {}};
    for (const AlternativeRow& row : sources.record.alternatives)
        section.fields.push_back({shown(row.option),
            joined({replyOf(sources.record, row) ? answerWords(sources.record, row)
                                                 : shown(row.answer),
                teamName(row.who, sources.profile), dateTimeText(row.at), row.reason})});
    for (const SupportRequest& asked : besideTheMatrix(sources.record))
        section.fields.push_back({shown(Alternative::Crht),
            joined({spokenWords(word(asked.answer)), teamName(asked.team, sources.profile),
                dateTimeText(asked.answeredAt.value_or(asked.askedAt)), asked.answerWords})});
    return section;
}

PrintedSection nearestRelativeSection(const FormSources& sources)
{
    const ReferralForm& form = sources.record.referral;
    const QString known
        = sources.person ? text(sources.person->details.nearestRelative) : QString();
    PrintedSection section{u"nearest_relative"_s, u"Nearest relative"_s,
        {{u"Name"_s, either(form.nrName, known)}, {u"Relationship"_s, text(form.nrRelationship)},
            {u"How identified"_s, text(form.nrIdentifiedHow)},
            {u"Telephone"_s, text(form.nrTelephone)},
            {u"Informed or consulted"_s, text(form.nrInformed)},
            {u"Objection"_s, text(form.nrObjection)}}};
    if (const auto answer = answerThatStands(sources.record))
        section.fields.push_back(
            {u"Answer"_s, joined({spokenWords(word(*answer)), text(form.nrNotConsulted)})});
    for (const NrAttempt& each : sources.record.nrAttempts)
        section.fields.push_back({u"Tried %1"_s.arg(dateTimeText(each.at)),
            joined({spokenWords(word(each.means)), each.number, each.by,
                spokenWords(word(each.result)), each.reason})});
    return section;
}

PrintedSection attendingSection(const FormSources& sources)
{
    PrintedSection section{u"attending"_s, u"People to attend and doctor search"_s, {}};
    for (const Attendee& each : sources.record.attendees)
        section.fields.push_back({peopleWords(each.role),
            joined({each.name, each.number, label(u"requested"_s, when(each.requestedAt)),
                label(u"confirmed"_s, when(each.confirmedAt)),
                label(u"expected"_s, when(each.expectedAt)),
                label(u"arrived"_s, when(each.arrivedAt))})});
    for (const DoctorCall& call : sources.record.doctorCalls)
        section.fields.push_back({u"Doctor rung %1"_s.arg(dateTimeText(call.at)),
            joined({call.name, call.number, spokenWords(call.result),
                label(u"from"_s, when(call.availableFrom)), call.s12 ? u"s12"_s : QString()})});
    return section;
}

PrintedSection accessSection(const FormSources& sources)
{
    const ReferralForm& form = sources.record.referral;
    return {u"access"_s, u"Access and warrant"_s,
        {{u"Access"_s, text(form.access)}, {u"Conveyance"_s, text(form.conveyance)},
            {u"Children, dependants, pets, property"_s, text(form.childrenAndPets)}}};
}

PrintedSection assessmentSection(const FormSources& sources)
{
    PrintedSection section{u"assessment"_s, u"Assessment"_s, {}};
    if (const auto& assessment = sources.record.assessment)
        section.fields = {{u"Planned"_s, when(assessment->plannedAt)},
            {u"Started"_s, when(assessment->startedAt)}, {u"Ended"_s, when(assessment->endedAt)},
            {u"Place"_s, assessment->place}, {u"AMHP"_s, assessment->amhpName},
            {u"Outcome"_s, assessment->outcome ? shown(*assessment->outcome) : QString()},
            {u"Reasons"_s, assessment->reasons}, {u"The person's view"_s, assessment->personsView},
            {u"The carer's view"_s, assessment->carersView}};
    for (const Exam& exam : sources.record.exams) // HO-3.9d, CLK-16
        section.fields.push_back({u"Examined %1"_s.arg(examinedText(exam)),
            joined({exam.doctor, exam.s12 ? u"s12"_s : QString(),
                exam.joint ? u"joint"_s : u"separate"_s, exam.form,
                u"recommendation counts until %1"_s.arg(countsUntilText(exam))})});
    return section;
}

PrintedSection bedSection(const FormSources& sources)
{
    PrintedSection section{u"bed"_s, u"Bed"_s, {}};
    if (sources.record.decisionToAdmit)
        section.fields.push_back({u"Decision to admit"_s, decisionText(sources.record)});
    for (const Bed& bed : sources.record.beds)
        section.fields.push_back({u"Bed %1"_s.arg(dateTimeText(bed.at)),
            joined({spokenWords(bed.type), spokenWords(bed.result), bed.hospital,
                label(u"from"_s, when(bed.availableFrom))})});
    return section;
}

static QString availabilityText(const Availability& availability)
{
    if (!availability.available)
        return u"not available after the shift"_s;
    return joined(
        {u"available"_s, label(u"until"_s, when(availability.until)), availability.number});
}

PrintedSection applicationSection(const FormSources& sources)
{
    PrintedSection section{u"application"_s, u"Application"_s, {}};
    if (const auto& application = sources.record.application)
        section.fields
            = {{u"Form"_s, application->form}, {u"Signed"_s, dateTimeText(application->signedAt)},
                {u"By"_s, application->signedBy}, {u"Hospital"_s, application->hospital}};
    if (!sources.record.applicantAuthority.isEmpty()) // CLK-20
        section.fields.push_back(
            {u"Authority of the s2 applicant"_s, sources.record.applicantAuthority});
    if (const auto* availability = availabilityTold(sources.record))
        section.fields.push_back(
            {u"Assessing AMHP after the shift"_s, availabilityText(*availability)});
    return section;
}

// Whether a document is here does not depend on whether it has been e-mailed: sending the form
// with its documents must not make the form stale.
static QString presence(const Document& document)
{
    switch (document.state) {
    case DocumentState::Attached:
    case DocumentState::HeldElsewhere:
    case DocumentState::Emailed: return joined({u"present"_s, document.location});
    case DocumentState::ToFollow:
        return joined({u"to follow by %1"_s.arg(when(document.followsBy)), document.owner});
    case DocumentState::NotApplicable: return joined({u"not applicable"_s, document.reason});
    }
    return {};
}

PrintedSection documentsSection(const FormSources& sources)
{
    PrintedSection section{u"documents"_s, u"Documents"_s, {}};
    for (const Document& document : sources.record.documents)
        if (document.kind != DocumentKind::ReferralForm && !undoneWith(sources.record, document))
            section.fields.push_back(
                {joined({shown(document.kind), document.title}, u": "_s), presence(document)});
    return section;
}

PrintedSection outcomeSection(const FormSources& sources)
{
    const Case& record = sources.record;
    return {u"outcome"_s, u"Outcome"_s,
        {{u"Outcome"_s, record.outcome ? shown(*record.outcome) : QString()},
            {u"Closed"_s, when(record.closedAt)}, {u"Words"_s, record.closingWords}}};
}

}
