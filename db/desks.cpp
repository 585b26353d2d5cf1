#include "db/desks.h"

#include "core/command/json_write.h"
#include "core/exchange/word_code.h"
#include "core/journal/desk.h"
#include "db/hashing.h"
#include "db/outgoing.h"
#include "db/store_open.h"

#include <QJsonArray>

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
    introduction.letter = parts.mark;
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
    return Refusal{{}, u"code"_s,
        u"The words are not those of this introduction: it is not what the other desk sent."_s,
        u"Compare all six on the telephone. If they differ, the file was changed on its way: ask "
        u"for it by another way, and believe nothing from it."_s};
}

std::optional<Refusal> refuseServices(const Introduction& introduction, const TrustOptions& options)
{
    for (const QString& service : options.services)
        if (!introduction.services.contains(service))
            return Refusal{{}, u"services"_s, u"The desk does not write for “%1”."_s.arg(service),
                u"It names: %1."_s.arg(introduction.services.join(u", "))};
    return {};
}

QString freeLetter(const Store& store)
{
    QStringList taken;
    for (const auto& [id, trusted] : trustedDesks(store))
        taken.append(trusted.believed.letter);
    for (char16_t letter = u'B';; ++letter)
        if (const QString free(1, QChar(letter)); !taken.contains(free))
            return free;
}

// Two desks that number alike would give two things one reference: the later one changes.
void takeLetter(Store& store, const Introduction& other)
{
    StoreParts& parts = store.parts();
    const DeskRecord self = deskRecords(store).at(parts.desk);
    const bool later = std::tie(self.openedAt, parts.desk) > std::tie(other.opened, other.desk);
    if (other.letter != parts.mark || !later)
        return;
    const QString letter = freeLetter(store);
    Write write(parts);
    setMeta(*parts.database, u"mark"_s, letter);
    write.commit();
    parts.mark = letter;
}

}

std::map<DeskId, DeskRecord> deskRecords(const Store& store)
{
    std::vector<Subject> subjects;
    Rows rows = select(
        *store.parts().database, u"SELECT uuid FROM subject WHERE kind = 'desk' ORDER BY id"_s);
    while (rows.next())
        subjects.push_back({SubjectKind::Desk, QUuid::fromRfc4122(rows.bytes(0))});
    std::map<DeskId, DeskRecord> records;
    for (const Subject& subject : subjects)
        if (const auto kept = store.parts().records->load(subject))
            if (const auto* record = std::get_if<DeskRecord>(&kept->record))
                records[QString::fromLatin1(subject.id.toRfc4122().toHex())] = proved(*record);
    return records;
}

std::map<DeskId, TrustedDesk> trustedDesks(const Store& store)
{
    return core::trustedDesks(store.desk(), deskRecords(store));
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
    std::vector<ListedDesk> all;
    for (auto& [id, desk] : listed) {
        desk.desk = id;
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
    Introduced made{introductionOf(store, until), {}};
    made.code = codeOf(made.introduction);
    const QByteArray text = introductionText(
        {made.introduction, store.parts().key->sign(introductionBytes(made.introduction))});
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
    return {introduction, codeOf(introduction)};
}

Answer trustDesk(Store& store, const Introduced& introduced, const TrustOptions& options)
{
    const Introduction& introduction = introduced.introduction;
    for (auto refusal : {refuseCode(introduced, options), refuseServices(introduction, options)})
        if (refusal) {
            Answer refused;
            refused.decision.refusals = {std::move(*refusal)};
            return refused;
        }
    Answer answer = store.submit(requestFor(introduction, options));
    if (answer.done())
        takeLetter(store, introduction);
    return answer;
}

}
