#include "ui/exchange/colleague_rows.h"

#include "core/time/london.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using core::Ink;
using core::Words;

Words standingWords(const Colleague& each, core::Instant now)
{
    Words told;
    switch (each.standing) {
    case core::TrustStanding::Trusted: told.add(u"Trusted"_s); break;
    case core::TrustStanding::Vouched: told.add(u"Vouched for by %1"_s.arg(each.vouchedBy)); break;
    case core::TrustStanding::Expired:
        told.add(u"Run out: ask for a new introduction"_s, Ink::Alert);
        break;
    case core::TrustStanding::Withdrawn: told.add(u"Believed no longer"_s, Ink::Alert); break;
    case core::TrustStanding::Superseded: told.add(u"Goes on as another desk"_s, Ink::Quiet); break;
    case core::TrustStanding::Unknown: told.add(u"Not trusted here"_s, Ink::Alert); break;
    }
    if (each.lead)
        told.add(u", lead desk"_s);
    if (each.standing == core::TrustStanding::Withdrawn)
        told.line(each.lastBelieved
                ? u"after entry %1: %2"_s.arg(*each.lastBelieved).arg(each.withdrawnWhy)
                : each.withdrawnWhy,
            Ink::Quiet);
    else if (each.until)
        told.line(u"until %1"_s.arg(momentText(*each.until, now)), Ink::Quiet);
    if (each.forkedAt)
        told.line(u"Went on in two ways after its entry %1: it was put back or copied"_s.arg(
                      *each.forkedAt),
            Ink::Alert);
    for (const QString& doubt : each.doubts)
        told.line(doubt, Ink::Alert);
    return told;
}

Words heardWords(const Colleague& each, core::Instant now)
{
    if (!each.heard)
        return {u"Never yet"_s, Ink::Quiet};
    return momentText(*each.heard, now);
}

bool receives(const Colleague& each)
{
    return each.standing == core::TrustStanding::Trusted
        || each.standing == core::TrustStanding::Vouched
        || (each.standing == core::TrustStanding::Superseded && each.stillAtWork);
}

Words lacksWords(const Colleague& each)
{
    if (!receives(each))
        return {u"Sent nothing"_s, Ink::Quiet};
    if (!each.lacks)
        return {u"It has not said yet"_s, Ink::Quiet};
    if (*each.lacks == 0)
        return {u"Nothing: it has all of it"_s};
    return {*each.lacks == 1 ? u"1 entry"_s : u"%1 entries"_s.arg(*each.lacks), Ink::Strong};
}

}

std::vector<core::GridColumn> colleagueColumns()
{
    return {{u"Desk"_s, 24, core::Side::Left}, {u"Standing"_s, 28, core::Side::Left},
        {u"Last bundle from it"_s, 20, core::Side::Left},
        {u"It lacks of ours"_s, 28, core::Side::Left}};
}

std::vector<SheetRow> colleagueRows(
    const std::vector<Colleague>& colleagues, const core::Profile& profile, core::Instant now)
{
    std::vector<SheetRow> rows;
    for (const Colleague& each : colleagues) {
        Words name(each.name.isEmpty() ? each.desk.left(8) : each.name, Ink::Strong);
        if (!each.service.isEmpty())
            name.line(serviceName(profile, each.service), Ink::Quiet);
        rows.push_back(
            {each.desk, {name, standingWords(each, now), heardWords(each, now), lacksWords(each)},
                {}, {}, false});
    }
    return rows;
}

std::vector<SheetRow> waitingRows(
    const std::vector<WaitingBundle>& waiting, const QStringList& broken, core::Instant now)
{
    std::vector<SheetRow> rows;
    for (const WaitingBundle& each : waiting) {
        Words words(each.name, Ink::Strong);
        words.add(u", came %1"_s.arg(momentText(each.at, now)), Ink::Quiet)
            .line(u"Waits: %1"_s.arg(each.why));
        rows.push_back({u"waiting/"_s + each.name + each.why, {words}, {}, {}, false});
    }
    for (const QString& each : broken) {
        Words words(each.section(u": "_s, 0, 0), Ink::Strong);
        words.add(u", in the common folder"_s, Ink::Quiet)
            .line(each.section(u": "_s, 1), Ink::Alert);
        rows.push_back({u"broken/"_s + each, {words}, {}, {}, false});
    }
    return rows;
}

}
