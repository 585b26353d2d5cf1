#include "core/paper/plain_text.h"

#include "core/casework/assessment/admission_decision.h"
#include "core/casework/assessment/exam_correction.h"
#include "core/casework/cooperation/support_words.h"
#include "core/casework/held.h"
#include "core/handover/item_rules.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// Collects lines; a fact without a value makes none.
class Paste {
public:
    void heading(const QString& text)
    {
        if (!m_lines.isEmpty())
            m_lines.append(QString());
        m_lines.append(text.toUpper());
    }
    void line(const QString& text) { m_lines.append(text); }
    void fact(const char* label, const QString& value)
    {
        if (!value.isEmpty())
            m_lines.append(QString::fromLatin1(label) + u": "_s + value);
    }
    void fact(const char* label, const std::optional<QString>& value)
    {
        fact(label, value.value_or(QString()));
    }
    void fact(const char* label, const std::optional<Instant>& value)
    {
        fact(label, value ? dateTimeText(*value) : QString());
    }
    void fact(const char* label, const std::optional<bool>& value)
    {
        if (value)
            fact(label, *value ? u"yes"_s : u"no"_s);
    }
    template <typename E>
    requires std::is_enum_v<E>
    void fact(const char* label, const std::optional<E>& value)
    {
        fact(label, value ? spokenWords(word(*value)) : QString());
    }
    QString text() const { return plainText(m_lines.join(u'\n') + u'\n'); }

private:
    QStringList m_lines;
};

QString lateMark(const ChronicleLine& line)
{
    if (!line.late && line.lateReason.isEmpty())
        return {};
    const QString why = line.lateReason.isEmpty() ? u"reason still to be given"_s : line.lateReason;
    const QString when
        = line.recorded == line.at ? QString() : u", written down "_s + dateTimeText(line.recorded);
    return u" (LATE ENTRY%1: %2)"_s.arg(when, why);
}

QString chronicleText(const ChronicleLine& line, const QString& about = {})
{
    QString text = (line.dayAlone ? dateText(dateOf(line.at)) : dateTimeText(line.at)) + u" - "_s;
    if (!about.isEmpty())
        text += about + u": "_s;
    if (line.corrected)
        text += u"(CORRECTED LATER) "_s;
    text += line.text;
    if (!line.by.isEmpty())
        text += u" ["_s + line.by + u']';
    return text + lateMark(line);
}

void addPerson(Paste& paste, const Person* person)
{
    if (!person)
        return;
    paste.fact("Person", person->displayName());
    if (person->details.born)
        paste.fact("Date of birth", dateText(*person->details.born));
    paste.fact("NHS number", person->nhs);
    paste.fact("Address", person->details.address);
    paste.fact("Postcode", person->details.postcode);
}

QString councilName(const QString& key, const Profile& profile)
{
    const Council* council = profile.council(key);
    return council ? council->name : spokenWords(key);
}

void addRcrp(Paste& paste, const Rcrp& rcrp)
{
    paste.heading(u"Right Care, Right Person"_s);
    paste.fact("Police asked", rcrp.policeAsked);
    paste.fact("Asked at", rcrp.askedAt);
    paste.fact("Police log", rcrp.logNumber);
    paste.fact("Answer", rcrp.answer);
    paste.fact("Threshold", rcrp.threshold);
    paste.fact("Attends instead", rcrp.attendsInstead);
    paste.fact("Raised with an Inspector at", rcrp.inspectorAt);
    paste.fact("Inspector", rcrp.inspectorName);
}

void addDetails(Paste& paste, const ContactDetails& details, const Profile& profile)
{
    paste.fact("Caller", details.callerName);
    paste.fact("Organisation", details.callerAgency);
    paste.fact("Role", details.callerRole);
    paste.fact("Number to ring back", details.callBack);
    paste.fact("Channel", details.channel);
    paste.fact("Source", details.source);
    paste.fact("Category", details.category);
    paste.fact("Concerns", details.concerns);
    if (details.council)
        paste.fact("Council", councilName(*details.council, profile));
    paste.fact("Where the person is", details.place);
    paste.fact("Asked for", details.wanted);
    paste.fact("Immediate danger", details.immediateDanger);
    paste.fact("Urgency", details.urgency);
    paste.fact("Can wait until the next working day", details.canWait);
    paste.fact("Because", details.canWaitReason);
    paste.fact("Checks", details.checks);
    paste.fact("Legal framework", details.legalFramework);
    paste.fact("Decision", details.decision);
    paste.fact("Rationale", details.rationale);
    paste.fact("Advice given", details.advice);
    paste.fact("Follow-up", details.followUp);
}

