#include "core/duty/notice_events.h"

namespace core {

static Applied apply(Duty& duty, const NoticeGiven& given, const Event& event)
{
    duty.notices.push_back({given.id, event.occurred, given.audience, given.message, given.how,
        given.owner, given.until, event.actor.name});
    return {};
}

static Applied apply(Duty& duty, const ComplimentReceived& received, const Event& event)
{
    duty.compliments.push_back({received.id, event.occurred, received.from, received.about,
        received.words, received.theme, event.actor.name});
    return {};
}

EventRules<Duty> noticeRules()
{
    return rulesByType<Duty>({on<Duty, NoticeGiven>(), on<Duty, ComplimentReceived>()});
}

}
