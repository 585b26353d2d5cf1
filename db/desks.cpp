#include "db/desks.h"

#include "core/command/json_write.h"
#include "core/exchange/word_code.h"
#include "core/journal/desk.h"
#include "core/time/london.h"
#include "db/desk_doubts.h"
#include "db/hashing.h"
#include "db/marks.h"
#include "db/outgoing.h"
#include "db/store_open.h"

#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr int wordsOfACode = 6;
constexpr qint64 largest = qint64(64) * 1024;

QByteArray hexOf(const QByteArray& bytes)
{
    return bytes.toHex();
}

// A desk's identity follows from its signing key; who says otherwise says nothing.
DeskRecord proved(DeskRecord record)
{
    std::erase_if(record.statements, [](const core::Statement& said) {
        return said.standing != Belief::Withdrawn
            && deskIdOf(QByteArray::fromHex(said.believed.signingKey.toLatin1()))
            != said.believed.desk;
    });
    return record;
}

bool isWithdrawn(const std::map<DeskId, DeskRecord>& records, const DeskId& desk)
{
    return std::any_of(records.begin(), records.end(), [&](const auto& each) {
        const auto& said = each.second.statements;
        return std::any_of(said.begin(), said.end(), [&](const core::Statement& one) {
            return one.standing == Belief::Withdrawn && one.believed.desk == desk;
        });
    });
}

// Somebody with its key may have written another past: of a withdrawn desk that went on in two ways
// nothing that it said after they parted counts by its number.
void doubtForks(Database& database, std::map<DeskId, DeskRecord>& records)
{
    for (auto& [desk, record] : records) {
        if (record.statements.empty() || !isWithdrawn(records, desk))
            continue;
        const qint64 parted = number(database,
            u"SELECT min(seq) FROM (SELECT c.seq FROM chain c JOIN desk d ON d.id = c.desk"
            " WHERE d.desk = ? GROUP BY c.seq HAVING count(*) > 1)"_s,
            {deskBytes(desk)});
        for (core::Statement& said : record.statements)
            if (parted > 0 && said.seq >= parted)
                said.seq = std::numeric_limits<qint64>::max();
    }
}

QStringList codeOf(const Introduction& introduction)
{
    return wordCode(hash(introductionBytes(introduction)), wordsOfACode);
}

Introduction introductionOf(const Store& store, const std::optional<Instant>& until)
{
    const StoreParts& parts = store.parts();
    const auto records = deskRecords(store);
    const DeskRecord& self = records.at(parts.desk);
    Introduction introduction;
    introduction.desk = parts.desk;
    introduction.name = parts.deskName;
    introduction.services = self.opened.services;
    introduction.area = self.opened.area;
    introduction.signingKey = parts.key->signingKey();
    introduction.boxKey = parts.key->boxKey();
    // Another connection may have changed it.
    introduction.letter = meta(*parts.database, u"mark"_s).toString();
    introduction.opened = self.openedAt;
    introduction.until = until;
    if (self.opened.continues)
        introduction.continues = self.opened.continues->desk;
    introduction.training = parts.training;
    return introduction;
}

QJsonObject requestFor(const Introduction& introduction, const TrustOptions& options)
{
    DeskBelieved believed;
    believed.desk = introduction.desk;
    believed.deskName = introduction.name;
    believed.services = options.services.isEmpty() ? introduction.services : options.services;
    believed.signingKey = QString::fromLatin1(hexOf(introduction.signingKey));
    believed.boxKey = QString::fromLatin1(hexOf(introduction.boxKey));
    believed.letter = introduction.letter;
    believed.opened = introduction.opened;
    believed.continues = introduction.continues;
    believed.lead = options.lead;
    believed.until = introduction.until;
    QJsonObject request = QJsonDocument::fromJson(payloadOf(believed)).object();
    request.insert(u"do"_s, options.vouch ? u"desk.vouch"_s : u"desk.trust"_s);
    request.insert(u"user"_s, options.user);
    return request;
}

std::optional<Refusal> refuseCode(const Introduced& introduced, const TrustOptions& options)
{
    if (isWordCode(options.code, introduced.code))
        return {};
    return Refusal{u"DESK-4"_s, u"code"_s,
        u"The words are not those of this introduction: it is not what the other desk sent."_s,
        u"Compare all six on the telephone. If they differ, the file was changed on its way: ask "
        u"for it by another way, and believe nothing from it."_s};
}

