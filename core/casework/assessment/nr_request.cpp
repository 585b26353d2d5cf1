#include "core/casework/assessment/nr_request.h"

#include "core/casework/application/document_events.h"
#include "core/casework/clock_changes.h"
#include "core/casework/work_events.h"
#include "core/journal/new_event.h"
#include "core/text/people_words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QString& reasonsClause()
{
    static const QString clause = u"CLK-19"_s;
    return clause;
}

const QString& giveReasons()
{
    static const QString what
        = u"Give the nearest relative the reasons in writing: no application is made"_s;
    return what;
}

bool saysNotGiven(const QString& result)
{
    static const QRegularExpression undone(
        u"(?:\\b(?:not|never)|n['’]t)\\b.*\\b(?:sent|send|given|give|"
        u"posted|written|write|done|needed)\\b"
        "|\\bunsent\\b|\\bno (?:letter|address)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return result.contains(undone);
}

bool isToGiveReasons(const Task& task)
{
    return task.clause == reasonsClause() && task.what == giveReasons();
}

bool remainsOrWasDone(const Task& task)
{
    return isToGiveReasons(task) && (!task.doneAt || (!task.lapsed && !saysNotGiven(task.result)));
}

QString byWhom(const Contact& contact)
{
    const QString name = contact.details.callerName.value_or(QString());
    return name.isEmpty() ? u"nearest relative"_s : u"%1, nearest relative"_s.arg(name);
}

// The clock that this call alone began.
const ClockFact* clockBegunBy(const Case& record, const Contact& contact)
{
    const ClockFact* clock = runningClock(record, u"nr_request"_s);
    const bool itsOwn
        = clock && clock->otherStarts.empty() && clock->evidence.startsWith(contact.ref + u": "_s);
    return itsOwn ? clock : nullptr;
}

void endRequest(
    Decision& decision, const Case& record, const Contact& after, const Context& context)
{
    CaseReferralUpdated updated;
    updated.form.nearestRelativeRequest = false;
    decision.events.push_back(newEvent(subjectOf(record.id), updated));
    endClocks(decision, record, {u"nr_request"_s},
        u"not the nearest relative who asked: %1"_s.arg(spokenWords(word(*after.details.source))),
        context.occurred);
}

}

void takeNearestRelativesCall(
    Decision& decision, const Case& record, const Contact& contact, const Context& context)
{
    const bool theirs = contact.details.source == Source::NearestRelative;
    if (!theirs || record.kindOfWork != u"mhaa" || record.referral.nearestRelativeRequest == true)
        return;
    if (contact.details.category != Category::Mhaa) {
        decision.owed.push_back({reasonsClause(), u"nearest_relative_request"_s,
            u"Whether the nearest relative asks for an assessment under s13(4)."_s, u"triage"_s});
        return;
    }
    CaseReferralUpdated updated;
    updated.form.nearestRelativeRequest = true;
    updated.form.nrRequestBy = byWhom(contact);
    decision.events.push_back(newEvent(subjectOf(record.id), updated));
    startClock(decision, record,
        {u"nr_request"_s, contact.receivedAt, contact.ref + u": "_s + byWhom(contact), {}, {}, {}},
        context);
}

void judgeNearestRelativesCall(
    Decision& decision, const Contact& before, const Contact& after, const Context& context)
{
    const auto record = context.records.caseRecord(after.caseId);
    const ContactDetails& told = after.details;
    if (!record || record->closedAt
        || (told.source == before.details.source && told.category == before.details.category))
        return;
    const bool wasTheirs = before.details.source == Source::NearestRelative;
    if (wasTheirs && told.source != Source::NearestRelative && clockBegunBy(*record, before))
        endRequest(decision, *record, after, context);
    else
        takeNearestRelativesCall(decision, *record, after, context);
}

bool owesWrittenReasons(const Case& record)
{
    return record.referral.nearestRelativeRequest == true && !record.application
        && std::none_of(record.tasks.begin(), record.tasks.end(), remainsOrWasDone);
}

void addWrittenReasons(Decision& decision, const Case& record, const Context& context)
{
    const ClockFact* clock = runningClock(record, u"nr_request"_s);
    const Instant due = clock ? clock->due : context.occurred;
    decision.events.push_back(newEvent(subjectOf(record.id),
        CaseTaskAdded{{context.mint()}, giveReasons(), {}, due,
            warningsBefore(due, u"task"_s, context.profile()), reasonsClause(), u"task"_s}));
}

void endWrittenReasons(
    Decision& decision, const Case& record, const QString& why, const Context& context)
{
    for (const Task& task : record.tasks) {
        if (task.doneAt || !isToGiveReasons(task))
            continue;
        decision.events.push_back(newEvent(subjectOf(record.id), CaseTaskDone{task.id, why, true},
            std::max(context.occurred, task.addedAt)));
        decision.notes.append(u"CLK-19: “%1” is not to be done now: %2."_s.arg(task.what, why));
    }
}

void endRequestWithReasons(Decision& decision, const Case& record, const Task& done,
    const QString& result, const Context& context)
{
    if (!isToGiveReasons(done))
        return;
    if (!saysNotGiven(result))
        return endClocks(
            decision, record, {u"nr_request"_s}, u"written reasons given"_s, context.occurred);
    if (runningClock(record, u"nr_request"_s))
        decision.notes.append(
            u"CLK-19: by “%1” no reasons were given: the nearest relative's request goes on."_s.arg(
                result));
}

bool nearestRelativeObjects(const Case& record)
{
    if (record.referral.nrAnswer)
        return *record.referral.nrAnswer == NrAnswer::Objects;
    static const QRegularExpression objects(
        u"\\b(yes|object\\w*|opposes?|opposed)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression no(u"^\\s*(no|none|not|nil)\\b|n['’]t object|"
                                       "\\b(no objection|not object|not opposed|withdr|displac)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString told = record.referral.nrObjection.value_or(QString());
    return told.contains(objects) && !told.contains(no);
}

}
