#include "app/cli/reconcile_verb.h"

#include "app/cli/opened.h"
#include "core/paper/reconciliation.h"
#include "core/time/london.h"
#include "core/time/typed_time.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QJsonObject toJson(const core::Reconciliation& one, core::Instant now)
{
    QJsonObject json{{u"transfer"_s, one.transferNumber}, {u"item"_s, one.item.text()},
        {u"case"_s, one.caseId.text()}, {u"ref"_s, one.caseRef}, {u"from"_s, one.from},
        {u"to"_s, one.to}, {u"at"_s, core::isoText(one.at)}, {u"accepter"_s, one.accepter},
        {u"standing"_s, core::word(one.standing)},
        {u"differences"_s, QJsonArray::fromStringList(one.differences)},
        {u"overdue"_s, one.isOverdue(now)}, {u"say"_s, core::lineOf(one, now)}};
    if (one.recordBy)
        json.insert(u"record_by"_s, core::isoText(*one.recordBy));
    if (one.theirs)
        json.insert(u"theirs"_s,
            QJsonObject{{u"accepter"_s, one.theirs->accepter},
                {u"at"_s, core::isoText(one.theirs->at)}, {u"words"_s, one.theirs->words}});
    if (one.reconciled)
        json.insert(u"reconciled"_s,
            QJsonObject{{u"by"_s, one.reconciled->by}, {u"at"_s, core::isoText(one.reconciled->at)},
                {u"words"_s, one.reconciled->words}});
    return json;
}

void tell(Call& call, const core::Reconciliation& one, core::Instant now)
{
    if (call.json)
        call.out << QJsonDocument(toJson(one, now)).toJson(QJsonDocument::Compact) << '\n';
    else
        call.out << core::lineOf(one, now) << '\n';
}

}

int reconcileVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"date"_s, u"The day; today when left out"_s);
    parser.addOption({u"all"_s, u"Those that agree, were confirmed or cleared up too"_s});
    if (!parse(call, parser, "reconcile", 1))
        return Usage;
    const QString typed = parser.positionalArguments().value(0);
    std::optional<QDate> day;
    if (!typed.isEmpty()) {
        const auto read = core::readTypedDate(typed);
        if (const auto* problem = std::get_if<core::TimeProblem>(&read))
            return wrongUsage(call, problem->text, problem->mend);
        day = std::get<QDate>(read);
    }
    return withStore(call, db::Access::Read, [&](db::Store& store) {
        auto found = core::reconciliationsOn(
            day.value_or(core::dateOf(store.now())), store.records(), store.calendar().profile());
        if (!parser.isSet(u"all"_s))
            found = core::stillOpen(std::move(found));
        for (const core::Reconciliation& one : found)
            tell(call, one, store.now());
        return static_cast<int>(Done);
    });
}

}
