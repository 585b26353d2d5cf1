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

std::optional<Instant> lastSeenBySigner(const Case& record)
{
    const QString& signer = record.application->signedBy;
    if (signer.isEmpty())
        return record.amhpLastSaw;
    std::optional<Instant> seen;
    for (const Sighting& each : record.sightings)
        if (each.amhp.compare(signer, Qt::CaseInsensitive) == 0)
            seen = each.at;
    return seen;
}

// Of a day without a time its end is the latest that it can have been.
Instant atLatest(Instant seen)
{
    const QDate day = dateOf(seen);
    return seen == startOfDay(day) ? startOfDay(day.addDays(1)) : seen;
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

std::optional<Flag> seenTooLongBefore(const Case& record)
{
    static const QStringList byAmhp{u"A2"_s, u"A6"_s, u"A10"_s};
    if (!record.application || !byAmhp.contains(record.application->form))
        return {};
    const auto seen = lastSeenBySigner(record);
    if (!seen)
        return {};
    constexpr auto emergency = std::chrono::hours(24);
    const Instant made = record.application->signedAt;
    const QDate last = lastDay(dateOf(*seen), CalendarDays{14});
    if (record.application->form == u"A10"_s && made > atLatest(*seen) + emergency)
        return Flag{u"CLK-15"_s,
            u"The s4 application was signed %1; the AMHP last saw the person %2, more than 24 "
            "hours before."_s.arg(dateTimeText(made), dateTimeText(*seen))};
    if (dateOf(made) > last)
        return Flag{u"CLK-15"_s,
            u"The application is dated %1; the AMHP last saw the person %2, so %3 was the last "
            "day."_s.arg(dateText(dateOf(made)), dateText(dateOf(*seen)), dateText(last))};
    return {};
}

void judgeAdmissionAgain(Decision& decision, const Case& before, const Case& after)
{
    tellNew(decision, before, againstThatAdmission(before), againstThatAdmission(after));
}

void judgeSightingAgain(Decision& decision, const Case& before, const Case& after)
{
    tellNew(decision, before, seenTooLongBefore(before), seenTooLongBefore(after));
}

}
