#include "app/cli/answers.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QJsonObject withoutEmpty(QJsonObject object)
{
    for (auto each = object.begin(); each != object.end();)
        each = each.value().toString().isEmpty() ? object.erase(each) : std::next(each);
    return object;
}

template <typename List, typename ToObject>
void insertList(QJsonObject& answer, const QString& key, const List& list, ToObject toObject)
{
    QJsonArray array;
    for (const auto& each : list)
        array.append(toObject(each));
    if (!array.isEmpty())
        answer.insert(key, array);
}

}

QJsonObject answerJson(const core::Decision& decision)
{
    QJsonObject answer{{u"ok"_s, !decision.refused()}};
    if (!decision.refused() && !decision.made.isEmpty())
        answer.insert(u"made"_s, decision.made);
    insertList(answer, u"refusals"_s, decision.refusals, [](const core::Refusal& refusal) {
        return withoutEmpty({{u"clause"_s, refusal.clause}, {u"field"_s, refusal.field},
            {u"text"_s, refusal.text}, {u"mend"_s, refusal.mend}});
    });
    insertList(answer, u"owed"_s, decision.owed, [](const core::Owed& owed) {
        return withoutEmpty({{u"clause"_s, owed.clause}, {u"field"_s, owed.field},
            {u"text"_s, owed.text}, {u"asked_at"_s, owed.askedAt}});
    });
    insertList(answer, u"flagged"_s, decision.flags, [](const core::Flag& flag) {
        return withoutEmpty({{u"clause"_s, flag.clause}, {u"text"_s, flag.text}});
    });
    insertList(answer, u"notes"_s, decision.notes, [](const QString& note) { return note; });
    return answer;
}

}
