#include "core/handover/documents_to_follow.h"

#include "core/casework/application/document_checklist.h"
#include "core/casework/application/document_events.h"
#include "core/clock/catalogue.h"
#include "core/handover/answer_words.h"
#include "core/handover/item_rules.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

static constexpr QLatin1StringView missingAtAcceptance("missing when it was accepted");

// Both desks record the acceptance, and mean the same document. HO-3.1b
static PartId idFor(DocumentKind kind, const Case& record, const HandoverItem& item)
{
    for (const Document& document : record.documents)
        if (document.kind == kind && !undoneWith(record, document))
            return document.id;
    return {QUuid::createUuidV5(item.id.value, word(kind))};
}

static bool isPromised(DocumentKind kind, const Case& record)
{
    return std::any_of(record.documents.begin(), record.documents.end(), [&](const Document& each) {
        return each.kind == kind && each.state == DocumentState::ToFollow
            && !undoneWith(record, each);
    });
}

// From when on a promise can be of the handover's acceptance, which may be told late.
static Instant acceptableFrom(const HandoverItem& item)
{
    return item.byTelephone ? std::min(item.proposedAt, item.byTelephone->at) : item.proposedAt;
}

const HandoverItem* undoneWith(const Case& record, const Document& document)
{
    if (document.state != DocumentState::ToFollow || document.reason != missingAtAcceptance)
        return nullptr;
    const HandoverItem* last = nullptr;
    for (const HandoverItem& item : record.handovers)
        if (item.purpose != HandoverPurpose::Inform && item.proposedBy == document.owner
            && acceptableFrom(item) <= document.notedAt
            && (!last || item.proposedAt >= last->proposedAt))
            last = &item;
    const bool undone
        = last && (last->state == ItemState::Withdrawn || last->state == ItemState::Declined);
    return undone ? last : nullptr;
}

QString undoneText(const HandoverItem& item)
{
    return u"%1 %2 by %3: %4"_s.arg(
        item.transferNumber, answerWord(item), answererName(item), answerSaid(item));
}

void addDocumentsToFollow(
    Decision& decision, const Case& record, const HandoverItem& item, const Context& context)
{
    const auto within = context.profile().duration(u"document_to_follow_within"_s, Minutes(240));
    const Instant due = context.occurred + within;
    const auto warnings = warningsBefore(due, u"document_to_follow"_s, context.profile());
    for (const ChecklistRow& row : handoverChecklist(record, context.records, context.profile())) {
        const bool absent
            = row.state == ChecklistState::Missing || row.state == ChecklistState::Stale;
        if (!absent || isPromised(row.kind, record))
            continue;
        decision.events.push_back(newEvent(subjectOf(record.id),
            CaseDocumentAwaited{idFor(row.kind, record, item), row.kind, due, warnings,
                item.proposedBy, QString(missingAtAcceptance)}));
        decision.notes.append(
            u"%1: to follow by %2, from %3."_s.arg(row.title, dateTimeText(due), item.proposedBy));
    }
}

}
