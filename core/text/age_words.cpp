#include "core/text/age_words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core {

std::optional<int> ageIn(const QString& words)
{
    static const QRegularExpression number(
        u"(?<![\\d.])(\\d{1,3})(?!\\d)\\s*-?\\s*(days?|weeks?|wks?|months?|mths?|mo)?"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch found = number.match(words);
    if (!found.hasMatch())
        return {};
    return found.captured(2).isEmpty() ? found.captured(1).toInt() : 0;
}

}
