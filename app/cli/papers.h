#pragma once

#include "core/paper/paper.h"
#include "core/profile/calendar.h"
#include "core/records.h"

#include <QJsonObject>

#include <variant>

namespace cli {

/// What a paper is made from.
struct PaperSources {
    const core::Records& records;
    const core::ServiceCalendar& calendar;
    QString service; ///< of the desk, the profile's key
    QString printedBy; ///< full name; empty: nobody is named on the paper
    core::Instant now;

    const core::Profile& profile() const { return calendar.profile(); }
};

/// What was asked for on the command line; what is left empty is the newest.
struct PaperWish {
    QString ref; ///< SITREP number, window's name, shift, case or login, by verb
    QDate date;
    QString service;
    std::optional<core::Instant> from;
    std::optional<core::Instant> to;
    bool suppressSmall = false;
    bool definitions = true;
};

/// Why there is no such paper, and what to ask for instead.
struct NoPaper {
    QString text;
    QString mend;
};

/// The paper, and its JSON where that is more than the paper.
struct MadePaper {
    core::Paper paper;
    QJsonObject json;
};

using PaperAnswer = std::variant<MadePaper, NoPaper>;

PaperAnswer makeSitrep(const PaperSources& sources, const PaperWish& wish);
PaperAnswer makeHandoverSheet(const PaperSources& sources, const PaperWish& wish);
PaperAnswer makeAllocationSheet(const PaperSources& sources, const PaperWish& wish);
PaperAnswer makeOncallRecord(const PaperSources& sources, const PaperWish& wish);
PaperAnswer makeReliefSheet(const PaperSources& sources, const PaperWish& wish);
PaperAnswer makeClocks(const PaperSources& sources, const PaperWish& wish);
PaperAnswer makeReferralForm(const PaperSources& sources, const PaperWish& wish);

}
