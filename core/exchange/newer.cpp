#include "core/exchange/newer.h"

#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr std::array movingOrEnding{u"handover.accepted", u"handover.accepted_by_telephone",
    u"handover.confirmed", u"handover.proposed", u"handover.declined", u"handover.withdrawn",
    u"case.closed", u"case.reopened", u"case.clock_ended", u"case.clock_renewed",
    u"case.clock_superseded", u"case.status_ended", u"case.task_done", u"case.assessment_recorded",
    u"case.application_signed", u"case.person_admitted", u"contact.closed", u"contact.signposted",
    u"contact.rang_back", u"contact.case_opened", u"contact.case_joined", u"duty.relieved",
    u"duty.rung_back", u"duty.signed_off", u"window.closed"};

bool movesOrEnds(const NewEvent& event)
{
    return std::any_of(movingOrEnding.begin(), movingOrEnding.end(),
        [&](const char16_t* type) { return event.type == type; });
}

template <typename R>
int unknownIn(const std::shared_ptr<const R>& record)
{
    return record ? record->unknownEvents : 0;
}

int unknownIn(const Subject& subject, const Records& records)
{
    switch (subject.kind) {
    case SubjectKind::Case: return unknownIn(records.caseRecord({subject.id}));
    case SubjectKind::Contact: return unknownIn(records.contact({subject.id}));
    case SubjectKind::Duty: return unknownIn(records.duty({subject.id}));
    case SubjectKind::Window: return unknownIn(records.window({subject.id}));
    default: return 0;
    }
}

}

std::optional<Refusal> refuseBeneathNewer(const Decision& decision, const Records& records)
{
    for (const NewEvent& event : decision.events)
        if (movesOrEnds(event) && unknownIn(event.subject, records) > 0)
            return Refusal{{}, {},
                u"This record holds something written by a newer version of Dutydesk, which may "
                u"change who is responsible or which clock runs."_s,
                u"Update Dutydesk on this computer, then do it again. Notes can be added "
                u"meanwhile."_s};
    return {};
}

}
