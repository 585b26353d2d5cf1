#include "core/casework/extension/extension_told.h"

#include "core/casework/entry_events.h"
#include "core/casework/extension/detention_extension.h"
#include "core/casework/extension/extension_events.h"
#include "core/casework/extension/extension_rules.h"
#include "core/clock/catalogue.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

const ToldExtension* newestTold(const Case& record, const QString& kind)
{
    const auto found = std::find_if(record.toldExtensions.rbegin(), record.toldExtensions.rend(),
        [&kind](const ToldExtension& each) { return each.kinds().contains(kind); });
    return found == record.toldExtensions.rend() ? nullptr : &*found;
}

static void add(
    Decision& decision, const Case& record, const ToldExtension& told, const Context& context)
{
    const Instant due
        = told.until.value_or(told.at + std::chrono::hours(std::min(told.hours, longestExtension)));
    decision.events.push_back(newEvent(subjectOf(record.id),
        ExtensionTold{told.id, told.kind, told.hours, told.until, told.reason, told.by,
            told.superintendent, due, warningsOnceExtended(due, told.kind, context.profile())},
        told.at));
    decision.made.insert(u"id"_s, told.id.text());
}

void keepTold(
    Decision& decision, const Case& record, const ToldExtension& granted, const Context& context)
{
    ToldExtension told = granted;
    told.id = PartId{context.mint()};
    for (const ToldExtension& known : record.toldExtensions)
        if (known.kind == told.kind && known.by == told.by && known.at == told.at)
            told.id = known.id;
    add(decision, record, told, context);
    const Case after = preview(record, subjectOf(record.id), decision, context);
    for (Owed& each : owedOfExtensions(after))
        decision.owed.push_back(std::move(each));
}

// As it was in truth, or withdrawn; both accounts stand in the chronicle.
static Decision corrected(
    const Case& record, const ToldExtension& truth, const QString& why, const Context& context)
{
    Decision decision;
    const bool withdrawn = truth.hours == 0 && !truth.until;
    const QString words = u"The extension that was authorised at %1 (%2), before its clock was on "
                          "the record, was %3. %4"_s.arg(dateTimeText(truth.at), truth.by,
                              withdrawn ? u"withdrawn"_s : u"put right"_s, why);
    add(decision, record, truth, context);
    decision.events.push_back(newEvent(
        subjectOf(record.id), CaseNoted{{context.mint()}, u"correction"_s, words, context.late()}));
    return decision;
}

Decision correctTold(const Case& record, const ToldExtension& told, const TrueExtension& truth,
    const Context& context)
{
    if (truth.hours < 0 || truth.hours > longestExtension)
        return refuse(u"CLK-02"_s, u"hours"_s,
            u"%1 hours cannot be granted: at most 12, so 36 in all."_s.arg(truth.hours),
            u"Give the hours that were granted, or 0 when none were."_s);
    ToldExtension right = told;
    right.hours = truth.hours;
    if (!truth.superintendent.trimmed().isEmpty())
        right.superintendent = truth.superintendent;
    return corrected(record, right, truth.why, context);
}

Decision correctTold(const Case& record, const ToldExtension& told, Instant until,
    const QString& why, const Context& context)
{
    ToldExtension right = told;
    right.until.reset();
    if (until > told.at)
        right.until = until;
    return corrected(record, right, why, context);
}

}
