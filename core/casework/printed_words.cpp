#include "core/casework/printed_words.h"

#include <array>

namespace core {

namespace {

template <typename E, std::size_t N>
QString pick(const std::array<const char*, N>& shownWords, E value)
{
    static_assert(N == std::size(words<E>), "one for each enumerator");
    const auto chosen = shownWords.begin() + static_cast<std::ptrdiff_t>(value);
    return QString::fromUtf8(*chosen);
}

}

QString shown(LegalStatus status)
{
    static constexpr std::array all = {"informal", "s136", "s135(1)", "s135(2)", "s5(2)", "s5(4)",
        "s2", "s3", "s4", "CTO", "s17 leave", "absent without leave", "guardianship",
        "police protection", "PACE detention", "voluntary", "none"};
    return pick(all, status);
}

QString shown(PlaceKind place)
{
    static constexpr std::array all = {"home", "emergency department", "ward", "s136 suite",
        "police station", "public place", "care home", "ambulance", "other", "not known"};
    return pick(all, place);
}

QString shown(Outcome outcome)
{
    static constexpr std::array all = {"s2", "s3", "s4", "informal admission", "CTO recall",
        "CTO revoked or extended", "s37/41 recall", "guardianship", "not detained: CRHT",
        "not detained: CMHT or other service", "not detained: no further action",
        "not detained: GP", "discharged from s136", "not completed: no bed",
        "not completed: no doctor", "not completed: no access", "not completed: unfit",
        "not completed: police unavailable", "withdrawn by the referrer",
        "not accepted after triage", "transferred", "died", "duplicate", "advice given",
        "completed"};
    return pick(all, outcome);
}

QString shown(DocumentKind kind)
{
    static constexpr std::array all
        = {"Referral form", "AMHP report", "Risk assessment", "Care plan", "Warrant", "A1", "A2",
            "A3", "A4 (first)", "A4 (second)", "A5", "A6", "A7", "A8 (first)", "A8 (second)", "A9",
            "A10", "A11", "H1", "H2", "H3", "RiO or SharePoint information", "Other document"};
    return pick(all, kind);
}

QString shown(DocumentState state)
{
    static constexpr std::array all
        = {"attached", "held elsewhere", "to follow", "e-mailed", "not applicable"};
    return pick(all, state);
}

QString shown(Alternative option)
{
    static constexpr std::array all = {"CRHT", "GP", "CMHT", "street triage", "crisis house",
        "informal admission", "family", "respite", "MCA/DoLS", "other"};
    return pick(all, option);
}

QString shown(AlternativeAnswer answer)
{
    static constexpr std::array all = {"tried", "offered", "declined", "not suitable",
        "not eligible", "used", "application clearly required"};
    return pick(all, answer);
}

}
