#include "core/sitrep/counting.h"
#include "core/sitrep/tally.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

template <typename Wanted>
Figure countOnRota(const SitrepScope& scope, const Wanted& wanted)
{
    Tally tally;
    for (const auto& shift : scope.shifts)
        if (wanted(shift->plan))
            tally.add(refOf(*shift))
                .under(u"service"_s, serviceLabel(scope, shift->plan.service))
                .under(u"fill"_s, spoken(word(shift->plan.fill)));
    return tally.done();
}

void addMinutes(Figure& figure, const QString& service, int minutes)
{
    figure.count += minutes;
    for (FigurePart& part : figure.parts)
        if (part.label == service) {
            part.count += minutes;
            return;
        }
    figure.parts.push_back({u"service"_s, service, minutes, {}});
}

}

Figure countShifts(const SitrepScope& scope)
{
    return countOnRota(scope, [](const RotaShift&) { return true; });
}

Figure countUnfilledShifts(const SitrepScope& scope)
{
    return countOnRota(scope, [](const RotaShift& shift) { return shift.fill == Fill::Unfilled; });
}

Figure countCoverGapMinutes(const SitrepScope& scope)
{
    Figure figure;
    for (const ScopedGap& gap : scope.gaps) {
        const auto length = std::chrono::floor<Minutes>(gap.to - gap.from);
        addMinutes(figure, serviceLabel(scope, gap.service), static_cast<int>(length.count()));
        figure.longest = std::max(figure.longest.value_or(Minutes(0)), Minutes(length));
    }
    return figure;
}

}
