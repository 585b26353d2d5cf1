#pragma once

#include "core/casework/case.h"

namespace core {

/// A clock may run longer that is not on the record yet: it does as soon as it is and the extension
/// fits, in whichever order and at whichever desk the two are told. `occurred` is when it was
/// authorised. Told again by its `id` it is put right; without hours and `until` it is withdrawn.
/// CLK-02, CLK-60
struct ExtensionTold {
    static constexpr const char* type = "case.extension_told";
    PartId id;
    QString kind; ///< "s136" stands for s135(1) too
    int hours = 0;
    std::optional<Instant> until;
    QString reason;
    QString by;
    QString superintendent;
    Instant due; ///< from which the warnings are counted
    std::vector<Instant> warnings;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("kind", s.kind);
        v("hours", s.hours);
        v("until", s.until);
        v("reason", s.reason);
        v("by", s.by);
        v("superintendent", s.superintendent);
        v("due", s.due);
        v("warnings", s.warnings);
    }
};

/// s136 and s135(1) before s136B. CLK-02
inline constexpr auto firstPeriod = std::chrono::hours(24);

/// Lets each clock run on that an extension fits which was told before it.
void settleExtensions(Case& record);

/// What was told before its clock is told of the clock itself now.
void dropExtension(Case& record, const QString& kind, const QString& by, Instant at);

}
