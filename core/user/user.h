#pragma once

#include "core/journal/record.h"

#include <QStringList>

namespace core {

/// A version of a policy that somebody has read, or a part of their induction that they have done.
/// COM-7.1, COM-7.4
struct Acknowledged {
    PartId id;
    QString what; ///< by its name in the reference
    QString version; ///< of a policy; another version is acknowledged anew
    Instant at;
};

/// Somebody who acts on the desk. Credentials are no part of it.
struct User : RecordBase {
    UserId id;
    QString login; ///< "priya.nair"
    QString name; ///< "Priya Nair"
    QString service; ///< profile service key
    QStringList roles; ///< profile role keys; the first is the usual one
    bool amhp = false; ///< holds a current AMHP warrant
    bool active = true;
    std::vector<Acknowledged> acknowledged; ///< oldest first
};

struct UserAdded {
    static constexpr const char* type = "user.added";
    UserId user;
    QString login;
    QString name;
    QString service;
    QStringList roles;
    bool amhp = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("user", s.user);
        v("login", s.login);
        v("name", s.name);
        v("service", s.service);
        v("roles", s.roles);
        v("amhp", s.amhp);
    }
};

struct UserChanged {
    static constexpr const char* type = "user.changed";
    std::optional<QString> name;
    std::optional<QString> service;
    std::optional<QStringList> roles;
    std::optional<bool> amhp;
    std::optional<bool> active;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("name", s.name);
        v("service", s.service);
        v("roles", s.roles);
        v("amhp", s.amhp);
        v("active", s.active);
    }
};

struct UserAcknowledged {
    static constexpr const char* type = "user.acknowledged";
    PartId id;
    QString what;
    QString version;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("what", s.what);
        v("version", s.version);
    }
};

/// Their acknowledgement of it in this version, or none.
const Acknowledged* acknowledgementOf(
    const User& user, const QString& what, const QString& version);

/// What each type of event makes of the record.
const EventRules<User>& eventRules(const User*);

User evolved(User user, const Event& event);

}
