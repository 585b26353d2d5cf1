#include "core/command/json_read.h"
#include "core/journal/desk.h"
#include "core/journal/new_event.h"
#include "db/marks.h"
#include "db/store_parts.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

// An older key can still open what was sent to it, and is never signed with again.
void setAside(const QString& keyPath)
{
    if (!QFileInfo::exists(keyPath))
        return;
    const auto aside = [&](int n) { return u"%1.old-%2"_s.arg(keyPath).arg(n); };
    int n = 1;
    while (QFileInfo::exists(aside(n)))
        ++n;
    if (!QFile::rename(keyPath, aside(n)))
        throw Error(Fault::ReadOnly,
            u"The desk's older key %1 cannot be set aside as %2."_s.arg(keyPath, aside(n)),
            u"Give your account permission to rename files in the store's folder."_s);
}

DeskOpened opened(const StoreParts& parts, const std::optional<Head>& before, const QString& why)
{
    DeskOpened event;
    event.name = parts.deskName;
    event.signingKey = QString::fromLatin1(parts.key->signingKey().toHex());
    event.boxKey = QString::fromLatin1(parts.key->boxKey().toHex());
    event.area = parts.calendar().profile().key;
    event.training = parts.training;
    event.services = parts.services;
    if (before)
        event.continues = Continues{before->desk, before->seq, toHex(before->chain), why};
    return event;
}

}

void openDesk(StoreParts& parts, const std::optional<Head>& before, const QString& why)
{
    setAside(keyPathOf(parts.path));
    parts.key = DeskKey::create(keyPathOf(parts.path));
    parts.journal = std::make_unique<Journal>(*parts.database, *parts.key);
    parts.desk = parts.key->desk();
    // Whoever goes on under the older identity goes on with its letters.
    if (before)
        parts.mark = markFor(parts, parts.desk);
    setMeta(*parts.database, u"desk"_s, deskBytes(parts.desk));
    setMeta(*parts.database, u"mark"_s, someText(parts.mark));
    const Instant now = parts.now();
    const Actor setUp{{}, u"Set-up"_s, u"admin"_s, parts.service};
    append(parts, {newEvent(subjectOfDesk(parts.desk), opened(parts, before, why), now)},
        {setUp, parts.mint(), now});
}

}
