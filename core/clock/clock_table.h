#pragma once

#include "core/clock/catalogue.h"

#include <initializer_list>

/// How the entries of the catalogue are written, and the families they stand in: `catalogue_*.cpp`.
namespace core::clocktable {

constexpr int hour = 60;
constexpr int day = 24 * hour;
constexpr int year = 366 * day;
constexpr int lifetime = 100 * year; // renewed for as long as somebody lives

/// Warnings before the due time, longest first.
std::vector<Minutes> hoursBefore(std::initializer_list<int> hours);
std::vector<Minutes> minutesBefore(std::initializer_list<int> minutes);

/// The version of the Mental Health Act whose lengths stand here.
const QString& act1983();

/// Statutory: it ends by a recorded outcome alone, its length is fixed, the SITREP counts it.
ClockKind mha(ClockKind kind);
ClockKind law(ClockKind kind, QString version);
/// Agreed between services: a profile may replace its length.
ClockKind local(ClockKind kind);
/// Counted from the last of several facts, not from the first.
ClockKind renewed(ClockKind kind);
/// The first length is another than that of the later ones.
ClockKind firstAfter(int length, ClockKind kind);
/// May be let run on to `longest` minutes from its start by whom the law names.
ClockKind extendable(ClockKind kind, int longest, QString by);
/// For so long or shorter, as it is ordered.
ClockKind atMost(ClockKind kind);
/// Can be let run on one time only.
ClockKind once(ClockKind kind);

std::vector<ClockKind> holdingPowers(); ///< of the police and the hospital, recall, warrants
std::vector<ClockKind> stationClocks(); ///< held under s136 in a police station
std::vector<ClockKind> examinationClocks(); ///< what an application is made within
std::vector<ClockKind> sectionClocks(); ///< s2 and s3, and their forms
std::vector<ClockKind> absenceClocks(); ///< leave, and until when to retake
std::vector<ClockKind> requestClocks(); ///< of the person and the nearest relative
std::vector<ClockKind> hospitalClocks(); ///< ED, ambulance, attendance, conveyance
std::vector<ClockKind> childrenClocks();
std::vector<ClockKind> custody(); ///< PACE and what it asks of the team
std::vector<ClockKind> agreedClocks(); ///< handover, on-call, visits, concerns

}
