#pragma once

#include "core/rota/shift.h"

namespace core {

/// A place on the rota, for the first time or again after it was withdrawn.
struct ShiftPlanned {
    static constexpr const char* type = "shift.planned";
    ShiftId shift;
    QString code;
    RotaShift plan;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("shift", s.shift);
        v("code", s.code);
        RotaShift::visit(s.plan, v);
    }
};

/// When it is, as what and for what; what is left out stays.
struct ShiftChanged {
    static constexpr const char* type = "shift.changed";
    std::optional<Instant> from;
    std::optional<Instant> to;
    std::optional<QString> role;
    std::optional<QString> band;
    std::optional<QString> team;
    std::optional<QStringList> availableFor;
    std::optional<QString> words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("from", s.from, "From when");
        v("to", s.to, "Until when");
        v("role", s.role, "Role, by its key in the profile");
        v("band", s.band, "Band, by the key of one of the profile's rota limits");
        v("team", s.team, "Core or sub-team");
        v("available_for", s.availableFor, "community, hospital, custody, children");
        v("words", s.words, "What else is to be known");
    }
};

/// Who works it, and as what. Nobody: unfilled.
struct ShiftFilled {
    static constexpr const char* type = "shift.filled";
    UserId user;
    QString person;
    QString number;
    bool amhp = false;
    Fill fill = Fill::Planned;
    QString reason;
    std::optional<QString> band; ///< none: as it was, of another person not known

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("user", s.user);
        v("person", s.person);
        v("number", s.number);
        v("amhp", s.amhp);
        v("fill", s.fill);
        v("reason", s.reason);
        v("band", s.band);
    }
};

struct ShiftWithdrawn {
    static constexpr const char* type = "shift.withdrawn";
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("reason", s.reason);
    }
};

}
