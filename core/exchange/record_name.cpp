#include "core/exchange/record_name.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype shortIdentifier = 8;

QString kindName(SubjectKind kind)
{
    if (kind == SubjectKind::Window)
        return u"Handover session"_s;
    if (kind == SubjectKind::Sitrep)
        return u"SITREP"_s;
    if (kind == SubjectKind::Newer)
        return u"Record"_s;
    const QString text = word(kind);
    return text.left(1).toUpper() + text.mid(1);
}

QString ownName(const RecordBase&)
{
    return {};
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

}

QString recordName(const Subject& subject, const AnyRecord& record)
{
    const QString name = std::visit([](const auto& each) { return ownName(each); }, record);
    return kindName(subject.kind) + u' '
        + (name.isEmpty()
                ? u"(%1)"_s.arg(subject.id.toString(QUuid::WithoutBraces).left(shortIdentifier))
                : name);
}

}
