#pragma once

#include <QString>

namespace core {

/// The rank that words name; `NotSaid` where they name a person alone. CLK-02, CLK-03, CLK-60
enum class PoliceRank { NotSaid, BelowInspector, Inspector, Superintendent };

/// The highest rank that is named: "Chief Supt Hale" is a superintendent, "the custody sergeant"
/// below inspector. Chief officers count as superintendents.
PoliceRank rankIn(const QString& words);

/// A court, a magistrate or a warrant, and no officer of the police.
bool namesCourt(const QString& words);

}
