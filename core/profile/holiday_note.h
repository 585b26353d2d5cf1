#pragma once

#include "core/profile/calendar.h"

#include <QDate>
#include <QString>

namespace core {

/// That `day` is counted without bank holidays, since it lies outside the table and the profile
/// names none of that year; empty where its holidays are known. H15
QString holidayNote(const ServiceCalendar& calendar, QDate day);

/// A sum that is asked for by itself is refused rather than guessed: throws BeyondHolidays where
/// `day` has a note. H15
void requireHolidays(const ServiceCalendar& calendar, QDate day);

}
