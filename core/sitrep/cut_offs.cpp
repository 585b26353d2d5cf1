#include "core/sitrep/cut_offs.h"

#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

std::vector<QTime> cutOffTimes(const Profile& profile)
{
    std::vector<QTime> times;
    const QString told = profile.setting(u"sitrep_at"_s, u"09:30"_s);
    for (const QString& each : QString(told).replace(u',', u' ').split(u' ', Qt::SkipEmptyParts))
        if (const QTime time = QTime::fromString(each, u"HH:mm"_s); time.isValid())
            times.push_back(time);
    if (times.empty())
        times.emplace_back(9, 30);
    if (profile.setting(u"sitreps_per_day"_s, u"1"_s).toInt() > 1 && times.size() == 1)
        times.emplace_back(16, 30);
    std::sort(times.begin(), times.end());
    return times;
}

// A cut-off lies within the two days up to any moment.
Instant lastCutOff(const Profile& profile, Instant at)
{
    const std::vector<QTime> times = cutOffTimes(profile);
    Instant last = instantOf({dateOf(at).addDays(-2), times.front()});
    for (int back = 1; back >= 0; --back)
        for (const QTime& time : times)
            if (const Instant cutOff = instantOf({dateOf(at).addDays(-back), time}); cutOff <= at)
                last = std::max(last, cutOff);
    return last;
}

Instant cutOffBefore(const Profile& profile, Instant cutOff)
{
    return lastCutOff(profile, cutOff - std::chrono::milliseconds(1));
}

SitrepPeriod duePeriod(const Profile& profile, Instant now)
{
    const Instant to = lastCutOff(profile, now);
    return {cutOffBefore(profile, to), to};
}

SitrepId sitrepId(const QString& profileKey, const QString& number)
{
    static const QUuid space(QStringLiteral("{1c8d7a1e-3f0b-4d43-8b3c-5f6a2f0e9d24}"));
    return {QUuid::createUuidV5(space, profileKey + u'/' + number)};
}

// The letters of the desks of which there are numbers that begin so, none included.
static QStringList marksWith(const QString& prefix, const Records& records)
{
    constexpr qsizetype most = 32;
    QStringList marks{QString()};
    for (qsizetype at = 0; at < marks.size(); ++at)
        for (char16_t letter = u'A'; letter <= u'Z' && marks[at].size() < most; ++letter)
            if (const QString mark = marks[at] + QChar(letter);
                records.referencesWith(prefix + mark) > 0)
                marks.append(mark);
    return marks;
}

// Numbers of one desk may have gaps where another desk's letters took a turn, but none is above
// the count of all.
std::vector<std::shared_ptr<const Sitrep>> sitrepsOn(
    QDate date, const Records& records, const Profile& profile)
{
    const QString prefix = u"S-%1-"_s.arg(date.toString(Qt::ISODate));
    const int count = records.referencesWith(prefix);
    std::vector<std::shared_ptr<const Sitrep>> found;
    if (count == 0)
        return found;
    const QStringList marks = marksWith(prefix, records);
    for (int number = 1; number <= count; ++number)
        for (const QString& mark : marks)
            if (auto sitrep
                = records.sitrep(sitrepId(profile.key, prefix + mark + QString::number(number))))
                found.push_back(std::move(sitrep));
    return found;
}

using Issued = std::vector<std::shared_ptr<const Sitrep>>;

static Issued issuedBetween(
    Instant since, Instant now, const Records& records, const Profile& profile)
{
    Issued issued;
    for (QDate date = dateOf(since); date <= dateOf(now); date = date.addDays(1))
        for (auto& sitrep : sitrepsOn(date, records, profile))
            issued.push_back(std::move(sitrep));
    return issued;
}

bool covers(const SitrepPeriod& counted, const SitrepPeriod& period)
{
    return counted.from <= period.from && counted.to >= period.to;
}

std::vector<SitrepPeriod> missedSitreps(
    Instant since, Instant now, const Records& records, const Profile& profile)
{
    const Issued issued = issuedBetween(since, now, records, profile);
    std::vector<SitrepPeriod> missed;
    for (Instant to = lastCutOff(profile, now); to > since; to = cutOffBefore(profile, to)) {
        const SitrepPeriod period{cutOffBefore(profile, to), to};
        if (std::none_of(issued.begin(), issued.end(), [&](const auto& sitrep) {
                return covers({sitrep->from, sitrep->to}, period);
            }))
            missed.insert(missed.begin(), period);
    }
    return missed;
}

// The first thing that was written shows that somebody works here.
static Instant inUseSince(Instant from, Instant now, const Records& records, const Profile& profile)
{
    Instant since = now;
    const auto cases = records.casesBetween(from, now);
    if (const auto first = cases.empty() ? nullptr : records.caseRecord(cases.front()))
        since = std::min(since, first->openedAt);
    const auto contacts = records.contactsBetween(from, now);
    if (const auto first = contacts.empty() ? nullptr : records.contact(contacts.front()))
        since = std::min(since, first->receivedAt);
    for (const auto& sitrep : issuedBetween(from, now, records, profile))
        since = std::min(since, sitrep->to);
    return std::max(since, from);
}

std::vector<SitrepPeriod> missedLately(Instant now, const Records& records, const Profile& profile)
{
    constexpr auto lately = std::chrono::days(14);
    const Instant since = inUseSince(now - lately, now, records, profile);
    return missedSitreps(since, now, records, profile);
}

}
