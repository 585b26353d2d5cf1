#include "db/submit_checks.h"

#include "core/casework/application/document_events.h"
#include "core/exchange/desk_record.h"
#include "db/attachments.h"
#include "db/hashing.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

template <typename P>
bool is(const NewEvent& event)
{
    return event.type == QLatin1StringView(P::type);
}

std::optional<Refusal> refuseIdentity(const DeskBelieved& believed)
{
    if (deskIdOf(QByteArray::fromHex(believed.signingKey.toLatin1())) == believed.desk)
        return {};
    return Refusal{u"DESK-4"_s, u"desk"_s,
        u"The desk's identity does not follow from its signing key."_s,
        u"Take both from the introduction: `dutydesk-cli desks trust FILE`."_s};
}

std::optional<Refusal> refuseServices(const DeskBelieved& believed, const StoreParts& parts)
{
    for (const QString& service : believed.services)
        if (!parts.services.contains(service))
            return Refusal{u"DESK-4"_s, u"services"_s,
                u"This desk does not write for “%1” and cannot vouch for another that does."_s.arg(
                    service),
                u"Vouch for these alone: %1."_s.arg(parts.services.join(u", "))};
    return {};
}

std::optional<Refusal> refuseFile(const QString& hash, const StoreParts& parts)
{
    if (hash.isEmpty() || QFileInfo::exists(attachmentsOf(parts.path) + u'/' + hash)
        || number(*parts.database, u"SELECT 1 FROM document WHERE file_hash = ?"_s, {hash}) != 0)
        return {};
    return Refusal{u"HO-3.1b"_s, u"file_hash"_s,
        u"There is no file with this hash here, and no bundle named one."_s,
        u"Attach the file itself; its hash is worked out then."_s};
}

std::optional<Refusal> refuseOne(const StoreParts& parts, const NewEvent& event)
{
    if (is<DeskTrusted>(event))
        return refuseIdentity(readPayload<DeskTrusted>(event.payload));
    if (is<DeskVouched>(event)) {
        const auto vouched = readPayload<DeskVouched>(event.payload);
        const auto refusal = refuseIdentity(vouched);
        return refusal ? refusal : refuseServices(vouched, parts);
    }
    if (is<CaseDocumentNoted>(event))
        return refuseFile(readPayload<CaseDocumentNoted>(event.payload).fileHash, parts);
    if (is<CaseDocumentArrived>(event))
        return refuseFile(readPayload<CaseDocumentArrived>(event.payload).fileHash, parts);
    return {};
}

}

std::optional<Refusal> refuseUnproved(const StoreParts& parts, const std::vector<NewEvent>& events)
{
    for (const NewEvent& event : events)
        if (auto refusal = refuseOne(parts, event))
            return refusal;
    return {};
}

}
