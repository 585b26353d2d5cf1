#include "core/casework/application/document_deadlines.h"

#include "core/casework/printed_words.h"
#include "core/handover/documents_to_follow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

static bool isOver(const Document& document)
{
    return document.arrivedAt || document.state != DocumentState::ToFollow;
}

static Deadline deadlineOf(const Document& document, const Case& record)
{
    Deadline deadline;
    deadline.subject = subjectOf(record.id);
    deadline.part = document.id;
    deadline.caseId = record.id;
    deadline.kind = u"document_to_follow"_s;
    deadline.title
        = u"%1 to follow"_s.arg(document.title.isEmpty() ? shown(document.kind) : document.title);
    deadline.start = document.notedAt;
    deadline.due = *document.followsBy;
    deadline.warnings = document.warnings;
    deadline.clause = u"HO-3.1b"_s;
    deadline.who = document.owner;
    deadline.service = record.responsible.current();
    if (isOver(document)) {
        deadline.state = ClockState::Ended;
        deadline.endedAt = document.arrivedAt.value_or(document.notedAt);
        deadline.outcome = shown(document.state);
    } else if (const HandoverItem* undone = undoneWith(record, document)) {
        deadline.state = ClockState::Ended;
        deadline.endedAt
            = std::max(undone->answeredAt.value_or(document.notedAt), document.notedAt);
        deadline.outcome = undoneText(*undone);
    } else if (record.closedAt) {
        deadline.state = ClockState::Ended;
        deadline.endedAt = *record.closedAt;
        deadline.outcome = u"case closed"_s;
    }
    return deadline;
}

std::vector<Deadline> documentDeadlines(const Case& record, const Profile&)
{
    std::vector<Deadline> deadlines;
    for (const Document& document : record.documents)
        if (document.followsBy)
            deadlines.push_back(deadlineOf(document, record));
    return deadlines;
}

}
