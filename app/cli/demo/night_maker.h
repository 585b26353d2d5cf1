#pragma once

#include "app/cli/demo/chance.h"
#include "core/profile/calendar.h"

#include <QJsonObject>

#include <vector>

namespace cli {

/// One command of an invented night, with the moment at which it is given.
struct DemoStep {
    core::Instant at;
    QJsonObject request;
};

/// The commands as a training store takes them in one batch, each at its own moment.
std::vector<QJsonObject> timedRequests(const std::vector<DemoStep>& steps);

/// Makes plausible nights of a service area with an EDT and a daytime AMHP service: the same seed
/// gives the same facts. Every step is an ordinary command; nothing goes round the rules.
class NightMaker {
public:
    NightMaker(std::uint64_t seed, core::ServiceCalendar calendar);

    /// The people of both services; once, before the first night.
    std::vector<DemoStep> staff(QDate first);
    /// The night that begins on `date`, with `contacts` calls, and the day after it.
    std::vector<DemoStep> night(QDate date, int contacts);

private:
    struct Plan; ///< one call and what comes of it

    void duty(QDate date);
    void call(QDate date, int minute);
    void signpost(const Plan& plan);
    void openCase(Plan& plan);
    void detention(const Plan& plan);
    void notes(const Plan& plan);
    void doctors(const Plan& plan);
    void handOver(const Plan& plan);
    void finish(const Plan& plan);
    void add(core::Instant at, const QString& user, const QString& command, QJsonObject fields);
    QString officer();

    Chance m_chance;
    core::ServiceCalendar m_calendar;
    std::vector<DemoStep> m_steps;
    std::vector<QString> m_windows; ///< opened already
};

}
