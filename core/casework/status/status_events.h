#pragma once

#include "core/casework/case.h"

namespace core {

/// A clock that a recorded fact started, with the numbers decide worked out: they stay for good.
struct ClockStarted {
    static constexpr const char* type = "case.clock_started";
    PartId id;
    QString kind;
    QString title;
    Instant start;
    QString evidence;
    Instant due;
    std::vector<Instant> warnings;
    QString clause;
    QString lawVersion;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("kind", s.kind);
        v("title", s.title);
        v("start", s.start);
        v("evidence", s.evidence);
        v("due", s.due);
        v("warnings", s.warnings);
        v("clause", s.clause);
        v("law_version", s.lawVersion);
    }
};

/// Another account of when a clock started: of two the earlier runs, unless one is chosen. clocks
/// §1.1.
struct ClockOtherStart {
    static constexpr const char* type = "case.clock_other_start";
    PartId id;
    Instant start;
    QString evidence;
    Instant due;
    std::vector<Instant> warnings;
    std::optional<QString> correction = {}; ///< why this one counts
    std::optional<Instant> began = {}; ///< the chosen start of the status, where other time counts

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("start", s.start);
        v("evidence", s.evidence);
        v("due", s.due);
        v("warnings", s.warnings);
        v("correction", s.correction);
        v("began", s.began);
    }
};

/// A clock that counts from the latest of a row of facts (medical examinations, the AMHP's visits)
/// begins anew with a later one. CLK-15, CLK-16.
struct ClockRenewed {
    static constexpr const char* type = "case.clock_renewed";
    PartId id;
    Instant start;
    QString evidence;
    Instant due;
    std::vector<Instant> warnings;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("start", s.start);
        v("evidence", s.evidence);
        v("due", s.due);
        v("warnings", s.warnings);
    }
};

struct ClockEnded {
    static constexpr const char* type = "case.clock_ended";
    PartId id;
    QString outcome;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("outcome", s.outcome);
    }
};

/// It had not ended: the clock runs on from its start, and the status that had been recorded as
/// ended with it stands. Either may be none. INV-4
struct ClockResumed {
    static constexpr const char* type = "case.clock_resumed";
    PartId id;
    PartId status;
    QString why;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("status", s.status);
        v("why", s.why);
    }
};

/// Another clock took its place; it stays visible and silent. CLK-01.
struct ClockSuperseded {
    static constexpr const char* type = "case.clock_superseded";
    PartId id;
    QString by;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("by", s.by);
    }
};

/// s136B: more hours, for the person's condition alone. One that came too late is kept and changes
/// nothing. CLK-02.
struct DetentionExtended {
    static constexpr const char* type = "case.detention_extended";
    PartId id; ///< of the clock
    int hours = 0;
    QString reason;
    QString doctor;
    Instant authorisedAt;
    QString superintendent;
    bool extends = true;
    Instant due;
    std::vector<Instant> warnings;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("hours", s.hours);
        v("reason", s.reason);
        v("doctor", s.doctor);
        v("authorised_at", s.authorisedAt);
        v("superintendent", s.superintendent);
        v("extends", s.extends);
        v("due", s.due);
        v("warnings", s.warnings);
    }
};

/// An extension that was recorded as longer than it was granted: the first stays on the record, the
/// clock ends when it should. CLK-02, INV-4
struct ExtensionCorrected {
    static constexpr const char* type = "case.extension_corrected";
    PartId id; ///< of the clock
    std::optional<int> hours; ///< of s136B; 0: none was granted
    Instant due;
    std::vector<Instant> warnings;
    QString why;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("hours", s.hours);
        v("due", s.due);
        v("warnings", s.warnings);
        v("why", s.why);
    }
};

/// A legal status from its start. `occurred` is the start.
struct StatusStarted {
    static constexpr const char* type = "case.status_started";
    PartId id;
    LegalStatus status = LegalStatus::None;
    QString evidence;
    PartId clock;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("status", s.status);
        v("evidence", s.evidence);
        v("clock", s.clock);
    }
};

struct StatusEnded {
    static constexpr const char* type = "case.status_ended";
    PartId id;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("reason", s.reason);
    }
};

/// Where the person is, or (planned) is to go.
struct CasePlaced {
    static constexpr const char* type = "case.placed";
    PlaceKind kind = PlaceKind::NotKnown;
    QString detail;
    bool planned = false;
    std::optional<QString> authority; ///< of a police station as place of safety. CLK-03
    std::optional<QString> authorityRank;
    std::optional<QString> whyStation;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("kind", s.kind);
        v("detail", s.detail);
        v("planned", s.planned);
        v("authority", s.authority);
        v("authority_rank", s.authorityRank);
        v("why_station", s.whyStation);
    }
};

/// A doctor examined the person for a recommendation; with a correction it takes the place of the
/// one that has its identifier. CLK-14, CLK-16.
struct DoctorExamined {
    static constexpr const char* type = "case.doctor_examined";
    PartId id;
    QString doctor;
    bool joint = false;
    bool s12 = false;
    QString form;
    std::optional<QString> correction = {};

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("doctor", s.doctor);
        v("joint", s.joint);
        v("s12", s.s12);
        v("form", s.form);
        v("correction", s.correction);
    }
};

/// The AMHP saw the person, and not at another time that was told in error. CLK-15.
struct AmhpSaw {
    static constexpr const char* type = "case.amhp_saw";
    PartId id;
    QString amhp;
    std::optional<Instant> insteadOf = {};

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("amhp", s.amhp);
        v("instead_of", s.insteadOf);
    }
};

}
