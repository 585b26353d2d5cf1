#include "core/conflict/case_conflicts.h"

#include "core/text/people_words.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

void addOnce(std::vector<Subject>& subjects, const Subject& subject)
{
    if (!subject.id.isNull()
        && std::find(subjects.begin(), subjects.end(), subject) == subjects.end())
        subjects.push_back(subject);
}

bool isRestricted(const Subject& subject, const Records& records)
{
    if (subject.kind != SubjectKind::Escalation)
        return false;
    const auto concern = records.escalation({subject.id});
    return concern && concern->restricted();
}

template <typename R>
QString told(const std::shared_ptr<const R>& record, QString R::*name)
{
    return record ? record.get()->*name : QString();
}

QString personText(const std::shared_ptr<const Person>& person)
{
    return person ? person->displayName() : QString();
}

QString dutyText(const std::shared_ptr<const Duty>& duty)
{
    return duty ? u"%1 from %2"_s.arg(duty->service, dateTimeText(duty->from)) : QString();
}

QString shiftText(const std::shared_ptr<const Shift>& shift)
{
    return shift
        ? u"%1 from %2"_s.arg(spokenWords(shift->plan.role), dateTimeText(shift->plan.from))
        : QString();
}

// Empty where a record has nothing that people call it by.
QString calledBy(const Subject& subject, const Records& records)
{
    const QUuid& id = subject.id;
    switch (subject.kind) {
    case SubjectKind::User: return told(records.user({id}), &User::name);
    case SubjectKind::Person: return personText(records.person({id}));
    case SubjectKind::Contact: return told(records.contact({id}), &Contact::ref);
    case SubjectKind::Case: return told(records.caseRecord({id}), &Case::ref);
    case SubjectKind::Window: return told(records.window({id}), &Window::name);
    case SubjectKind::Duty: return dutyText(records.duty({id}));
    case SubjectKind::Sitrep: return told(records.sitrep({id}), &Sitrep::number);
    case SubjectKind::Escalation: return told(records.escalation({id}), &Escalation::ref);
    case SubjectKind::Visit: return told(records.visit({id}), &Visit::officerName);
    case SubjectKind::Shift: return shiftText(records.shift({id}));
    case SubjectKind::Alert:
    case SubjectKind::Dispositions:
    case SubjectKind::Desk:
    case SubjectKind::Profile:
    case SubjectKind::Newer: break;
    }
    return {};
}

QString kindText(SubjectKind kind)
{
    switch (kind) {
    case SubjectKind::Window: return u"handover window"_s;
    case SubjectKind::Dispositions: return u"handover list"_s;
    case SubjectKind::Sitrep: return u"SITREP"_s;
    case SubjectKind::Visit: return u"visit of"_s;
    default: return word(kind);
    }
}

}

std::vector<Subject> settledWith(const Case& record)
{
    std::vector<Subject> subjects;
    addOnce(subjects, subjectOf(record.id));
    addOnce(subjects, subjectOf(record.person));
    for (const HandoverItem& item : record.handovers)
        addOnce(subjects, subjectOf(item.window));
    for (const EscalationLink& link : record.escalations)
        addOnce(subjects, subjectOf(link.id));
    return subjects;
}

std::vector<InConflict> conflictsWith(const Case& record, const Records& records)
{
    const Subject own = subjectOf(record.id);
    std::vector<InConflict> open;
    if (!record.conflicts.empty())
        open.push_back({own, {}, record.conflicts});
    for (const Subject& subject : settledWith(record)) {
        const auto other = subject == own ? nullptr : records.record(subject);
        if (other && !other->conflicts.empty() && !isRestricted(subject, records))
            open.push_back({subject, recordName(subject, records), other->conflicts});
    }
    return open;
}

std::size_t countOf(const std::vector<InConflict>& open)
{
    std::size_t count = 0;
    for (const InConflict& each : open)
        count += each.conflicts.size();
    return count;
}

QString recordName(const Subject& subject, const Records& records)
{
    const QString called = calledBy(subject, records);
    const QString kind = kindText(subject.kind);
    return called.isEmpty() ? kind : u"%1 %2"_s.arg(kind, called);
}

}
