#include "app/cli/labels.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {

void Labels::keep(const QString& label, const QJsonObject& made)
{
    for (auto each = made.begin(); each != made.end(); ++each)
        if (each.value().isString())
            m_values.insert(u"$%1.%2"_s.arg(label, each.key()), each.value().toString());
    // A command makes its own kind of record first; these are the kinds, from the most particular
    // on. A case that came with its handover is named by the case.
    for (const QString& kind : {u"case"_s, u"item"_s, u"contact"_s, u"person"_s, u"duty"_s,
             u"window"_s, u"sitrep"_s, u"shift"_s, u"id"_s, u"user"_s})
        if (made.value(kind).isString()) {
            m_values.insert(u'$' + label, made.value(kind).toString());
            return;
        }
}

QJsonObject Labels::fillIn(const QJsonObject& request, QString& unknown) const
{
    return fillIn(QJsonValue(request), unknown).toObject();
}

QJsonValue Labels::fillIn(const QJsonValue& value, QString& unknown) const
{
    if (value.isString() && value.toString().startsWith(u'$')) {
        const auto found = m_values.constFind(value.toString());
        if (found != m_values.constEnd())
            return *found;
        if (unknown.isEmpty())
            unknown = value.toString();
    } else if (value.isArray()) {
        QJsonArray filled;
        const QJsonArray array = value.toArray();
        for (const QJsonValue& each : array)
            filled.append(fillIn(each, unknown));
        return filled;
    } else if (value.isObject()) {
        QJsonObject filled = value.toObject();
        for (auto each = filled.begin(); each != filled.end(); ++each)
            each.value() = fillIn(QJsonValue(each.value()), unknown);
        return filled;
    }
    return value;
}

}
