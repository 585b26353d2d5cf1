#include "db/desk_key.h"

#include "db/error.h"
#include "db/file_identity.h"
#include "db/file_problem.h"
#include "db/hashing.h"

#include <QFileInfo>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace db {

// The file is lines of text of fixed length, so that the last one, the head, is overwritten in
// place: one small write an action and no second sync.

namespace {

constexpr QByteArrayView keyTitle = "dutydesk desk key ";
constexpr QByteArrayView title = "dutydesk desk key 1\n";
constexpr QByteArrayView databaseTitle = "SQLite format 3";
constexpr int hexDigitsOfSeq = 16;

template <std::size_t n>
QByteArrayView view(const std::array<unsigned char, n>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(n)};
}

template <std::size_t n>
bool take(const QByteArray& hex, std::array<unsigned char, n>& bytes)
{
    const QByteArray raw = QByteArray::fromHex(hex);
    if (raw.size() != static_cast<qsizetype>(n))
        return false;
    std::copy(raw.begin(), raw.end(), bytes.begin());
    return true;
}

QByteArray headLine(const core::Head& head)
{
    return "head " + QByteArray::number(head.seq, 16).rightJustified(hexDigitsOfSeq, '0') + ' '
        + core::toBytes(head.chain).toHex() + '\n';
}

// A head that was torn in writing counts as none.
core::Head readHead(const QList<QByteArray>& words)
{
    core::Head head;
    if (words.size() != 3)
        return head;
    const auto chain = core::digestFrom(QByteArray::fromHex(words[2]));
    bool isNumber = false;
    const qint64 seq = words[1].toLongLong(&isNumber, 16);
    if (chain && isNumber) {
        head.seq = seq;
        head.chain = *chain;
    }
    return head;
}

[[noreturn]] void fail(const QFile& file)
{
    throw fileError(file, u"The desk's key %1 cannot be written"_s.arg(file.fileName()),
        u"Give your account permission to write in the store's folder, and make room."_s);
}

// Going on without it would make this desk another one each time.
[[noreturn]] void refuseUnreadable(const QFile& file)
{
    throw Error(Fault::ReadOnly,
        u"The desk's key %1 cannot be opened: %2."_s.arg(file.fileName(), file.errorString()),
        u"Give your account permission to read and write this file, or use the account that made "
        "the store."_s);
}

}

DeskKey::DeskKey(const QString& path) : m_file(path) { }

DeskKey::~DeskKey()
{
    sodium_memzero(m_signingSecret.data(), m_signingSecret.size());
    sodium_memzero(m_boxSecret.data(), m_boxSecret.size());
}

std::unique_ptr<DeskKey> DeskKey::create(const QString& path)
{
    std::unique_ptr<DeskKey> key(new DeskKey(path));
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> signing{};
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> box{};
    crypto_sign_keypair(signing.data(), key->m_signingSecret.data());
    crypto_box_keypair(box.data(), key->m_boxSecret.data());
    key->m_signingKey = view(signing).toByteArray();
    key->m_boxKey = view(box).toByteArray();
    key->m_desk = deskIdOf(key->m_signingKey);
    key->m_head.desk = key->m_desk;
    key->write();
    return key;
}

std::unique_ptr<DeskKey> DeskKey::open(const QString& path)
{
    std::unique_ptr<DeskKey> key(new DeskKey(path));
    if (!key->m_file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered)) {
        if (key->m_file.exists())
            refuseUnreadable(key->m_file);
        return nullptr;
    }
    return key->read() ? std::move(key) : nullptr;
}

bool DeskKey::read()
{
    if (m_file.readLine() != title)
        return false;
    QHash<QByteArray, QList<QByteArray>> lines;
    while (!m_file.atEnd()) {
        const QList<QByteArray> words = m_file.readLine().trimmed().split(' ');
        lines.insert(words.first(), words);
    }
    const auto word = [&](const char* name) { return lines.value(name).value(1); };
    if (!take(word("sign"), m_signingSecret) || !take(word("box"), m_boxSecret))
        return false;
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> box{};
    crypto_scalarmult_base(box.data(), m_boxSecret.data());
    m_signingKey = view(m_signingSecret).last(crypto_sign_PUBLICKEYBYTES).toByteArray();
    m_boxKey = view(box).toByteArray();
    m_desk = deskIdOf(m_signingKey);
    m_head = readHead(lines.value("head"));
    m_head.desk = m_desk;
    m_copied = word("file") != fileIdentity(m_file.fileName());
    return true;
}

void DeskKey::write()
{
    QFile::remove(m_file.fileName());
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::NewOnly | QIODevice::Unbuffered,
            QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        fail(m_file);
    const QByteArray text = title.toByteArray() + "file " + fileIdentity(m_file.fileName())
        + "\ndesk " + m_desk.toLatin1() + "\nsign " + view(m_signingSecret).toByteArray().toHex()
        + "\nbox " + view(m_boxSecret).toByteArray().toHex() + '\n' + headLine(m_head);
    if (m_file.write(text) != text.size() || !syncFile(m_file))
        fail(m_file);
}

std::optional<QByteArray> DeskKey::unseal(QByteArrayView sealed) const
{
    constexpr qsizetype overhead = crypto_box_SEALBYTES;
    if (sealed.size() < overhead)
        return {};
    QByteArray plain(sealed.size() - overhead, Qt::Uninitialized);
    if (crypto_box_seal_open(reinterpret_cast<unsigned char*>(plain.data()),
            reinterpret_cast<const unsigned char*>(sealed.data()),
            static_cast<unsigned long long>(sealed.size()),
            reinterpret_cast<const unsigned char*>(m_boxKey.constData()), m_boxSecret.data())
        != 0)
        return {};
    return plain;
}

QByteArray DeskKey::sign(const QByteArray& bytes) const
{
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
        reinterpret_cast<const unsigned char*>(bytes.data()),
        static_cast<unsigned long long>(bytes.size()), m_signingSecret.data());
    return signature;
}

void DeskKey::noteSigned(const core::Head& head)
{
    const QByteArray line = headLine(head);
    m_head = head;
    // Best effort: the action is on the disk already, and a lower head here harms nothing.
    if (m_file.seek(m_file.size() - line.size()))
        m_file.write(line);
}

QString keyPathOf(const QString& store)
{
    return store + u".key"_s;
}

bool isStoreOrKey(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(keyTitle.size());
    return start.startsWith(keyTitle) || start.startsWith(databaseTitle);
}

std::vector<std::unique_ptr<DeskKey>> allKeysOf(const QString& store)
{
    constexpr int mostIdentities = 1000;
    std::vector<std::unique_ptr<DeskKey>> keys;
    const QString path = keyPathOf(store);
    for (int n = 0; n < mostIdentities; ++n) {
        auto key = DeskKey::open(n == 0 ? path : u"%1.old-%2"_s.arg(path).arg(n));
        if (key)
            keys.push_back(std::move(key));
        else if (n > 0)
            break;
    }
    return keys;
}

}
