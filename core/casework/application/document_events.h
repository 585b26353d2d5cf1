#pragma once

#include "core/casework/parts.h"

namespace core {

/// Fields of the referral form that were given; what is left out stays.
struct CaseReferralUpdated {
    static constexpr const char* type = "case.referral_updated";
    ReferralForm form;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        ReferralForm::visit(s.form, v);
    }
};

/// The form went out as it printed then. HO-3.5.
struct CaseFormEmailed {
    static constexpr const char* type = "case.form_emailed";
    QString to;
    QString digest;
    QStringList sections;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("to", s.to);
        v("digest", s.digest);
        v("sections", s.sections);
    }
};

/// What is known of a document; the same identifier again says it anew. HO-3.1b.
/// What was missing when a handover was accepted, and by when it follows. Both desks tell it of the
/// same document; the earlier time counts. HO-3.1b.
struct CaseDocumentAwaited {
    static constexpr const char* type = "case.document_awaited";
    PartId id;
    DocumentKind kind = DocumentKind::Other;
    Instant followsBy;
    std::vector<Instant> warnings;
    QString owner;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("kind", s.kind);
        v("follows_by", s.followsBy);
        v("warnings", s.warnings);
        v("owner", s.owner);
        v("reason", s.reason);
    }
};

struct CaseDocumentNoted {
    static constexpr const char* type = "case.document_noted";
    PartId id;
    DocumentKind kind = DocumentKind::Other;
    DocumentState state = DocumentState::Attached;
    QString title;
    QString location;
    QString fileHash;
    QString fileName;
    qint64 fileSize = 0;
    std::optional<Instant> followsBy;
    QString owner;
    std::vector<Instant> warnings;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("kind", s.kind);
        v("state", s.state);
        v("title", s.title);
        v("location", s.location);
        v("file_hash", s.fileHash);
        v("file_name", s.fileName);
        v("file_size", s.fileSize);
        v("follows_by", s.followsBy);
        v("owner", s.owner);
        v("warnings", s.warnings);
        v("reason", s.reason);
    }
};

/// What was to follow has come: attached, or held where `location` says.
struct CaseDocumentArrived {
    static constexpr const char* type = "case.document_arrived";
    PartId id;
    QString location;
    QString fileHash;
    QString fileName;
    qint64 fileSize = 0;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("location", s.location);
        v("file_hash", s.fileHash);
        v("file_name", s.fileName);
        v("file_size", s.fileSize);
    }
};

/// One e-mail with documents. HO-3.1b.
struct CaseDocumentsEmailed {
    static constexpr const char* type = "case.documents_emailed";
    PartId id;
    QString to;
    std::vector<DocumentKind> kinds;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("to", s.to);
        v("kinds", s.kinds);
    }
};

}
