#include "core/casework/section_forms.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

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

/// When each single recommendation was signed, oldest first; a doctor's second one is no second.
std::vector<Instant> signedSingly(const QString& form, const std::vector<Exam>& exams)
{
    QStringList doctors;
    std::vector<Instant> times;
    for (const Exam& exam : exams) {
        if (exam.form != form || doctors.contains(exam.doctor, Qt::CaseInsensitive))
            continue;
        if (!exam.doctor.isEmpty())
            doctors.append(exam.doctor);
        times.push_back(exam.at);
    }
    std::sort(times.begin(), times.end());
    return times;
}

std::optional<Instant> recommendedSince(
    const Recommendations& needed, const std::vector<Exam>& exams)
{
    std::optional<Instant> since;
    for (const Exam& exam : exams)
        if (!needed.joint.isEmpty() && exam.form == needed.joint)
            since = std::min(since.value_or(exam.at), exam.at);
    const auto singly = signedSingly(needed.single, exams);
    if (singly.size() >= needed.singles) {
        const Instant last = singly[needed.singles - 1];
        since = std::min(since.value_or(last), last);
    }
    return since;
}

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

QString missingRecommendations(const QString& application, const std::vector<Exam>& exams)
{
    const auto needed = recommendationsFor(application);
    if (!needed || recommendedSince(*needed, exams))
        return {};
    if (needed->joint.isEmpty())
        return needed->single;
    const bool one = !signedSingly(needed->single, exams).empty();
    return u"%1, or %2 %3"_s.arg(needed->joint, one ? u"one more"_s : u"two"_s, needed->single);
}

std::optional<Instant> completeSince(const Application& application, const std::vector<Exam>& exams)
{
    const auto needed = recommendationsFor(application.form);
    const auto recommended = needed ? recommendedSince(*needed, exams) : std::nullopt;
    if (!recommended)
        return {};
    return std::max(application.signedAt, *recommended);
}

std::optional<Owed> owedRecommendations(const Case& record)
{
    if (!record.application || record.admittedAt)
        return {};
    const QString missing = missingRecommendations(record.application->form, record.exams);
    if (missing.isEmpty())
        return {};
    return Owed{u"CLK-01"_s, u"recommendations"_s,
        u"The application on form %1 is not complete: %2 is missing, and the detention runs on."_s
            .arg(record.application->form, missing),
        u"handover"_s};
}

}
