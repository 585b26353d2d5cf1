#include "tests/support/calendars.h"

#include <QFile>

#include <stdexcept>

QByteArray shippedBytes(const char* path)
{
    QFile file(QStringLiteral(":/") + QString::fromLatin1(path));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error(path);
    return file.readAll();
}

core::Profile shippedProfile(const char* key)
{
    const auto read
        = core::readProfile(shippedBytes(("profiles/" + std::string(key) + ".json").c_str()));
    if (const auto* problems = std::get_if<std::vector<core::ProfileProblem>>(&read)) {
        const core::ProfileProblem& first = problems->front();
        throw std::runtime_error((first.path + QStringLiteral(": ") + first.text).toStdString());
    }
    return std::get<core::Profile>(read);
}

const core::BankHolidays& shippedHolidays()
{
    static const core::BankHolidays holidays
        = core::readBankHolidays(shippedBytes("bank_holidays.json"));
    return holidays;
}

core::ServiceCalendar shippedCalendar(const char* key)
{
    return {shippedProfile(key), shippedHolidays()};
}
