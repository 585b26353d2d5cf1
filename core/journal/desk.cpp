#include "core/journal/desk.h"

#include "core/journal/envelope.h"

namespace core {

Subject subjectOfDesk(const DeskId& desk)
{
    return {SubjectKind::Desk, QUuid::fromRfc4122(deskBytes(desk))};
}

Subject subjectOfProfile(const QString& key)
{
    static const QUuid space(QStringLiteral("{5c9c7f0c-2e0b-4c55-9a1c-0d5a3f6a9b42}"));
    return {SubjectKind::Profile, QUuid::createUuidV5(space, key)};
}

}
