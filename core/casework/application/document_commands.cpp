#include "core/command/catalogue.h"

#include "core/casework/application/document_events.h"
#include "core/casework/application/file_hash.h"
#include "core/casework/application/form_commands.h"
#include "core/casework/case.h"
#include "core/casework/printed_words.h"
#include "core/clock/catalogue.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct NoteDocument {
    static constexpr const char* name = "case.document";
    PartId id;
    CaseId caseId;
    DocumentKind kind = DocumentKind::Other;
    DocumentState state = DocumentState::Attached;
    QString title;
    QString location;
    QString fileHash;
    QString fileName;
    qint64 fileSize = 0;
    std::optional<Due> followsBy;
    QString owner;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id, "Identifier to give the document; made when left out");
        v("case", s.caseId, "The case", Need::Required);
        v("kind", s.kind, "What it is", Need::Required);
        v("state", s.state, "attached, held_elsewhere, to_follow or not_applicable",
            Need::Required);
        v("title", s.title, "Its own title");
        v("location", s.location, "Where it is held: RiO, SharePoint");
        v("file_hash", s.fileHash, "BLAKE2b-256 of the copy in the store, hexadecimal");
        v("file_name", s.fileName, "Name of the attached file");
        v("file_size", s.fileSize, "Its size in bytes");
        v("follows_by", s.followsBy, "By when it follows");
        v("owner", s.owner, "Who brings it; the acting user when left out");
        v("reason", s.reason, "Why there is none");
    }
};

struct DocumentArrived {
    static constexpr const char* name = "case.document_arrived";
    CaseId caseId;
    PartId document;
    std::optional<DocumentKind> kind;
    QString location;
    QString fileHash;
    QString fileName;
    qint64 fileSize = 0;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, "The case", Need::Required);
        v("document", s.document, "Which document; or say its kind");
        v("kind", s.kind, "Which kind came");
        v("location", s.location, "Where it is held, unless attached");
        v("file_hash", s.fileHash, "BLAKE2b-256 of the copy in the store, hexadecimal");
        v("file_name", s.fileName, "Name of the attached file");
        v("file_size", s.fileSize, "Its size in bytes");
    }
};

Decision noCase()
{
    return refuse({}, u"case"_s, u"There is no such case."_s, u"`list cases` shows them."_s);
}

// What is attached is named by its content and by nothing else.
std::optional<Refusal> refuseHash(const QString& hash)
{
    if (hash.isEmpty() || isFileHash(hash))
        return {};
    return Refusal{u"HO-3.1b"_s, u"file_hash"_s,
        u"“%1” is no file's hash: it has 64 digits and letters a to f."_s.arg(hash.left(80)),
        u"Attach the file itself; its hash is worked out then."_s};
}

std::optional<Refusal> refuseToFollow(const NoteDocument& wanted, const Context& context)
{
    if (!wanted.followsBy)
        return Refusal{u"HO-3.1b"_s, u"follows_by"_s,
            u"%1 is to follow, but not by when."_s.arg(shown(wanted.kind)),
            u"Say by when it follows: follows_by."_s};
    if (wanted.followsBy->at < context.occurred)
        return Refusal{u"HO-3.1b"_s, u"follows_by"_s,
            u"%1 has passed."_s.arg(dateTimeText(wanted.followsBy->at)), u"Give a time to come."_s};
    return {};
}

std::optional<Refusal> refuseState(const NoteDocument& wanted, const Context& context)
{
    switch (wanted.state) {
    case DocumentState::Attached:
        if (wanted.fileHash.isEmpty())
            return Refusal{u"HO-3.1b"_s, u"file_hash"_s, u"No file is attached."_s,
                u"Attach the file, or say where it is held with state held_elsewhere."_s};
        return {};
    case DocumentState::HeldElsewhere:
        if (wanted.location.isEmpty())
            return Refusal{u"HO-3.1b"_s, u"location"_s, u"Where it is held is not said."_s,
                u"Name the system or place: RiO, SharePoint."_s};
        return {};
    case DocumentState::ToFollow: return refuseToFollow(wanted, context);
    case DocumentState::NotApplicable:
        if (wanted.reason.isEmpty())
            return Refusal{u"HO-3.1b"_s, u"reason"_s, u"Why there is none is not said."_s,
                u"Give the reason in a line."_s};
        return {};
    case DocumentState::Emailed:
        return Refusal{u"HO-3.1b"_s, u"state"_s,
            u"That a document was e-mailed is recorded with its recipient."_s,
            u"Use case.documents_emailed."_s};
    }
    return {};
}

