#include "core/casework/application/section_forms.h"

#include "core/time/durations.h"
#include "core/time/london.h"

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr auto emergency = std::chrono::hours(24);

/// What doctors sign for an application: one form together, or so many single ones.
struct Recommendations {
    QString joint;
    QString single;
    std::size_t singles = 0;
};

std::optional<Recommendations> recommendationsFor(const QString& application)
{
    static const QHash<QString, Recommendations> all{{u"A1"_s, {u"A3"_s, u"A4"_s, 2}},
        {u"A2"_s, {u"A3"_s, u"A4"_s, 2}}, {u"A5"_s, {u"A7"_s, u"A8"_s, 2}},
        {u"A6"_s, {u"A7"_s, u"A8"_s, 2}}, {u"A9"_s, {{}, u"A11"_s, 1}},
        {u"A10"_s, {{}, u"A11"_s, 1}}};
    const auto found = all.constFind(application);
    return found == all.constEnd() ? std::nullopt : std::optional(*found);
}

// Whether the person may still be taken to hospital on it at `on`, when it is the last one: for s4
// within 24 hours, else on the fourteenth day that begins with its own. CLK-11, CLK-16
bool isGood(const Exam& last, Instant on)
{
    if (last.form == u"A11"_s)
        return on <= last.at + emergency;
    return dateOf(on) <= lastDay(dateOf(last.at), CalendarDays{14});
}

std::vector<Exam> onForm(const QString& form, const std::vector<Exam>& exams)
{
    std::vector<Exam> found;
    std::copy_if(exams.begin(), exams.end(), std::back_inserter(found),
        [&form](const Exam& each) { return !form.isEmpty() && each.form == form; });
    return found;
}

/// Since when recommendations were there that are good at `on`; none while one is missing.
std::optional<Instant> recommendedSince(
    const Recommendations& needed, const std::vector<Exam>& exams, Instant on)
{
    std::optional<Instant> since;
    const auto take = [&since, on](const Exam& last) {
        if (isGood(last, on))
            since = std::min(since.value_or(last.at), last.at);
    };
    for (const Exam& exam : onForm(needed.joint, exams))
        take(exam);
    const std::vector<Exam> singles = onForm(needed.single, exams);
    for (const Exam& one : singles) {
        if (needed.singles == 1)
            take(one);
        for (const Exam& other : singles)
            if (needed.singles == 2 && one.at <= other.at && &one != &other
                && standTogether(one, other))
                take(other);
    }
    return since;
}

bool isOfLaterDay(const Exam& exam, const Application& application)
{
    return dateOf(exam.at) > dateOf(application.signedAt);
}

// A recommendation is signed on the application's day or before it. s12(1)
std::vector<Exam> byItsDay(const Application& application, std::vector<Exam> exams)
{
    std::erase_if(
        exams, [&application](const Exam& each) { return isOfLaterDay(each, application); });
    return exams;
}

bool hasOneOfLaterDay(const Case& record)
{
    const auto needed = recommendationsFor(record.application->form);
    return needed && std::any_of(record.exams.begin(), record.exams.end(), [&](const Exam& each) {
        return !each.form.isEmpty() && (each.form == needed->joint || each.form == needed->single)
            && isOfLaterDay(each, *record.application);
    });
}

// One that a second of this day could be put beside.
bool hasHalf(const QString& form, const std::vector<Exam>& exams, Instant on)
{
    const auto found = onForm(form, exams);
    return std::any_of(found.begin(), found.end(), [on](const Exam& each) {
        return isGood(each, on) && withinGap(dateOf(each.at), dateOf(on), recommendationGap);
    });
}

bool isHere(const Document& document)
{
    using enum DocumentState;
    return document.state == Attached || document.state == HeldElsewhere
        || document.state == Emailed;
}

bool isHereAs(const Case& record, DocumentKind kind)
{
    return std::any_of(record.documents.begin(), record.documents.end(),
        [kind](const Document& each) { return each.kind == kind && isHere(each); });
}