std::optional<Refusal> refuseKind(const Introduction& introduction, const Store& store)
{
    if (introduction.training != store.training())
        return Refusal{u"DESK-4"_s, u"desk"_s,
            introduction.training ? u"That is a training desk and this one is real."_s
                                  : u"That desk holds real records and this is a training desk."_s,
            u"Training and real desks exchange nothing: ask for the introduction of the other "
            u"store."_s};
    const Profile& profile = store.calendar().profile();
    if (introduction.area != profile.key)
        return Refusal{u"DESK-4"_s, u"desk"_s,
            u"That desk works for another area: “%1”, and this one for “%2”."_s.arg(
                introduction.area, profile.key),
            u"Both desks must use the profile of the same area."_s};
    return {};
}

std::optional<Refusal> refuseServices(const Introduction& introduction, const TrustOptions& options)
{
    for (const QString& service : options.services)
        if (!introduction.services.contains(service))
            return Refusal{u"DESK-4"_s, u"services"_s,
                u"The desk does not write for “%1”."_s.arg(service),
                u"It names: %1."_s.arg(introduction.services.join(u", "))};
    return {};
}

}

std::map<DeskId, DeskRecord> deskRecords(const StoreParts& parts)
{
    std::vector<Subject> subjects;
    Rows rows
        = select(*parts.database, u"SELECT uuid FROM subject WHERE kind = 'desk' ORDER BY id"_s);
    while (rows.next())
        subjects.push_back({SubjectKind::Desk, QUuid::fromRfc4122(rows.bytes(0))});
    std::map<DeskId, DeskRecord> records;
    for (const Subject& subject : subjects)
        if (const auto kept = parts.records->load(subject))
            if (const auto* record = std::get_if<DeskRecord>(&kept->record))
                records[QString::fromLatin1(subject.id.toRfc4122().toHex())] = proved(*record);
    doubtForks(*parts.database, records);
    return records;
}

std::map<DeskId, DeskRecord> deskRecords(const Store& store)
{
    return deskRecords(store.parts());
}

std::map<DeskId, TrustedDesk> trustedDesks(const Store& store)
{
    return core::trustedDesks(store.desk(), deskRecords(store));
}

std::vector<DeskId> identitiesOf(const Store& store)
{
    return core::identitiesOf(store.desk(), deskRecords(store));
}

QStringList believedNoMore(const Store& store, const std::map<DeskId, TrustedDesk>& before)
{
    const auto now = trustedDesks(store);
    QStringList names;
    for (const auto& [id, desk] : before)
        if (!now.contains(id))
            names.append(desk.believed.deskName);
    return names;
}

// A chain that never forked has as many events as the number of its newest.
static std::map<DeskId, qint64> forksIn(Database& database)
{
    std::map<DeskId, qint64> forks;
    Rows rows = select(database,
        u"SELECT d.desk, (SELECT min(seq) FROM (SELECT seq FROM chain WHERE desk = d.id"
        "  GROUP BY seq HAVING count(*) > 1)) FROM desk d WHERE d.id IN"
        " (SELECT desk FROM chain GROUP BY desk HAVING count(*) > max(seq))"_s);
    while (rows.next())
        if (!rows.isNull(1))
            forks[QString::fromLatin1(rows.bytes(0).toHex())] = rows.number(1) - 1;
    return forks;
}

std::vector<ListedDesk> listDesks(const Store& store)
{
    Database& database = *store.parts().database;
    const auto records = deskRecords(store);
    const auto identities = identitiesOf(store.desk(), records);
    std::map<DeskId, ListedDesk> listed;
    for (const KnownDesk& known : knownDesks(database)) {
        ListedDesk& desk = listed[known.desk];
        desk.name = known.name;
        desk.seq = headOf(database, known.desk).seq;
        if (const auto record = records.find(known.desk); record != records.end())
            desk.service = record->second.opened.services.value(0);
        desk.own = std::find(identities.begin(), identities.end(), known.desk) != identities.end();
    }
    for (const auto& [id, trusted] : core::trustedDesks(store.desk(), records)) {
        ListedDesk& desk = listed[id];
        desk.trusted = trusted;
        desk.name = trusted.believed.deskName;
        desk.service = trusted.service();
    }
    Rows rows = select(database,
        u"SELECT p.desk, p.made, a.seq FROM peer p LEFT JOIN acknowledged a"
        " ON a.peer = p.desk AND a.author = ?"_s,
        {deskBytes(store.desk())});
    while (rows.next()) {
        ListedDesk& desk = listed[QString::fromLatin1(rows.bytes(0).toHex())];
        desk.heard = fromMillis(rows.number(1));
        desk.has = rows.number(2);
    }
    for (const auto& [id, seq] : forksIn(database))
        listed[id].forkedAt = seq;
    std::vector<ListedDesk> all;
    const DeskDoubts doubts = doubtsOf(store);
    for (auto& [id, desk] : listed) {
        desk.desk = id;
        desk.stillAtWork = doubts.stillAtWork.contains(id);
        desk.doubts = textsOf(doubts, store.desk(), id, desk.name);
        all.push_back(std::move(desk));
    }
    return all;
}

