#include "core/casework/application/document_events.h"

#include "core/casework/case_rules.h"
#include "core/command/overlay.h"

using namespace Qt::StringLiterals;

namespace core {

static Document* documentOf(Case& record, const PartId& id)
{
    const auto found = std::find_if(record.documents.begin(), record.documents.end(),
        [&](const Document& each) { return each.id == id; });
    return found == record.documents.end() ? nullptr : &*found;
}

static Applied apply(Case& record, const CaseReferralUpdated& updated, const Event&)
{
    const bool newWords
        = updated.form.nrObjection && updated.form.nrObjection != record.referral.nrObjection;
    overlay(record.referral, updated.form);
    // Later words without an answer are read as words. CLK-18
    if (newWords && !updated.form.nrAnswer)
        record.referral.nrAnswer.reset();
    return {};
}

static Applied apply(Case& record, const CaseFormEmailed& emailed, const Event& event)
{
    record.formIssues.push_back(
        {event.occurred, emailed.to, event.actor.name, emailed.digest, emailed.sections});
    for (Document& document : record.documents) {
        if (document.kind != DocumentKind::ReferralForm
            || document.state != DocumentState::ToFollow)
            continue;
        document.state = DocumentState::Emailed;
        document.arrivedAt = document.emailedAt = event.occurred;
        document.emailedTo = emailed.to;
    }
    return {};
}

static Applied apply(Case& record, const CaseDocumentNoted& noted, const Event& event)
{
    Document* known = documentOf(record, noted.id);
    if (!known)
        known = &record.documents.emplace_back();
    const bool came = known->followsBy && !known->arrivedAt;
    known->id = noted.id;
    known->kind = noted.kind;
    known->state = noted.state;
    known->title = noted.title;
    known->location = noted.location;
    known->fileHash = noted.fileHash;
    known->fileName = noted.fileName;
    known->fileSize = noted.fileSize;
    known->owner = noted.owner.isEmpty() ? known->owner : noted.owner;
    known->reason = noted.reason;
    known->notedAt = event.occurred;
    if (noted.state == DocumentState::ToFollow) {
        known->followsBy = noted.followsBy;
        known->warnings = noted.warnings;
        known->arrivedAt.reset();
    } else if (came) {
        known->arrivedAt = event.occurred;
    }
    return {};
}

static Applied apply(Case& record, const CaseDocumentAwaited& awaited, const Event& event)
{
    Document* known = documentOf(record, awaited.id);
    if (!known)
        known = &record.documents.emplace_back();
    const bool promised = known->state == DocumentState::ToFollow && known->followsBy;
    if (promised && *known->followsBy <= awaited.followsBy)
        return {};
    known->id = awaited.id;
    known->kind = awaited.kind;
    known->state = DocumentState::ToFollow;
    known->followsBy = awaited.followsBy;
    known->warnings = awaited.warnings;
    known->owner = awaited.owner;
    known->reason = awaited.reason;
    known->notedAt = event.occurred;
    known->arrivedAt.reset();
    return {};
}

static Applied apply(Case& record, const CaseDocumentArrived& arrived, const Event& event)
{
    Document* document = documentOf(record, arrived.id);
    if (!document)
        return u"No such document had been noted."_s;
    if (document->state != DocumentState::ToFollow)
        return u"The document had come already."_s;
    document->state
        = arrived.location.isEmpty() ? DocumentState::Attached : DocumentState::HeldElsewhere;
    document->location = arrived.location;
    document->fileHash = arrived.fileHash;
    document->fileName = arrived.fileName;
    document->fileSize = arrived.fileSize;
    document->arrivedAt = event.occurred;
    return {};
}

// The e-mail shows that the document is there, whatever had been noted of it.
static void markEmailed(
    Case& record, DocumentKind kind, const CaseDocumentsEmailed& emailed, const Event& event)
{
    bool known = false;
    for (Document& document : record.documents) {
        if (document.kind != kind || document.state == DocumentState::NotApplicable)
            continue;
        known = true;
        if (document.state == DocumentState::ToFollow)
            document.arrivedAt = event.occurred;
        document.state = DocumentState::Emailed;
        document.emailedAt = event.occurred;
        document.emailedTo = emailed.to;
    }
    if (known || kind == DocumentKind::ReferralForm)
        return;
    Document& document = record.documents.emplace_back();
    document.id = {QUuid::createUuidV5(emailed.id.value, word(kind))};
    document.kind = kind;
    document.state = DocumentState::Emailed;
    document.notedAt = event.occurred;
    document.emailedAt = event.occurred;
    document.emailedTo = emailed.to;
}

static Applied apply(Case& record, const CaseDocumentsEmailed& emailed, const Event& event)
{
    for (const DocumentKind kind : emailed.kinds)
        markEmailed(record, kind, emailed, event);
    record.documentSendings.push_back(
        {emailed.id, event.occurred, emailed.to, event.actor.name, emailed.kinds});
    return {};
}

CaseRules documentRules()
{
    return rulesByType<Case>({on<Case, CaseReferralUpdated>(), on<Case, CaseFormEmailed>(),
        on<Case, CaseDocumentNoted>(), on<Case, CaseDocumentAwaited>(),
        on<Case, CaseDocumentArrived>(), on<Case, CaseDocumentsEmailed>()});
}

}
