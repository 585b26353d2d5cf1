#pragma once

#include "core/casework/case.h"

namespace core {

/// Something to be done, and by when. Warnings are the instants decide worked out.
struct CaseTaskAdded {
    static constexpr const char* type = "case.task_added";
    PartId id;
    QString what;
    QString who;
    Instant due;
    std::vector<Instant> warnings;
    QString clause;
    QString kind;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("what", s.what);
        v("who", s.who);
        v("due", s.due);
        v("warnings", s.warnings);
        v("clause", s.clause);
        v("kind", s.kind);
    }
};

struct CaseTaskDone {
    static constexpr const char* type = "case.task_done";
    PartId id;
    QString result;
    std::optional<bool> lapsed = std::nullopt; ///< nobody did it: what it was for is over

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("result", s.result);
        v("lapsed", s.lapsed);
    }
};

/// COOP-2.7: who leads.
struct CaseLeadNamed {
    static constexpr const char* type = "case.lead_named";
    QString name;
    QString role;
    QString service;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("name", s.name);
        v("role", s.role);
        v("service", s.service);
    }
};

/// Who inside the responsible service has the case; the service does not change.
struct CaseAllocated {
    static constexpr const char* type = "case.allocated";
    UserId user;
    QString name;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("user", s.user);
        v("name", s.name);
    }
};

struct CaseStaged {
    static constexpr const char* type = "case.staged";
    Stage stage = Stage::Received;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("stage", s.stage);
    }
};

}
