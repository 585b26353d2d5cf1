#pragma once

#include "core/casework/case.h"
#include "core/person/person.h"

#include <QStringList>

namespace core {

/// What both ends of a handover go by, as docs/bundle.md fixes it: the proposal and what the sheet
/// shows of its case. Neither the read-back nor the answer is in it.
QByteArray handoverBytes(const Case& record, const Person* person, const HandoverItem& item);

/// Three words that both ends read out. Equal content gives equal words; different content gives
/// different ones but once in a thousand million. HO-3.6b.
QStringList handoverCode(const Case& record, const Person* person, const HandoverItem& item);

/// What the words stand for, in words: where they differ, one of these does.
QString codeCovers();

/// One case of a call with its handover.
struct HandedOver {
    std::shared_ptr<const Case> record;
    std::shared_ptr<const Person> person; ///< none: not known, or not here
    HandoverItem item;
};

/// Three words for all handovers of one call together, in whatever order; none for no handover.
QStringList sessionCode(const std::vector<HandedOver>& all);

}
