#pragma once

#include "core/id.h"
#include "core/time/instant.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace core {

/// That a clock may run longer, as somebody tells of it; on the record while no clock that it fits
/// is known. CLK-02, CLK-60
struct ToldExtension {
    PartId id;
    QString kind; ///< deadline kind; "s136" stands for s135(1) too
    int hours = 0; ///< by s136B
    std::optional<Instant> until; ///< of every other kind
    QString reason;
    QString by; ///< the doctor, the court, or name and rank
    QString superintendent; ///< who approved it in a police station, or "none"
    Instant at; ///< when it was authorised
    Instant due; ///< the end from which `warnings` are counted; they move with the clock's
    std::vector<Instant> warnings;

    bool isByHours() const { return !until; }
    QStringList kinds() const
    {
        return isByHours() ? QStringList{QStringLiteral("s136"), QStringLiteral("s135_1")}
                           : QStringList{kind};
    }
};

}
