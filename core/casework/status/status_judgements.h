#pragma once

#include "core/casework/case.h"
#include "core/command/decision.h"

#include <array>
#include <optional>
#include <tuple>

namespace core {

// What the law says against a legal status that began so: a pure answer of the record. CLK-05,
// CLK-07, CLK-08, CLK-10 to CLK-13

/// A hold of the hospital's own staff over somebody who was no in-patient. CLK-12, CLK-13
std::optional<Flag> notInPatient(const Case& record, const StatusEpisode& begun);

/// Entry on a warrant that had run out or ended. CLK-05, CLK-07
std::optional<Flag> withoutWarrant(const Case& record, const StatusEpisode& begun);

/// s2 after the 72 hours of s4 without a new application. CLK-10
std::optional<Flag> lapsedEmergency(const Case& record, const StatusEpisode& next);

/// Every judgement of one status, each at its place.
using Judgements = std::array<std::optional<Flag>, 6>;
Judgements judgementsOf(const Case& record, const StatusEpisode& begun);

/// By these words a flag is known as one of each judgement, whatever times it names.
const std::array<QString, std::tuple_size_v<Judgements>>& judgedIn();

}
