#pragma once

#include "core/casework/case.h"
#include "core/casework/case_rules.h"

namespace core {

struct CaseDisclosed {
    static constexpr const char* type = "case.disclosed";
    PartId id;
    QString to;
    QString what;
    std::optional<SharingBasis> basis;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("to", s.to);
        v("what", s.what);
        v("basis", s.basis);
        v("reason", s.reason);
    }
};

/// The basis of what was told, given afterwards.
struct CaseDisclosureBased {
    static constexpr const char* type = "case.disclosure_based";
    PartId id;
    SharingBasis basis = SharingBasis::Consent;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("basis", s.basis);
        v("reason", s.reason);
    }
};

CaseRules disclosureRules();

}
