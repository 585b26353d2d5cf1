#pragma once

#include "core/command/fields.h"
#include "core/time/instant.h"

#include <QString>

#include <optional>

namespace core {

/// How somebody under s136 was brought, handed over and seen. CLK-42, CLK-43, CLK-44
struct DetentionCourse {
    std::optional<Instant> ambulanceAsked;
    std::optional<Instant> ambulanceCame;
    std::optional<Instant> policeCame; ///< to the place of safety, with the person
    std::optional<Instant> policeLeft;
    std::optional<Instant> notified;
    std::optional<Instant> amhpCame;
    std::optional<Instant> doctorCame;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("ambulance_asked", s.ambulanceAsked, "When an ambulance was asked for");
        v("ambulance_came", s.ambulanceCame, "When it came");
        v("police_came", s.policeCame,
            "When the police came with the person to the place of safety");
        v("police_left", s.policeLeft, "When the police had handed over and were free to go");
        v("notified", s.notified, "When AMHP and doctor were told of the detention");
        v("amhp_came", s.amhpCame, "When the AMHP came");
        v("doctor_came", s.doctorCame, "When the doctor came");
    }
};

/// What became of a suspicion that a child is harmed. CLK-51, CLK-52
struct ChildProtection {
    std::optional<Instant> cause;
    std::optional<Instant> discussion;
    std::optional<bool> enquiry;
    std::optional<Instant> conference;
    std::optional<QString> noConference;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("cause", s.cause, "Since when there is reasonable cause to suspect significant harm");
        v("discussion", s.discussion, "When the strategy discussion was held");
        v("enquiry", s.enquiry, "Did it start an enquiry under s47?");
        v("conference", s.conference, "When the initial conference was held");
        v("no_conference", s.noConference, "Why there is to be no conference");
    }
};

}
