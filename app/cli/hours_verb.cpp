#include "app/cli/hours_verb.h"

#include "app/cli/bulk.h"

#include "core/profile/holiday_note.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// Writes the answers of one calendar; what does not change from line to line is made once.
class HoursAnswer {
public:
    explicit HoursAnswer(const core::ServiceCalendar& calendar)
        : m_calendar(calendar)
        , m_from(core::startOfDay(calendar.holidays().first))
        , m_until(core::startOfDay(calendar.holidays().last.addDays(1)))
    {
        for (const core::WorkKind& kind : calendar.profile().work)
            m_kinds.push_back({kind.key, quoted(kind.key) + u':'});
        for (const core::Service& service : calendar.profile().services)
            m_services.insert(service.key, quoted(service.key));
    }

    QString at(core::Instant instant) const
    {
        require(instant, instant);
        QString receivers;
        QString duties;
        for (const Kind& kind : m_kinds) {
            const core::DutyPeriod duty = m_calendar.duty(kind.key, instant);
            require(duty.from, duty.to);
            const QString comma = receivers.isEmpty() ? QString() : u","_s;
            const QString service = m_services.value(duty.service);
            receivers += comma + kind.label + service;
            duties += comma + kind.label + u"{\"service\":"_s + service + u",\"from\":\""_s
                + wireTime(duty.from) + u"\",\"to\":\""_s + wireTime(duty.to) + u"\"}"_s;
        }
        return u"{\"at\":\""_s + wireTime(instant) + u"\",\"new\":{"_s + receivers
            + u"},\"window\":"_s + window(instant) + u",\"duty\":{"_s + duties + u"}}"_s;
    }

private:
    struct Kind {
        QString key;
        QString label; ///< the key as JSON, with its colon
    };

    void require(core::Instant from, core::Instant to) const
    {
        if (from < m_from)
            core::requireHolidays(m_calendar, core::dateOf(from));
        if (to > m_until)
            core::requireHolidays(m_calendar, core::dateOf(to));
    }

    QString window(core::Instant instant) const
    {
        const auto window = m_calendar.windowAt(instant);
        return window ? quoted(window->key) : u"null"_s;
    }

    const core::ServiceCalendar& m_calendar;
    core::Instant m_from; ///< of the bank-holiday table
    core::Instant m_until;
    std::vector<Kind> m_kinds;
    QHash<QString, QString> m_services;
};

}

int hoursVerb(Call& call)
{
    QCommandLineParser parser;
    const QCommandLineOption profile(u"profile"_s, u"Key or file of the profile"_s, u"P"_s);
    parser.addOption(profile);
    if (!parse(call, parser, "hours"))
        return Usage;
    int exit = Done;
    const auto calendar = calendarOf(call, parser.value(profile), exit);
    if (!calendar)
        return exit;
    const HoursAnswer answer(*calendar);
    answerLines(call, BareDate::Refused, [&](core::Instant at) { return answer.at(at); });
    return Done;
}

}