bool mayBeMany(DocumentKind kind)
{
    return kind == DocumentKind::Other || kind == DocumentKind::RioRecord;
}

bool isHere(const Document& document)
{
    return document.state != DocumentState::ToFollow
        && document.state != DocumentState::NotApplicable;
}

bool isSame(const Document& document, const NoteDocument& wanted)
{
    return document.fileHash == wanted.fileHash && document.location == wanted.location;
}

// What is still to come, or is said not to be, has one line; what is here stays beside what comes
// later, unless it is the same file. INV-10
PartId idFor(const NoteDocument& wanted, const Case& record, const Context& context)
{
    if (!wanted.id.isNull())
        return wanted.id;
    for (const Document& document : record.documents)
        if (document.kind == wanted.kind
            && (!mayBeMany(wanted.kind) || document.title == wanted.title)
            && (!isHere(document) || isSame(document, wanted)))
            return document.id;
    return {context.mint()};
}

Decision noteDocument(const NoteDocument& wanted, const Context& context)
{
    const auto record = context.records.caseRecord(wanted.caseId);
    if (!record)
        return noCase();
    Decision decision;
    for (auto refusal : {refuseState(wanted, context), refuseHash(wanted.fileHash)})
        if (refusal) {
            decision.refusals.push_back(std::move(*refusal));
            return decision;
        }
    CaseDocumentNoted noted{idFor(wanted, *record, context), wanted.kind, wanted.state,
        wanted.title, wanted.location, wanted.fileHash, wanted.fileName, wanted.fileSize, {},
        wanted.owner, {}, wanted.reason};
    if (wanted.state == DocumentState::ToFollow) {
        noted.followsBy = wanted.followsBy->at;
        noted.warnings
            = warningsBefore(*noted.followsBy, u"document_to_follow"_s, context.profile());
        if (noted.owner.isEmpty())
            noted.owner = context.actor.name;
    }
    decision.events.push_back(newEvent(subjectOf(record->id), noted));
    decision.made.insert(u"id"_s, noted.id.text());
    return decision;
}

const Document* awaited(const DocumentArrived& wanted, const Case& record)
{
    const auto found = std::find_if(
        record.documents.begin(), record.documents.end(), [&](const Document& document) {
            const bool meant = wanted.document.isNull() || document.id == wanted.document;
            return meant && document.state == DocumentState::ToFollow
                && (!wanted.kind || document.kind == *wanted.kind);
        });
    return found == record.documents.end() ? nullptr : &*found;
}

Decision documentArrived(const DocumentArrived& wanted, const Context& context)
{
    const auto record = context.records.caseRecord(wanted.caseId);
    if (!record)
        return noCase();
    if (wanted.document.isNull() && !wanted.kind)
        return refuse(u"HO-3.1b"_s, u"kind"_s, u"Which document came is not said."_s,
            u"Give its kind, or its identifier as document."_s);
    const Document* document = awaited(wanted, *record);
    if (!document)
        return refuse(u"HO-3.1b"_s, u"document"_s, u"No such document is awaited."_s,
            u"Note it with case.document."_s);
    if (wanted.location.isEmpty() && wanted.fileHash.isEmpty())
        return refuse(u"HO-3.1b"_s, u"location"_s, u"Where it is now is not said."_s,
            u"Attach the file, or name the system that holds it."_s);
    Decision decision;
    if (auto refusal = refuseHash(wanted.fileHash)) {
        decision.refusals.push_back(std::move(*refusal));
        return decision;
    }
    decision.events.push_back(newEvent(subjectOf(record->id),
        CaseDocumentArrived{
            document->id, wanted.location, wanted.fileHash, wanted.fileName, wanted.fileSize}));
    decision.made.insert(u"id"_s, document->id.text());
    return decision;
}

}

std::vector<CommandSpec> documentCommands()
{
    std::vector<CommandSpec> all = {
        command<NoteDocument>("Notes a document: attached, held elsewhere, to follow by a time, "
                              "or not applicable",
            {u"HO-3.1b"_s}, noteDocument),
        command<DocumentArrived>("Records that a document which was to follow has come",
            {u"HO-3.1b"_s}, documentArrived),
    };
    for (CommandSpec& each : formCommands())
        all.push_back(std::move(each));
    return all;
}

}
