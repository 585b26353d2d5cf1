#include "core/text/telephone.h"

#include <QRegularExpression>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

/// What follows a word such as "ext" or "bleep", taken out of the text.
QString takeAfter(QString& text, const QRegularExpression& label)
{
    const auto found = label.match(text);
    if (!found.hasMatch())
        return {};
    text.replace(found.capturedStart(), found.capturedLength(), u" "_s);
    return found.captured(1);
}

/// Area codes of six digits with a zero in front: all other 01 codes have five or fewer.
bool hasLongAreaCode(const QString& national)
{
    static const QStringList codes{u"013873"_s, u"015242"_s, u"015394"_s, u"015395"_s, u"015396"_s,
        u"016973"_s, u"016974"_s, u"016977"_s, u"017683"_s, u"017684"_s, u"017687"_s, u"019467"_s,
        u"019755"_s, u"019756"_s};
    return codes.contains(national.first(6));
}

/// How many digits the groups before the last have, the leading 0 included.
std::vector<int> groupsOf(const QString& national)
{
    if (national.startsWith(u"02"))
        return {3, 4};
    if (national.startsWith(u"07"))
        return {5};
    if (!national.startsWith(u"01"))
        return national.size() == 11 ? std::vector{4, 3} : std::vector{4};
    if (national[2] == u'1' || national[3] == u'1')
        return {4, 3};
    return {hasLongAreaCode(national) ? 6 : 5};
}

QString grouped(const QString& national)
{
    QString shown;
    qsizetype at = 0;
    for (const int length : groupsOf(national)) {
        shown += national.sliced(at, length) + u' ';
        at += length;
    }
    return shown + national.sliced(at);
}

/// With the trunk 0 and without the country code; foreign numbers keep their plus.
QString nationalOf(QString digits)
{
    if (digits.startsWith(u"00"))
        digits.replace(0, 2, u"+"_s);
    if (!digits.startsWith(u"+44"))
        return digits;
    const QString rest = digits.sliced(3);
    return rest.startsWith(u'0') ? rest : u'0' + rest;
}

struct Parts {
    QString national;
    QString extension;
    QString bleep;
    QString instruction;
};

Parts partsOf(const QString& typed)
{
    static const QRegularExpression extension(u"\\b(?:extension|extn|ext|x)\\.? ?(\\d{1,6})\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bleep(
        u"\\b(?:bleep|pager)\\.? ?(\\d{1,6})\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression number(u"(\\+?\\d[\\d ()./-]*)"_s);
    static const QRegularExpression trunkZero(u"\\(0\\)"_s);
    static const QRegularExpression separators(u"[^\\d+]"_s);
    static const QRegularExpression edges(u"^[\\s,;:()]+|[\\s,;:()]+$"_s);

    QString text = typed.simplified();
    Parts parts;
    parts.bleep = takeAfter(text, bleep);
    parts.extension = takeAfter(text, extension);
    if (text.contains(u'+'))
        text.remove(trunkZero);
    parts.national = nationalOf(takeAfter(text, number).remove(separators));
    parts.instruction = text.simplified().remove(edges);
    return parts;
}

QString joined(const Parts& parts, const QString& number)
{
    QString shown = number;
    if (!parts.extension.isEmpty())
        shown += u" ext "_s + parts.extension;
    if (!parts.bleep.isEmpty())
        shown += u" bleep "_s + parts.bleep;
    if (!parts.instruction.isEmpty())
        shown += u", "_s + parts.instruction;
    return shown;
}

TelephoneCheck answer(IdentifierStatus status, const Parts& parts, const QString& number)
{
    TelephoneCheck check;
    check.status = status;
    check.normalised = joined(parts, number);
    check.number = number;
    check.extension = parts.extension;
    check.bleep = parts.bleep;
    check.instruction = parts.instruction;
    return check;
}

bool isShortCode(const QString& national)
{
    static const QStringList codes{
        u"999"_s, u"112"_s, u"101"_s, u"111"_s, u"105"_s, u"119"_s, u"18000"_s};
    return codes.contains(national);
}

TelephoneCheck warning(const Parts& parts, const QString& reason)
{
    TelephoneCheck check = answer(IdentifierStatus::Warn, parts, parts.national);
    check.reason = reason;
    check.mend = u"Read the number back to the caller; it can be kept as it is."_s;
    return check;
}

TelephoneCheck checkForeign(const Parts& parts)
{
    const qsizetype digits = parts.national.size() - 1;
    if (digits < 8 || digits > 15)
        return warning(parts, u"A number with a country code has 8 to 15 digits."_s);
    TelephoneCheck check = answer(IdentifierStatus::Valid, parts, parts.national);
    check.e164 = parts.national;
    return check;
}

TelephoneCheck checkUk(const Parts& parts)
{
    const QString& national = parts.national;
    const bool shorterExists = national.startsWith(u"01") || national.startsWith(u"0800");
    const bool wholeLength = national.size() == 11 || (national.size() == 10 && shorterExists);
    if (!wholeLength)
        return warning(parts,
            u"A UK number has 11 digits with its first 0; this one has %1."_s.arg(national.size()));
    if (u"046"_s.contains(national[1]))
        return warning(parts, u"No UK number begins with %1."_s.arg(national.first(2)));
    TelephoneCheck check = answer(IdentifierStatus::Valid, parts, grouped(national));
    check.e164 = u"+44"_s + national.sliced(1);
    return check;
}

}

TelephoneCheck checkTelephone(const QString& typed)
{
    const Parts parts = partsOf(typed);
    if (parts.national.isEmpty()) {
        TelephoneCheck check = answer(IdentifierStatus::Invalid, parts, {});
        check.normalised = typed;
        check.reason = u"There is no telephone number in it."_s;
        check.mend = u"Type the digits; words such as “bleep 500” may follow them."_s;
        return check;
    }
    if (parts.national.startsWith(u'+'))
        return checkForeign(parts);
    if (isShortCode(parts.national))
        return answer(IdentifierStatus::Special, parts, parts.national);
    if (!parts.national.startsWith(u'0'))
        return warning(parts, u"The area code is missing."_s);
    return checkUk(parts);
}

bool sameTelephone(const QString& one, const QString& other)
{
    const TelephoneCheck first = checkTelephone(one);
    const TelephoneCheck second = checkTelephone(other);
    return !first.e164.isEmpty() && first.e164 == second.e164
        && first.extension == second.extension;
}

}