void addAlternatives(Paste& paste, const Case& record, const Profile& profile)
{
    const std::vector<SupportRequest> beside = besideTheMatrix(record);
    if (record.alternatives.empty() && beside.empty())
        return;
    paste.heading(u"Alternatives explored"_s);
    for (const AlternativeRow& row : record.alternatives) {
        QString text = u"%1 - %2: %3"_s.arg(
            dateTimeText(row.at), peopleWords(word(row.option)), answerWords(record, row));
        if (!row.who.isEmpty())
            text += u", with "_s + teamName(row.who, profile);
        if (!row.reason.isEmpty())
            text += u". "_s + row.reason;
        paste.line(text);
    }
    for (const SupportRequest& asked : beside) {
        QString text
            = u"%1 - CRHT: %2"_s.arg(dateTimeText(asked.answeredAt.value_or(asked.askedAt)),
                spokenWords(word(asked.answer)));
        if (!asked.team.isEmpty())
            text += u", with "_s + teamName(asked.team, profile);
        if (!asked.answerWords.isEmpty())
            text += u". "_s + asked.answerWords;
        paste.line(text);
    }
}

void addDoctors(Paste& paste, const Case& record)
{
    if (record.exams.empty() && record.doctorCalls.empty())
        return;
    paste.heading(u"Doctors"_s);
    for (const Exam& exam : record.exams)
        paste.line(u"%1 - examined by %2%3%4"_s.arg(examinedText(exam), exam.doctor,
            exam.s12 ? u" (section 12 approved)"_s : QString(),
            exam.form.isEmpty() ? QString() : u", form "_s + exam.form));
    for (const DoctorCall& call : record.doctorCalls)
        paste.line(
            u"%1 - rung: %2, %3"_s.arg(dateTimeText(call.at), call.name, spokenWords(call.result)));
}

void addAdmission(Paste& paste, const Case& record)
{
    if (!record.decisionToAdmit && !record.application && !record.admittedAt
        && record.applicantAuthority.isEmpty())
        return;
    paste.heading(u"Bed and application"_s);
    paste.fact("Decision to admit", decisionText(record));
    for (const Bed& bed : record.beds)
        paste.line(
            u"%1 - bed %2 %3"_s.arg(dateTimeText(bed.at), spokenWords(bed.result), bed.hospital)
                .trimmed());
    if (record.application) {
        paste.fact("Application form", record.application->form);
        paste.fact("Signed at", std::optional(record.application->signedAt));
        paste.fact("Signed by", record.application->signedBy);
        paste.fact("Hospital", record.application->hospital);
    }
    paste.fact("Authority of the s2 applicant", record.applicantAuthority);
    paste.fact("Conveyance requested", record.conveyanceRequested);
    paste.fact("Conveyance arrived", record.conveyanceArrived);
    paste.fact("Admitted", record.admittedAt);
    paste.fact("Admitted to", record.admittedTo);
}

bool within(const DutyPeriod& period, Instant at)
{
    return at >= period.from && at < period.to;
}

QString periodText(const DutyPeriod& period)
{
    return u"%1 to %2"_s.arg(dateTimeText(period.from), dateTimeText(period.to));
}

// A handover of the slot before the duty stands in the duty's book.
bool belongs(const ChronicleLine& line, const Case& record, const DutyPeriod& period,
    const ServiceCalendar& calendar)
{
    if (within(period, line.at) || line.transfer.isEmpty())
        return within(period, line.at);
    return std::any_of(
        record.handovers.begin(), record.handovers.end(), [&](const HandoverItem& item) {
            return item.transferNumber == line.transfer
                && bookPeriod(item, line.at, period.service, calendar) == period;
        });
}

void addCaseLines(
    Paste& paste, const Case& record, const DutyPeriod& period, const ServiceCalendar& calendar)
{
    bool any = false;
    for (const ChronicleLine& line : chronicleOf(record, calendar.profile()))
        if (belongs(line, record, period, calendar)) {
            paste.line(chronicleText(line));
            any = true;
        }
    if (!any)
        paste.line(u"Nothing was recorded in this time."_s);
}

