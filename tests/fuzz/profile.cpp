#include "core/profile/calendar.h"
#include "tests/fuzz/promise.h"

#include <QFile>

namespace {

const core::BankHolidays& holidays()
{
    static const core::BankHolidays read = [] {
        QFile file(QStringLiteral(DUTYDESK_RESOURCES "/bank_holidays.json"));
        if (!file.open(QIODevice::ReadOnly))
            broken("the bank holidays are there");
        return core::readBankHolidays(file.readAll());
    }();
    return read;
}

}

/// A profile is read or refused with every problem named; one that is read answers every hour.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = core::readProfile(bytesOf(data, size));
    if (const auto* problems = std::get_if<std::vector<core::ProfileProblem>>(&read)) {
        if (problems->empty())
            broken("a refused profile says why");
        for (const core::ProfileProblem& problem : *problems)
            if (problem.text.isEmpty() || problem.mend.isEmpty())
                broken("a problem says what is wrong and how to mend it", problem.path);
        return 0;
    }
    const auto& profile = std::get<core::Profile>(read);
    core::unfinished(profile, QDate(2026, 11, 18));
    const core::ServiceCalendar calendar(profile, holidays());
    for (const core::WorkKind& kind : profile.work)
        calendar.receives(kind.key, core::fromMillis(1795024800000));
    return 0;
}
