#include "core/exchange/longest.h"

#include "core/exchange/bundle_records.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Longest {
    QString field = u"do"_s;
    qsizetype size = 0;
};

void look(const QJsonValue& json, const QString& path, Longest& longest)
{
    if (json.toString().size() > longest.size)
        longest = {path, json.toString().size()};
    const QJsonObject object = json.toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        look(each.value(), path.isEmpty() ? each.key() : path + u'.' + each.key(), longest);
    const QJsonArray array = json.toArray();
    for (qsizetype n = 0; n < array.size(); ++n)
        look(array[n], u"%1[%2]"_s.arg(path).arg(n), longest);
}

QString longestField(const Request& request)
{
    Longest longest;
    look(request.arguments, {}, longest);
    look(request.evidence, u"evidence"_s, longest);
    look(request.lateReason, u"late_reason"_s, longest);
    return longest.field;
}

bool isTooLong(const NewEvent& event)
{
    return event.payload.size() + event.evidence.toUtf8().size() + event.lateReason.toUtf8().size()
        > mostEventBytes;
}

}

std::optional<Refusal> refuseTooLong(const Decision& decision, const Request& request)
{
    if (std::none_of(decision.events.begin(), decision.events.end(), isTooLong))
        return {};
    const QString field = longestField(request);
    return Refusal{{}, field,
        u"“%1” is too long: more than %2 MB in one entry cannot be sent to another desk."_s
            .arg(field)
            .arg(mostEventBytes >> 20),
        u"Attach it as a file, and write here what matters in it."_s};
}

}