void addContacts(Paste& paste, const DutyPeriod& period, const Records& records)
{
    std::vector<std::pair<Instant, QString>> lines;
    for (const ContactId& id : records.contactsBetween(period.from, period.to)) {
        const auto contact = records.contact(id);
        if (contact->owner.current() != period.service)
            continue;
        for (const ChronicleLine& line : chronicleOf(*contact))
            lines.emplace_back(line.at, chronicleText(line, contact->ref));
    }
    std::stable_sort(
        lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    paste.heading(u"Contacts"_s);
    if (lines.empty())
        paste.line(u"None."_s);
    for (const auto& [at, text] : lines)
        paste.line(text);
}

// What was written up of a visit that was for no case and no contact is read here alone. COOP-1.5
void addVisits(Paste& paste, const DutyPeriod& period, const Records& records)
{
    QStringList lines;
    for (const VisitId& id : records.visitsBetween(period.from, period.to)) {
        const auto visit = records.visit(id);
        if (visit->service != period.service || !within(period, visit->leftAt))
            continue;
        for (const ChronicleLine& line : chronicleOf(*visit))
            lines.append(chronicleText(line, u"Visit to "_s + visit->where));
    }
    if (lines.empty())
        return;
    paste.heading(u"Visits"_s);
    for (const QString& line : lines)
        paste.line(line);
}

// Controls and marks of direction; the spaces among them are spaces.
bool isInvisible(QChar each)
{
    return !each.isSpace()
        && (each.category() == QChar::Other_Control || each.category() == QChar::Other_Format);
}

}

QString plainText(const QString& text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar each : text) {
        switch (each.unicode()) {
        case 0x2018:
        case 0x2019:
        case 0x201A: plain += u'\''; break;
        case 0x201C:
        case 0x201D:
        case 0x201E: plain += u'"'; break;
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2212: plain += u'-'; break;
        case 0x2026: plain += u"..."_s; break;
        case 0x2022: plain += u'*'; break;
        case 0x2028:
        case 0x2029: plain += u'\n'; break;
        case u'\r': break;
        default:
            if (isInvisible(each))
                break;
            plain += each.isSpace() && each != u'\n' ? QChar(u' ') : each;
        }
    }
    return plain;
}

QString contactText(const Contact& contact, const Person* person, const Profile& profile)
{
    Paste paste;
    paste.heading(u"Contact %1"_s.arg(contact.ref));
    paste.fact("Received", std::optional(contact.receivedAt));
    paste.fact("By", contact.handler);
    paste.fact("Service", serviceName(contact.service, profile));
    addPerson(paste, person);
    addDetails(paste, contact.details, profile);
    paste.heading(u"What was said"_s);
    paste.line(contact.words);
    if (contact.details.rcrp)
        addRcrp(paste, *contact.details.rcrp);
    if (!contact.notes.empty() || contact.closedAt) {
        paste.heading(u"Actions"_s);
        const auto lines = chronicleOf(contact);
        for (const ChronicleLine& line : lines)
            if (line.kind != u"contact"_s)
                paste.line(chronicleText(line));
    }
    return paste.text();
}

QString assessmentText(const Case& record, const Person* person, const Profile& profile)
{
    Paste paste;
    paste.heading(u"Mental Health Act assessment, case %1"_s.arg(record.ref));
    addPerson(paste, person);
    paste.fact("Service", serviceName(record.responsible.current(), profile));
    if (record.assessment) {
        const Assessment& assessment = *record.assessment;
        paste.fact("Planned", assessment.plannedAt);
        paste.fact("Started", assessment.startedAt);
        paste.fact("Ended", assessment.endedAt);
        paste.fact("Place", assessment.place);
        paste.fact("AMHP", assessment.amhpName);
        paste.fact("Outcome", assessment.outcome);
        paste.fact("Reasons", assessment.reasons);
        paste.fact("Person's view", assessment.personsView);
        paste.fact("Carers' view", assessment.carersView);
    }
    addAlternatives(paste, record, profile);
    addDoctors(paste, record);
    addAdmission(paste, record);
    return paste.text();
}

QString caseChronologyText(const Case& record, const Person* person, const DutyPeriod& period,
    const ServiceCalendar& calendar)
{
    Paste paste;
    paste.heading(u"Case %1, %2"_s.arg(record.ref, periodText(period)));
    addPerson(paste, person);
    paste.fact("Service", serviceName(record.responsible.current(), calendar.profile()));
    paste.heading(u"Chronology"_s);
    addCaseLines(paste, record, period, calendar);
    return paste.text();
}

QString nightChronologyText(
    const DutyPeriod& period, const Records& records, const ServiceCalendar& calendar)
{
    Paste paste;
    paste.heading(
        u"%1, %2"_s.arg(serviceName(period.service, calendar.profile()), periodText(period)));
    addContacts(paste, period, records);
    addVisits(paste, period, records);
    const auto [from, to] = bookSpan(period, calendar);
    for (const CaseId& id : records.casesBetween(from, to)) {
        const auto record = records.caseRecord(id);
        if (!heldDuring(*record, period.service, period.from, period.to))
            continue;
        const auto person = records.person(record->person);
        paste.heading(u"Case %1, %2"_s.arg(
            record->ref, person ? person->displayName() : u"person not yet known"_s));
        addCaseLines(paste, *record, period, calendar);
    }
    return paste.text();
}

}