QString missingAt(const QString& application, const std::vector<Exam>& exams, Instant on)
{
    const auto needed = recommendationsFor(application);
    if (!needed || recommendedSince(*needed, exams, on))
        return {};
    if (needed->joint.isEmpty())
        return needed->single;
    return u"%1, or %2 %3"_s.arg(needed->joint,
        hasHalf(needed->single, exams, on) ? u"one more"_s : u"two"_s, needed->single);
}

}

bool standTogether(const Exam& one, const Exam& other)
{
    const bool same
        = !one.doctor.isEmpty() && one.doctor.compare(other.doctor, Qt::CaseInsensitive) == 0;
    return !same && withinGap(dateOf(one.at), dateOf(other.at), recommendationGap);
}

std::optional<SectionForms> formsOf(const std::optional<Outcome>& outcome)
{
    using enum DocumentKind;
    if (outcome == Outcome::S2)
        return SectionForms{A2, A3, {A4First, A4Second}};
    if (outcome == Outcome::S3)
        return SectionForms{A6, A7, {A8First, A8Second}};
    if (outcome == Outcome::S4)
        return SectionForms{A10, A11, {A11}};
    return {};
}

QString missingRecommendations(const Application& application, const std::vector<Exam>& exams)
{
    return missingAt(application.form, byItsDay(application, exams), application.signedAt);
}

QString missingOnAdmission(
    const Application& application, const std::vector<Exam>& exams, Instant admitted)
{
    return missingAt(application.form, byItsDay(application, exams), admitted);
}

std::optional<Instant> completeSince(const Application& application, const std::vector<Exam>& exams)
{
    const auto needed = recommendationsFor(application.form);
    const auto recommended = needed
        ? recommendedSince(*needed, byItsDay(application, exams), application.signedAt)
        : std::nullopt;
    if (!recommended)
        return {};
    return std::max(application.signedAt, *recommended);
}

std::optional<Instant> emergencyLimit(const Case& record)
{
    const auto& made = record.application;
    if (!made || (made->form != u"A9"_s && made->form != u"A10"_s))
        return {};
    std::optional<Instant> examined;
    for (const Exam& each : onForm(u"A11"_s, record.exams))
        examined = std::max(examined.value_or(each.at), each.at);
    return std::min(examined.value_or(made->signedAt), made->signedAt) + emergency;
}

std::optional<Owed> owedRecommendations(const Case& record)
{
    if (!record.application)
        return {};
    const QString missing = missingRecommendations(*record.application, record.exams);
    if (missing.isEmpty())
        return {};
    const QString meanwhile
        = record.admittedAt ? u"the person was admitted without"_s : u"the detention runs on"_s;
    return Owed{u"CLK-01"_s, u"recommendations"_s,
        u"The application on form %1 is not complete: %2 is missing, and %3.%4"_s.arg(
            record.application->form, missing, meanwhile,
            hasOneOfLaterDay(record)
                ? u" A recommendation of a later day than the application's is none (s12(1))."_s
                : QString()),
        u"handover"_s};
}

std::vector<Owed> owedExaminations(const Case& record)
{
    using enum DocumentKind;
    static const std::vector<std::pair<QString, std::vector<DocumentKind>>> all{{u"A3"_s, {A3}},
        {u"A4"_s, {A4First, A4Second}}, {u"A7"_s, {A7}}, {u"A8"_s, {A8First, A8Second}},
        {u"A11"_s, {A11}}};
    std::vector<Owed> owed;
    for (const auto& [form, kinds] : all) {
        const auto here = static_cast<std::size_t>(std::count_if(kinds.begin(), kinds.end(),
            [&record](DocumentKind kind) { return isHereAs(record, kind); }));
        if (here > onForm(form, record.exams).size())
            owed.push_back({u"CLK-16"_s, u"exam"_s,
                u"A recommendation on form %1 is here as a document, and its examination is not "
                "told: tell with case.exam who examined, when and on which form. Until then it "
                "completes no application."_s.arg(form),
                u"handover"_s});
    }
    return owed;
}

}
