#pragma once

#include "core/command/fields.h"
#include "core/time/instant.h"

namespace core {

/// Issued once and for all: a later count is another SITREP with its own number. HO-3.10.
struct SitrepIssued {
    static constexpr const char* type = "sitrep.issued";
    SitrepId sitrep;
    QString number;
    Instant from;
    Instant to;
    QString narrative;
    QString pressure;
    QString figures; ///< JSON, as core/sitrep/figures.h writes it
    QString profileVersion;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("sitrep", s.sitrep);
        v("number", s.number);
        v("from", s.from);
        v("to", s.to);
        v("narrative", s.narrative);
        v("pressure", s.pressure);
        v("figures", s.figures);
        v("profile_version", s.profileVersion);
    }
};

struct SitrepSuperseded {
    static constexpr const char* type = "sitrep.superseded";
    QString by; ///< number of the one for the same period

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("by", s.by);
    }
};

struct SitrepSent {
    static constexpr const char* type = "sitrep.sent";
    QStringList to;
    QStringList outside;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("to", s.to);
        v("outside", s.outside);
    }
};

}
