#pragma once

#include "core/casework/case.h"
#include "core/casework/case_rules.h"

namespace core {

struct CaseNeedsAssessed {
    static constexpr const char* type = "case.needs_assessed";
    PartId id;
    QString needs;
    QString risks;
    QString strengths;
    QString plan;
    std::optional<Instant> until;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("needs", s.needs);
        v("risks", s.risks);
        v("strengths", s.strengths);
        v("plan", s.plan);
        v("until", s.until);
    }
};

CaseRules needsRules();

}
