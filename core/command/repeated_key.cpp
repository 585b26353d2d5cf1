#include "core/command/repeated_key.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <vector>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The end of the string that begins at `from`: one past its closing quotation mark.
qsizetype endOfString(const QByteArray& json, qsizetype from)
{
    for (qsizetype at = from + 1; at < json.size(); ++at) {
        if (json[at] == '\\')
            ++at;
        else if (json[at] == '"')
            return at + 1;
    }
    return json.size();
}

qsizetype afterSpace(const QByteArray& json, qsizetype from)
{
    while (from < json.size() && QByteArray(" \t\r\n").contains(json[from]))
        ++from;
    return from;
}

/// The key as it is meant: escapes resolved, so that "a" and "\u0061" are one.
QString meant(const QByteArray& quoted)
{
    return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString();
}

/// Whether the string that ends before `end` names a member, and does not stand for a value.
bool isKey(const QByteArray& json, qsizetype end)
{
    const qsizetype next = afterSpace(json, end);
    return next < json.size() && json[next] == ':';
}

}

static void openOrClose(std::vector<QSet<QString>>& open, char character)
{
    if (character == '{')
        open.emplace_back();
    else if (character == '}' && !open.empty())
        open.pop_back();
}

std::optional<QString> repeatedKey(const QByteArray& json)
{
    std::vector<QSet<QString>> open;
    for (qsizetype at = 0; at < json.size(); ++at) {
        openOrClose(open, json[at]);
        if (json[at] != '"')
            continue;
        const qsizetype end = endOfString(json, at);
        if (!open.empty() && isKey(json, end)) {
            const QString key = meant(json.mid(at, end - at));
            if (open.back().contains(key))
                return key;
            open.back().insert(key);
        }
        at = end - 1;
    }
    return {};
}

}
