#include "ui/print/mail.h"

#include "core/time/london.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace print {

namespace {

constexpr qsizetype encodedLineLength = 76;

// Base64 keeps every line short and every byte as it is, whatever carries the file.
QByteArray base64Lines(const QByteArray& bytes)
{
    const QByteArray encoded = bytes.toBase64();
    QByteArray lines;
    for (qsizetype at = 0; at < encoded.size(); at += encodedLineLength)
        lines += encoded.mid(at, encodedLineLength) + "\r\n";
    return lines;
}

bool isPlainAscii(const QString& text)
{
    return std::all_of(
        text.begin(), text.end(), [](QChar letter) { return letter >= u' ' && letter <= u'~'; });
}

// RFC 2047: at most 75 characters an encoded word, and no character cut in two.
QByteArray headerText(const QString& text)
{
    if (isPlainAscii(text))
        return text.toLatin1();
    constexpr int lettersTogether = 14;
    QByteArrayList encoded;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype length = std::min<qsizetype>(lettersTogether, text.size() - at);
        if (text.at(at + length - 1).isHighSurrogate())
            --length;
        encoded.append("=?UTF-8?B?" + text.mid(at, length).toUtf8().toBase64() + "?=");
        at += length;
    }
    return encoded.join("\r\n ");
}

// Line ends inside an address would begin a header of their own.
QByteArray addresses(const QStringList& all)
{
    QByteArrayList clean;
    for (const QString& address : all)
        clean.append(address.simplified().remove(u' ').toUtf8());
    return clean.join(",\r\n ");
}

QByteArray dateHeader(core::Instant at)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(core::toMillis(at), Qt::UTC);
    return QLocale::c().toString(moment, u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " +0000";
}

QByteArray part(const QByteArray& boundary, const QByteArray& headers, const QByteArray& bytes)
{
    return "--" + boundary + "\r\n" + headers + "Content-Transfer-Encoding: base64\r\n\r\n"
        + base64Lines(bytes);
}

QByteArray textPart(const QByteArray& boundary, const QByteArray& kind, const QString& text)
{
    QString lines = text;
    lines.replace(u"\n"_s, u"\r\n"_s);
    return part(boundary, "Content-Type: text/" + kind + "; charset=utf-8\r\n", lines.toUtf8());
}

QByteArray attachmentPart(const QByteArray& boundary, const Attachment& attachment)
{
    const QByteArray name = "\"" + attachment.name.toLatin1() + "\"";
    return part(boundary,
        "Content-Type: " + attachment.type + ";\r\n name=" + name
            + "\r\nContent-Disposition: attachment;\r\n filename=" + name + "\r\n",
        attachment.bytes);
}

}

QString subjectOf(const core::Paper& paper)
{
    return u"%1: %2 %3"_s.arg(paper.marking, paper.title, paper.ref).trimmed();
}

QByteArray toEml(
    const core::Paper& paper, const Recipients& recipients, const Attachment& attachment)
{
    const QByteArray digest
        = QCryptographicHash::hash(attachment.bytes, QCryptographicHash::Blake2b_256).toHex();
    const QByteArray outer = "dutydesk-" + digest.left(24);
    const QByteArray inner = "dutydesk-" + digest.mid(24, 24);
    QByteArray mail;
    if (!recipients.from.isEmpty())
        mail += "From: " + addresses({recipients.from}) + "\r\n";
    if (!recipients.to.isEmpty())
        mail += "To: " + addresses(recipients.to) + "\r\n";
    mail += "Subject: " + headerText(subjectOf(paper)) + "\r\nDate: " + dateHeader(paper.printedAt)
        + "\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary=\""
        + outer + "\"\r\n\r\n--" + outer
        + "\r\nContent-Type: multipart/alternative;\r\n boundary=\"" + inner + "\"\r\n\r\n";
    mail += textPart(inner, "plain", toText(paper)) + textPart(inner, "html", toHtml(paper)) + "--"
        + inner + "--\r\n";
    return mail + attachmentPart(outer, attachment) + "--" + outer + "--\r\n";
}

}
