#pragma once

#include <QString>

namespace core {

/// The rank that words name; `NotSaid` where they name a person alone. CLK-02, CLK-03, CLK-60
enum class PoliceRank { NotSaid, BelowInspector, Inspector, Superintendent };

/// The highest rank that is named: "Chief Supt Hale" is a superintendent, "the custody sergeant"
/// below inspector. Chief officers count as superintendents; one who is away or was only told, and
/// for whom somebody acts, does not: "Insp Low acting up, Supt Hale on leave" is an inspector.
PoliceRank rankIn(const QString& words);

/// A court, a magistrate or a warrant, and no officer of the police.
bool namesCourt(const QString& words);

/// Whether words name a police station as the place: "Luton police station, cell 4", "Midvale
/// custody", "Luton nick", and not "outside the police station", "taken from custody" or "Police
/// Station Road". CLK-04
bool namesStation(const QString& words);

/// Words that say that nobody approved, or nobody yet: "none", "Supt not reached", "Supt on leave",
/// "Magistrates refused", "awaited". CLK-02, CLK-60
bool deniesApproval(const QString& words);

/// Whether who is named may approve an extension in a police station: nobody of a lower rank, and
/// no words that nobody did. CLK-02
bool mayApproveExtension(const QString& named);

/// By whom a detention was extended, in one text: the doctor, and who approved it in a police
/// station, unless they may not. CLK-02
QString extendedByText(const QString& doctor, const QString& superintendent);

/// Whether such a text names who approved, and which doctor it names. CLK-02
bool namesApproval(const QString& extendedBy);
QString doctorIn(const QString& extendedBy);

}
