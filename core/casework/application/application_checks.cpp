#include "core/casework/application/application_checks.h"

#include "core/casework/application/applications.h"
#include "core/casework/application/section_forms.h"
#include "core/casework/fallen_flag.h"
#include "core/casework/status/status_lawful.h"
#include "core/time/durations.h"
#include "core/time/london.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isByAmhp(const QString& form)
{
    static const QStringList byAmhp{u"A2"_s, u"A6"_s, u"A10"_s};
    return byAmhp.contains(form);
}

bool has(const std::vector<Flag>& flags, const Flag& flag)
{
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

bool isFlagged(const Case& record, const Flag& flag)
{
    return std::any_of(record.flags.begin(), record.flags.end(), [&flag](const Flagged& each) {
        return each.clause == flag.clause && each.text == flag.text;
    });
}

// The last day on which any examination that is told can still bring the person in. CLK-16
std::optional<QDate> lastDayToAdmit(const Case& record)
{
    std::optional<Instant> newest;
    for (const Exam& each : record.exams)
        newest = std::max(newest.value_or(each.at), each.at);
    return newest ? std::optional(lastDay(dateOf(*newest), CalendarDays{14})) : std::nullopt;
}

// A day's examination may stand without its time.
Case withoutLaterExams(Case record, Instant admitted)
{
    std::erase_if(
        record.exams, [admitted](const Exam& each) { return dateOf(each.at) > dateOf(admitted); });
    return record;
}

std::optional<Flag> withoutRecommendations(const Case& record, Instant admitted)
{
    const Application& made = *record.application;
    const QString missing = missingOnAdmission(made, record.exams, admitted);
    if (missing.isEmpty())
        return {};
    if (completeSince(made, record.exams))
        return Flag{u"CLK-16"_s,
            u"Admitted %1 on form %2, whose recommendations were no longer good: %3 is missing "
            "(s6(1)(a))."_s.arg(dateText(dateOf(admitted)), made.form, missing)};
    return Flag{u"CLK-01"_s,
        u"Admitted %1 on form %2, and of the recommendations %3 is missing."_s.arg(
            dateText(dateOf(admitted)), made.form, missing)};
}

// What was seen after the signature says nothing of it; where nobody says who signed, any AMHP's.
std::optional<Instant> lastSeenBySigner(const Case& record, const Application& made)
{
    std::optional<Instant> seen;
    for (const Sighting& each : record.sightings)
        if (each.at <= made.signedAt
            && (made.signedBy.isEmpty()
                || each.amhp.compare(made.signedBy, Qt::CaseInsensitive) == 0))
            seen = each.at;
    return seen;
}

// Of a day without a time its end is the latest that it can have been.
Instant atLatest(Instant seen)
{
    return isDayAlone(seen) ? startOfDay(dateOf(seen).addDays(1)) : seen;
}

// For s2 and s3 the day it is signed is the last of fourteen that begin with that of the sighting.
std::optional<Flag> seenTooLongBefore(const Case& record, const Application& made)
{
    const auto seen = isByAmhp(made.form) ? lastSeenBySigner(record, made) : std::nullopt;
    if (!seen)
        return {};
    constexpr auto emergency = std::chrono::hours(24);
    const QDate last = lastDay(dateOf(*seen), CalendarDays{14});
    if (made.form == u"A10"_s && made.signedAt > atLatest(*seen) + emergency)
        return Flag{u"CLK-15"_s,
            u"The s4 application was signed %1; the AMHP last saw the person %2, more than 24 "
            "hours before."_s.arg(dateTimeText(made.signedAt), dateTimeText(*seen))};
    if (dateOf(made.signedAt) > last)
        return Flag{u"CLK-15"_s,
            u"The application is dated %1; the AMHP last saw the person %2, so %3 was the last "
            "day."_s.arg(dateText(dateOf(made.signedAt)), dateText(dateOf(*seen)), dateText(last))};
    return {};
}

// What is said of the applications of the case, once each.
std::vector<Flag> seenTooLong(const Case& record)
{
    std::vector<Flag> found;
    for (const Application& each : record.applications)
        if (auto late = seenTooLongBefore(record, each); late && !has(found, *late))
            found.push_back(std::move(*late));
    return found;
}

// What was signed later did not bring the person in.
std::optional<Flag> againstThatAdmission(const Case& record)
{
    if (!record.admittedAt)
        return {};
    const Case then = byApplicationAt(record, *record.admittedAt);
    if (!then.application || then.application->signedAt > *then.admittedAt)
        return {};
    return againstAdmission(then, *then.admittedAt);
}

void tellNew(Decision& decision, const Case& before, const std::optional<Flag>& was,
    const std::optional<Flag>& now)
{
    if (was && now && was->clause == now->clause)
        return;
    if (now)
        decision.flags.push_back(*now);
    if (was)
        tellFallen(decision, before, *was);
}

}

std::optional<LegalStatus> admittedUnder(const Case& record)
{
    return record.application ? admittedUnder(*record.application) : std::nullopt;
}

std::optional<LegalStatus> admittedUnder(const Application& made)
{
    static const QHash<QString, LegalStatus> statuses{{u"A1"_s, LegalStatus::S2},
        {u"A2"_s, LegalStatus::S2}, {u"A5"_s, LegalStatus::S3}, {u"A6"_s, LegalStatus::S3},
        {u"A9"_s, LegalStatus::S4}, {u"A10"_s, LegalStatus::S4}};
    const auto found = statuses.constFind(made.form);
    return found == statuses.constEnd() ? std::nullopt : std::optional(*found);
}

bool isInHospitalUnder(LegalStatus status)
{
    return status == LegalStatus::S2 || status == LegalStatus::S3 || status == LegalStatus::S4;
}

std::optional<Flag> againstAdmission(const Case& record, Instant admitted)
{
    if (!record.application)
        return {};
    const Case then = withoutLaterExams(record, admitted);
    const auto last = lastDayToAdmit(then);
    if (last && dateOf(admitted) > *last)
        return Flag{u"CLK-16"_s,
            u"Admitted %1; the last medical examination was %2, so %3 was the last day."_s.arg(
                dateText(dateOf(admitted)), dateText(last->addDays(-13)), dateText(*last))};
    if (auto late = tooLateForEmergency(then, admitted))
        return late;
    return withoutRecommendations(then, admitted);
}

void judgeAdmissionAgain(Decision& decision, const Case& before, const Case& after)
{
    tellNew(decision, before, againstThatAdmission(before), againstThatAdmission(after));
}

void judgeSightingAgain(Decision& decision, const Case& before, const Case& after)
{
    const std::vector<Flag> had = seenTooLong(before);
    const std::vector<Flag> now = seenTooLong(after);
    for (const Flag& each : now)
        if (!has(had, each) && !isFlagged(before, each))
            decision.flags.push_back(each);
    for (const Flag& each : had)
        if (!has(now, each))
            tellFallen(decision, before, each);
}

}
