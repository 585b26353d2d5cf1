#include "core/rows/front_door_rows.h"

#include "core/exchange/sharing.h"
#include "core/journal/envelope.h"
#include "core/rows/cells.h"

namespace core {

// The contact itself is the first thing that each sharing shares.
static void addShares(std::vector<Row>& rows, const Contact& contact)
{
    for (const ContactShare& share : contact.shares) {
        const QString event = toHex(share.event);
        int n = 0;
        for (const QString& subject :
            QStringList{subjectText(subjectOf(contact.id))} + share.subjects)
            rows.push_back({ReadTable::Share, event + u'-' + QString::number(n++),
                cells(share.with, subject, share.desk, static_cast<int>(share.seq))});
    }
}

void addFrontDoor(std::vector<Row>& rows, const Contact& contact)
{
    for (const WarmTransfer& each : contact.transfers)
        rows.push_back({ReadTable::WarmTransfer, each.id.text(),
            cells(each.at, each.to, each.spokeTo, each.result, each.words, each.by)});
    addShares(rows, contact);
}

}