QString chainOf(const Store& store, const DeskId& desk, qint64 seq)
{
    Rows rows = select(*store.parts().database,
        u"SELECT min(c.chain) FROM chain c JOIN desk d ON d.id = c.desk"
        " WHERE d.desk = ? AND c.seq = ? HAVING count(*) = 1"_s,
        {deskBytes(desk), seq});
    return rows.next() ? QString::fromLatin1(rows.bytes(0).toHex()) : QString();
}

QStringList recordsWrittenAfter(const Store& store, const DeskId& desk, qint64 seq)
{
    QStringList records;
    Rows rows = select(*store.parts().database,
        u"SELECT DISTINCT s.kind, coalesce(c.ref, k.ref, '') FROM chain h"
        " JOIN desk d ON d.id = h.desk JOIN subject s ON s.id = h.place >> %1"
        " LEFT JOIN \"case\" c ON c.subject = s.id LEFT JOIN contact k ON k.subject = s.id"
        " WHERE d.desk = ? AND h.seq > ? AND h.place NOT NULL ORDER BY 1, 2"_s.arg(placeBits),
        {deskBytes(desk), seq});
    while (rows.next())
        records.append(u"%1 %2"_s.arg(rows.text(0), rows.text(1)).trimmed());
    return records;
}

Introduced introduce(const Store& store, const QString& file, const std::optional<Instant>& until)
{
    refuseReadOnly(store.parts());
    if (until && *until <= store.now())
        throw Error(Fault::Invalid,
            u"The introduction would have run out already, at %1."_s.arg(dateTimeText(*until)),
            u"Give a time that is still to come, or none."_s);
    Introduced made{introductionOf(store, until), {}, {}};
    made.code = codeOf(made.introduction);
    const QByteArray text = introductionText(
        {made.introduction, store.parts().key->sign(introductionBytes(made.introduction)), {}});
    putOut({store.path(), file, introductionTitle}, [&](QFile& out) { out.write(text); });
    return made;
}

Introduced readIntroductionFile(const QString& path)
{
    startHashing();
    QFile file(path);
    openGiven(file);
    const auto read = readIntroduction(file.read(largest + 1));
    if (!read)
        throw Error(Fault::NotAStore, u"%1 is not a desk's introduction."_s.arg(path),
            u"It is made on the other desk with `dutydesk-cli desks introduce FILE`."_s);
    const Introduction& introduction = read->introduction;
    if (deskIdOf(introduction.signingKey) != introduction.desk
        || !isSignedBy(introduction.signingKey, introductionBytes(introduction), read->signature))
        throw Error(Fault::Damaged, u"The introduction in %1 was changed on its way."_s.arg(path),
            u"Ask for it again, by another way."_s);
    return {introduction, codeOf(introduction), read->otherName};
}

Answer trustDesk(Store& store, const Introduced& introduced, const TrustOptions& options)
{
    const Introduction& introduction = introduced.introduction;
    for (auto refusal : {refuseCode(introduced, options), refuseKind(introduction, store),
             refuseServices(introduction, options)})
        if (refusal) {
            Answer refused;
            refused.decision.refusals = {std::move(*refusal)};
            return refused;
        }
    Answer answer = store.submit(requestFor(introduction, options));
    if (!answer.done())
        return answer;
    if (const auto mark = leaveMarkOfOthers(store))
        answer.decision.made.insert(u"mark"_s, *mark);
    return answer;
}

}
