#pragma once

#include "core/profile/calendar.h"

#include <QByteArray>

/// The bytes of what comes with the product: "profiles/anyshire.json", "bank_holidays.json".
QByteArray shippedBytes(const char* path);

/// "anyshire" or "bedfordshire-luton".
core::Profile shippedProfile(const char* key);

const core::BankHolidays& shippedHolidays();

core::ServiceCalendar shippedCalendar(const char* key);
