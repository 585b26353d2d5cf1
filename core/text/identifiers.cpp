#include "core/text/identifiers.h"

#include <QRegularExpression>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr int nhsDigits = 10;

IdentifierCheck invalid(const QString& typed, const QString& reason, const QString& mend)
{
    return {IdentifierStatus::Invalid, typed, reason, mend};
}

/// Without the spaces, hyphens and invisible characters that copying brings along.
QString withoutSeparators(const QString& typed)
{
    QString clean;
    for (const QChar c : typed)
        if (!c.isSpace() && c.category() != QChar::Punctuation_Dash
            && c.category() != QChar::Other_Format)
            clean += c;
    return clean;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// 0 to 10; no number has the check digit 10.
int nhsCheckDigit(const QString& digits)
{
    int sum = 0;
    for (int i = 0; i < nhsDigits - 1; ++i)
        sum += digits[i].digitValue() * (nhsDigits - i);
    return (11 - sum % 11) % 11;
}

/// England, Wales and the Isle of Man issue 4, 6 and 7; 9 has older and test numbers.
bool inIssuedRange(const QString& digits)
{
    return u"4679"_s.contains(digits.front());
}

bool matches(const QString& domain, const QString& pattern)
{
    if (pattern.startsWith(u"*."))
        return domain.endsWith(QStringView(pattern).sliced(1), Qt::CaseInsensitive);
    return domain.compare(pattern, Qt::CaseInsensitive) == 0;
}

}

IdentifierCheck checkNhsNumber(const QString& typed)
{
    const QString compareAgain = u"Compare it with the record or the letter, digit by digit."_s;
    const QString digits = withoutSeparators(typed);
    const auto other = std::find_if_not(digits.begin(), digits.end(), isDigit);
    if (other != digits.end())
        return invalid(typed, u"An NHS number has only digits, and “%1” was typed."_s.arg(*other),
            u"Type the ten digits, with or without spaces."_s);
    if (digits.size() != nhsDigits)
        return invalid(typed, u"An NHS number has 10 digits; this one has %1."_s.arg(digits.size()),
            compareAgain);
    if (digits.count(digits.front()) == nhsDigits)
        return invalid(typed, u"An NHS number is never the same digit ten times."_s,
            u"Leave the field empty while the number is not known."_s);

    const int check = nhsCheckDigit(digits);
    if (check == 10)
        return invalid(typed, u"No NHS number begins with these nine digits."_s, compareAgain);
    if (check != digits.back().digitValue())
        return invalid(
            typed, u"The last digit does not agree with the other nine."_s, compareAgain);
    if (!inIssuedRange(digits))
        return {IdentifierStatus::Warn, digits,
            u"Numbers like this are not issued in England, Wales or the Isle of Man."_s,
            u"Ask whether it is a Scottish or Northern Irish number; %1"_s.arg(
                compareAgain.at(0).toLower() + compareAgain.sliced(1))};
    return {IdentifierStatus::Valid, digits, {}, {}};
}

QString nhsNumberText(const QString& normalised)
{
    if (normalised.size() != nhsDigits)
        return normalised;
    return normalised.first(3) + u' ' + normalised.sliced(3, 3) + u' ' + normalised.last(4);
}

IdentifierCheck checkPostcode(const QString& typed)
{
    static const QRegularExpression shape(
        u"^(GIR0AA|[A-PR-UWYZ](\\d{1,2}|[A-HK-Y]\\d{1,2}|\\d[A-HJKPSTUW]|[A-HK-Y]\\d[ABEHMNPRV-Y])"
        "\\d[ABD-HJLNP-UW-Z]{2})$"_s);
    static const QRegularExpression forces(u"^BFPO(\\d{1,4})$"_s);

    const QString upper = withoutSeparators(typed).toUpper();
    const QString spaced
        = upper.size() > 3 ? upper.first(upper.size() - 3) + u' ' + upper.last(3) : upper;
    if (const auto found = forces.match(upper); found.hasMatch())
        return {IdentifierStatus::Special, u"BFPO "_s + found.captured(1),
            u"This is a British Forces address."_s, {}};
    if (spaced == u"ZZ99 3VZ")
        return {IdentifierStatus::Special, spaced, u"This code stands for no fixed abode."_s, {}};
    if (spaced == u"ZZ99 3WZ")
        return {
            IdentifierStatus::Special, spaced, u"This code stands for address not known."_s, {}};
    if (shape.match(upper).hasMatch())
        return {IdentifierStatus::Valid, spaced, {}, {}};
    return {IdentifierStatus::Warn, typed.simplified().toUpper(),
        u"This does not look like a whole UK postcode."_s,
        u"Check it, O and 0 or I and 1 too; it can be kept as it is."_s};
}

QString outwardCode(const QString& postcode)
{
    const IdentifierCheck check = checkPostcode(postcode);
    const bool whole
        = check.status == IdentifierStatus::Valid || check.status == IdentifierStatus::Special;
    return whole ? check.normalised.section(u' ', 0, 0) : QString();
}

IdentifierCheck checkEmail(const QString& typed, const QStringList& secureDomains)
{
    static const QRegularExpression shape(
        u"^[^\\s@<>(),;:\"]+@([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString address = typed.trimmed();
    const auto found = shape.match(address);
    if (!found.hasMatch())
        return invalid(typed, u"“%1” is not an e-mail address."_s.arg(address),
            u"Type one address, e.g. edt@example.gov.uk."_s);

    const QString domain = found.captured(1).toLower();
    const QString normalised = address.section(u'@', 0, 0) + u'@' + domain;
    const bool secure = std::any_of(secureDomains.begin(), secureDomains.end(),
        [&domain](const QString& pattern) { return matches(domain, pattern); });
    if (secure)
        return {IdentifierStatus::Valid, normalised, {}, {}};
    return {IdentifierStatus::Warn, normalised,
        u"%1 is not on the list of secure e-mail domains."_s.arg(domain),
        u"Use an address on the list, or put [secure] in the subject and no personal data there."_s};
}

}
