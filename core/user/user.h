#pragma once

#include "core/journal/record.h"

#include <QStringList>

namespace core {

/// Somebody who acts on the desk. Credentials are no part of it.
struct User : RecordBase {
    UserId id;
    QString login; ///< "priya.nair"
    QString name; ///< "Priya Nair"
    QString service; ///< profile service key
    QStringList roles; ///< profile role keys; the first is the usual one
    bool amhp = false; ///< holds a current AMHP warrant
    bool active = true;
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

/// What each type of event makes of the record.
const EventRules<User>& eventRules(const User*);

User evolved(User user, const Event& event);

}
