#include "core/conflict/record_name.h"

#include "core/text/people_words.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype shortIdentifier = 8;

QString kindText(SubjectKind kind)
{
    switch (kind) {
    case SubjectKind::Window: return u"handover window"_s;
    case SubjectKind::Dispositions: return u"handover list"_s;
    case SubjectKind::Sitrep: return u"SITREP"_s;
    case SubjectKind::Visit: return u"visit of"_s;
    case SubjectKind::Newer: return u"record"_s;
    default: return word(kind);
    }
}

QString capitalised(const QString& text)
{
    return text.left(1).toUpper() + text.mid(1);
}

QString ownName(const RecordBase&)
{
    return {};
}

QString ownName(const ProfileVersions& record)
{
    return record.key;
}

QString ownName(const Case& record)
{
    return record.ref;
}

QString ownName(const Contact& record)
{
    return record.ref;
}

QString ownName(const Escalation& record)
{
    return record.ref;
}

QString ownName(const Window& record)
{
    return record.name;
}

QString ownName(const User& record)
{
    return record.name;
}

QString ownName(const Person& record)
{
    return record.details.name.value_or(QString());
}

QString ownName(const Duty& record)
{
    return record.service.isEmpty()
        ? QString()
        : u"%1 from %2"_s.arg(record.service, dateTimeText(record.from));
}

QString ownName(const Shift& record)
{
    return record.plan.role.isEmpty()
        ? QString()
        : u"%1 from %2"_s.arg(spokenWords(record.plan.role), dateTimeText(record.plan.from));
}

QString ownName(const Sitrep& record)
{
    return record.number;
}

QString ownName(const Visit& record)
{
    return record.officerName;
}

template <typename R>
QString nameOf(const std::shared_ptr<const R>& record)
{
    return record ? ownName(*record) : QString();
}

// Empty where a record has nothing that people call it by.
QString calledBy(const Subject& subject, const Records& records)
{
    const QUuid& id = subject.id;
    switch (subject.kind) {
    case SubjectKind::User: return nameOf(records.user({id}));
    case SubjectKind::Person: return nameOf(records.person({id}));
    case SubjectKind::Contact: return nameOf(records.contact({id}));
    case SubjectKind::Case: return nameOf(records.caseRecord({id}));
    case SubjectKind::Window: return nameOf(records.window({id}));
    case SubjectKind::Duty: return nameOf(records.duty({id}));
    case SubjectKind::Sitrep: return nameOf(records.sitrep({id}));
    case SubjectKind::Escalation: return nameOf(records.escalation({id}));
    case SubjectKind::Visit: return nameOf(records.visit({id}));
    case SubjectKind::Shift: return nameOf(records.shift({id}));
    default: return {};
    }
}

}

QString recordName(const Subject& subject, const AnyRecord& record)
{
    const QString name = std::visit([](const auto& each) { return ownName(each); }, record);
    return capitalised(kindText(subject.kind)) + u' '
        + (name.isEmpty()
                ? u"(%1)"_s.arg(subject.id.toString(QUuid::WithoutBraces).left(shortIdentifier))
                : name);
}

QString recordName(const Subject& subject, const Records& records)
{
    const QString called = calledBy(subject, records);
    const QString kind = kindText(subject.kind);
    return called.isEmpty() ? kind : u"%1 %2"_s.arg(kind, called);
}

}
