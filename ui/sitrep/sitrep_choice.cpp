#include "ui/sitrep/sitrep_choice.h"

#include "core/sitrep/side_by_side.h"
#include "ui/desk/desk_service.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int issuedOffered = 60;

}

// The last one due can be counted also where nothing is known of it.
static std::vector<core::SitrepPeriod> periodsLeft(
    const std::vector<SitrepChoice>& issued, const DeskService& desk)
{
    auto periods = core::missedLately(desk.now(), desk.records(), desk.profile());
    const core::SitrepPeriod due = core::duePeriod(desk.profile(), desk.now());
    const bool covered = std::any_of(issued.begin(), issued.end(),
        [&](const SitrepChoice& each) { return core::covers(each.period, due); });
    if (!covered && std::find(periods.begin(), periods.end(), due) == periods.end())
        periods.push_back(due);
    return periods;
}

QString SitrepChoice::key() const
{
    if (issued)
        return issued->number;
    return u"%1/%2"_s.arg(core::toMillis(period.from)).arg(core::toMillis(period.to));
}

std::vector<SitrepChoice> sitrepChoices(const DeskService& desk)
{
    std::vector<SitrepChoice> choices;
    for (const QJsonObject& row : desk.rows({u"sitrep"_s, {}, u"ends"_s, true, issuedOffered}))
        if (auto issued
            = desk.records().sitrep({QUuid::fromString(row.value(u"key"_s).toString())}))
            choices.push_back({{issued->from, issued->to},
                std::make_shared<const core::Sitrep>(
                    core::judged(*issued, desk.records(), desk.profile()))});
    for (const core::SitrepPeriod& period : periodsLeft(choices, desk))
        choices.push_back({period, nullptr});
    std::stable_sort(
        choices.begin(), choices.end(), [](const SitrepChoice& a, const SitrepChoice& b) {
            const auto issuedAt = [](const SitrepChoice& each) {
                return each.issued ? each.issued->issuedAt : core::Instant{};
            };
            return std::pair(a.period.to, issuedAt(a)) > std::pair(b.period.to, issuedAt(b));
        });
    return choices;
}

}
