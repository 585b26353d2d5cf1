#include "core/exchange/introduction.h"

#include "core/journal/field_bytes.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr QByteArrayView tag = "dutydesk.introduction";
constexpr QByteArrayView title = "Dutydesk introduction 1";
constexpr qsizetype keySize = 32;
constexpr qsizetype signatureSize = 64;
constexpr qsizetype longest = qsizetype{64} * 1024;
constexpr qsizetype lineLength = 64;

std::optional<Introduction> readFields(QByteArrayView bytes)
{
    FieldReader in(bytes, tag);
    Introduction read;
    read.desk = QString::fromLatin1(in.bytes(idBytes).toByteArray().toHex());
    read.name = in.text();
    read.services = in.text().split(u'\n', Qt::SkipEmptyParts);
    read.area = in.text();
    read.signingKey = in.bytes(keySize).toByteArray();
    read.boxKey = in.bytes(keySize).toByteArray();
    read.letter = in.text();
    read.opened = fromMillis(in.number());
    if (const qint64 until = in.number(); until != 0)
        read.until = fromMillis(until);
    read.continues = QString::fromLatin1(in.bytes().toByteArray().toHex());
    read.training = in.number() == 1;
    if (!in.finished() || read.services.isEmpty() || !isDeskName(read.name))
        return {};
    return read;
}

}

bool breaksLine(QChar letter)
{
    const QChar::Category category = letter.category();
    return category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

bool isDeskName(const QString& name)
{
    return !name.trimmed().isEmpty() && name.size() <= longestDeskName
        && std::none_of(name.begin(), name.end(), breaksLine);
}

QString strangersName(const QString& claimed)
{
    const bool quotes = claimed.contains(u'“') || claimed.contains(u'”');
    return isDeskName(claimed) && !quotes ? claimed : u"a name that cannot be shown"_s;
}

QByteArray introductionBytes(const Introduction& introduction)
{
    FieldWriter out(tag);
    out.bytes(deskBytes(introduction.desk));
    out.text(introduction.name);
    out.text(introduction.services.join(u'\n'));
    out.text(introduction.area);
    out.bytes(introduction.signingKey);
    out.bytes(introduction.boxKey);
    out.text(introduction.letter);
    out.number(toMillis(introduction.opened));
    out.number(introduction.until ? toMillis(*introduction.until) : 0);
    out.bytes(deskBytes(introduction.continues));
    out.number(introduction.training ? 1 : 0);
    return out.taken();
}

QByteArray introductionText(const IntroductionFile& file)
{
    const QByteArray base64 = (introductionBytes(file.introduction) + file.signature).toBase64();
    QByteArray text = title.toByteArray() + '\n' + file.introduction.name.toUtf8() + '\n';
    for (qsizetype at = 0; at < base64.size(); at += lineLength)
        text += base64.mid(at, lineLength) + '\n';
    return text;
}

// An e-mail program may put words around it and other line ends into it.
std::optional<IntroductionFile> readIntroduction(QByteArrayView text)
{
    const qsizetype begin = text.indexOf(title);
    if (begin < 0 || text.size() > longest)
        return {};
    const QList<QByteArray> lines = text.sliced(begin).toByteArray().split('\n');
    QByteArray base64;
    for (const QByteArray& line : lines.mid(2)) {
        if (line.trimmed().isEmpty())
            break;
        base64 += line.trimmed();
    }
    const auto bytes
        = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || bytes.decoded.size() <= signatureSize)
        return {};
    const QByteArrayView all(bytes.decoded);
    auto read = readFields(all.first(all.size() - signatureSize));
    if (!read)
        return {};
    QString line = QString::fromUtf8(lines.value(1)).simplified();
    if (line == read->name.simplified())
        line.clear();
    return IntroductionFile{std::move(*read), all.last(signatureSize).toByteArray(), line};
}

}
