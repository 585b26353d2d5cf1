#include "core/contact/unanswered.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace core {

bool saysUnanswered(const QString& result)
{
    static const QStringList unanswered{u"no answer"_s, u"no reply"_s, u"not answered"_s,
        u"unanswered"_s, u"nobody answered"_s, u"not reached"_s, u"engaged"_s, u"busy"_s,
        u"voicemail"_s, u"left voicemail"_s, u"voicemail left"_s, u"answerphone"_s};
    static const QRegularExpression between(u"[,;.:/()]|\\band\\b"_s);
    const QString words = QString(result).replace(u'_', u' ').toLower();
    int said = 0;
    for (const QString& part : words.split(between)) {
        const QString each = part.simplified();
        if (!each.isEmpty() && !unanswered.contains(each))
            return false;
        said += each.isEmpty() ? 0 : 1;
    }
    return said > 0;
}

}
