#pragma once

#include "app/cli/verb.h"

#include "core/profile/calendar.h"
#include "core/time/typed_time.h"

#include <QStringView>

#include <functional>
#include <optional>
#include <variant>

namespace cli {

/// Whether a line may be a bare date, which stands for its first instant.
enum class BareDate { Refused, Allowed };

/// A line of `hours` and `due`: "2026-11-20T16:30" in London time, or with Z or an offset.
std::variant<core::Instant, core::TimeProblem> readLine(QStringView line, BareDate bareDate);

/// "2026-11-20T16:30:00Z"; milliseconds only where there are any.
QString wireTime(core::Instant at);

/// `text` as JSON, in its quotes.
QString quoted(const QString& text);

/// Answers every line of the input with one line of JSON. A line that cannot be answered gets
/// {"error": …} and the run goes on.
void answerLines(
    Call& call, BareDate bareDate, const std::function<QString(core::Instant)>& answer);

/// The calendar of the profile that --profile names; none after saying what is wrong, with the exit
/// status in `exit`.
std::optional<core::ServiceCalendar> calendarOf(Call& call, const QString& profile, int& exit);

}
