#include "core/handover/by_shift.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool receivesChildren(const QString& service, const Profile& profile)
{
    const WorkKind* kind = profile.workKind(u"children"_s);
    return kind && (kind->dayService == service || kind->outOfHoursService == service);
}

}

std::optional<Refusal> refuseBetweenServices(const QString& to, const Context& context)
{
    if (!context.profile().handsOverByShift() || to == context.actor.service
        || receivesChildren(to, context.profile()))
        return {};
    return Refusal{u"S3-ii"_s, u"to"_s,
        u"This service works day and night: its cases do not go to another service."_s,
        u"Hand over to the next shift with duty.shift_handover, or to one officer with "
        u"duty.relieve."_s};
}

std::optional<Refusal> refuseWindowsByShift(const Profile& profile)
{
    if (!profile.handsOverByShift())
        return {};
    return Refusal{u"S3-ii"_s, u"window"_s,
        u"This profile has no handover windows: one service works day and night."_s,
        u"Hand over to the next shift with duty.shift_handover."_s};
}

std::optional<Refusal> refuseShiftHandover(const Profile& profile)
{
    if (profile.handsOverByShift())
        return {};
    return Refusal{u"S3-ii"_s, {}, u"This profile hands over between services, not by shift."_s,
        u"Propose each case with handover.propose, or relieve an officer with duty.relieve."_s};
}

}
