#include "core/clock/catalogue.h"
#include "core/profile/profile_lint_parts.h"
#include "core/profile/setting_names.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr Minutes day{24 * 60};

bool isInDays(Span span)
{
    return span == Span::Days || span == Span::ClearDays || span == Span::WorkingDays;
}

ProfileFinding setsNothing(const QString& path, const QString& name, const QString& instead)
{
    return {path, FindingWeight::Should, u"FM-3"_s, u"Nothing goes by “%1”."_s.arg(name),
        instead.isEmpty() ? u"Remove it."_s : u"Remove it, and write %1."_s.arg(instead)};
}

void lintLength(Findings& findings, const ClockKind& kind, Minutes length, const Profile& profile)
{
    const QString path = u"durations."_s + kind.key;
    const Span span = spanOf(kind, profile);
    if (!isInDays(span)) {
        if (span == Span::Elapsed && length <= Minutes{0})
            findings.push_back({path, FindingWeight::Must, kind.clause,
                u"“%1” would be over when it begins."_s.arg(kind.title),
                u"Write how long it runs, e.g. \"4 h\"."_s});
        return;
    }
    const bool tooShort = length < day;
    if (!tooShort && length % day == Minutes{0})
        return;
    findings.push_back({path, tooShort ? FindingWeight::Must : FindingWeight::Should, kind.clause,
        u"“%1” is counted in whole days: %2 count as %3."_s.arg(
            kind.title, durationText(length), durationText(length - length % day)),
        u"Write whole days, e.g. \"2 days\"."_s});
}

}

void lintDurations(Findings& findings, const Profile& profile)
{
    const auto& unread = unreadDurations();
    for (const auto& [name, length] : profile.durations) {
        const auto found = unread.find(name);
        if (found != unread.end())
            findings.push_back(setsNothing(u"durations."_s + name, name, found->second));
        else if (const ClockKind* kind = clockKind(name))
            lintLength(findings, *kind, length, profile);
    }
}

}
