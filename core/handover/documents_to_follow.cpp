#include "core/handover/documents_to_follow.h"

#include "core/casework/document_checklist.h"
#include "core/casework/document_events.h"
#include "core/clock/catalogue.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

// Both desks record the acceptance, and mean the same document. HO-3.1b
static PartId idFor(DocumentKind kind, const Case& record, const HandoverItem& item)
{
    for (const Document& document : record.documents)
        if (document.kind == kind)
            return document.id;
    return {QUuid::createUuidV5(item.id.value, word(kind))};
}

static bool isPromised(DocumentKind kind, const Case& record)
{
    return std::any_of(record.documents.begin(), record.documents.end(), [&](const Document& each) {
        return each.kind == kind && each.state == DocumentState::ToFollow;
    });
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
                item.proposedBy, u"missing when it was accepted"_s}));
        decision.notes.append(
            u"%1: to follow by %2, from %3."_s.arg(row.title, dateTimeText(due), item.proposedBy));
    }
}

}
