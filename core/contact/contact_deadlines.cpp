#include "core/contact/contact_deadlines.h"

using namespace Qt::StringLiterals;

namespace core {

std::vector<Deadline> deadlinesOf(const Contact& contact)
{
    if (!contact.ringBackBy)
        return {};
    Deadline call;
    call.subject = subjectOf(contact.id);
    call.caseId = contact.caseId;
    call.kind = u"ring_back"_s;
    call.title = u"Ring %1 back, %2"_s.arg(contact.ringBackTo, contact.ringBackNumber);
    call.start = contact.receivedAt;
    call.due = *contact.ringBackBy;
    call.warnings = contact.ringBackWarnings;
    call.clause = u"REC-2.2"_s;
    call.who = contact.handler;
    call.service = contact.service;
    if (contact.rungBackAt) {
        call.state = ClockState::Ended;
        call.endedAt = *contact.rungBackAt;
        call.outcome = contact.ringBackResult;
    }
    return {call};
}

}
