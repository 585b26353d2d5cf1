#include "core/handover/unconfirmed.h"

#include "core/handover/item_rules.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

const HandoverItem* itemOf(const Case& record, const EdtRecord& received)
{
    const auto found = std::find_if(record.handovers.begin(), record.handovers.end(),
        [&received](const HandoverItem& each) { return each.id == received.item; });
    return found == record.handovers.end() ? nullptr : &*found;
}

Owed owedOf(const Unconfirmed& each)
{
    return {u"HO-4.2a"_s, u"telephoned"_s, each.text(), u"telephone"_s};
}

}

EdtRecordState edtRecordState(const Case& record, const EdtRecord& received)
{
    if (received.telephonedAt)
        return received.declined.isEmpty() ? EdtRecordState::Telephoned : EdtRecordState::Declined;
    const HandoverItem* item = itemOf(record, received);
    if (item && item->state == ItemState::Accepted)
        return EdtRecordState::Accepted;
    return item && isUnanswered(*item) ? EdtRecordState::Unconfirmed : EdtRecordState::Withdrawn;
}

QString Unconfirmed::text() const
{
    return u"%1 of %2 has not telephoned about the record received %3 (%4): until then they are "
           "responsible."_s.arg(
               received.worker, received.team, dateTimeText(received.receivedAt), ref);
}

std::vector<Unconfirmed> unconfirmedOn(const Case& record)
{
    std::vector<Unconfirmed> found;
    if (!record.open())
        return found;
    for (const EdtRecord& each : record.edtRecords)
        if (edtRecordState(record, each) == EdtRecordState::Unconfirmed) {
            const HandoverItem& item = *itemOf(record, each);
            found.push_back(
                {record.id, record.ref, record.title, item.from, item.transferNumber, each});
        }
    return found;
}

std::vector<Unconfirmed> unconfirmedFor(
    const QString& service, const Records& records, const Profile& profile)
{
    std::vector<Unconfirmed> found;
    for (const Service& giver : profile.services)
        if (giver.key != service)
            for (const CaseId& id : records.openCases(giver.key)) {
                const auto record = records.caseRecord(id);
                for (const Unconfirmed& each : unconfirmedOn(*record))
                    if (itemOf(*record, each.received)->to == service)
                        found.push_back(each);
            }
    std::stable_sort(found.begin(), found.end(), [](const Unconfirmed& a, const Unconfirmed& b) {
        return a.received.receivedAt < b.received.receivedAt;
    });
    return found;
}

std::vector<Owed> unconfirmedOwed(const Case& record)
{
    std::vector<Owed> owed;
    for (const Unconfirmed& each : unconfirmedOn(record))
        owed.push_back(owedOf(each));
    return owed;
}

}
