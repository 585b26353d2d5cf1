#pragma once

#include "core/command/fields.h"
#include "core/journal/event.h"

namespace core {

/// What a new desk goes on from: the head of an older one, and why.
struct Continues {
    QString desk;
    qint64 seq = 0;
    QString chain; ///< hexadecimal
    QString why; ///< "no_key", "key_ahead", "copied", "restored", "damaged"

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("desk", s.desk);
        v("seq", s.seq);
        v("chain", s.chain);
        v("why", s.why);
    }
};

/// The first event of every chain. Keys are hexadecimal.
struct DeskOpened {
    static constexpr const char* type = "desk.opened";
    QString name;
    QString signingKey; ///< Ed25519; the desk's identity follows from it
    QString boxKey; ///< X25519
    QStringList services; ///< profile keys: whose staff may act on this desk
    QString area; ///< the profile's key
    bool training = false;
    std::optional<Continues> continues;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("name", s.name);
        v("signing_key", s.signingKey);
        v("box_key", s.boxKey);
        v("services", s.services);
        v("area", s.area);
        v("training", s.training);
        v("continues", s.continues);
    }
};

/// A version of the profile, in force from `from` on; the one that a desk was set up with has
/// neither that nor a reason. FM-3.
struct ProfilePublished {
    static constexpr const char* type = "profile.published";
    QString key;
    QString version;
    std::optional<QDate> effective;
    QString approvedBy;
    QString digest; ///< SHA-256 of the bytes, hexadecimal
    QString json; ///< the bytes themselves
    std::optional<Instant> from;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("key", s.key);
        v("version", s.version);
        v("effective", s.effective);
        v("approved_by", s.approvedBy);
        v("digest", s.digest);
        v("json", s.json);
        v("from", s.from);
        v("reason", s.reason);
    }
};

/// The subject of a desk's own events.
Subject subjectOfDesk(const DeskId& desk);
/// The subject of a service area's profile, the same on every desk.
Subject subjectOfProfile(const QString& key);

}
