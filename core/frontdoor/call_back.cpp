#include "core/clock/catalogue.h"
#include "core/clock/passed.h"
#include "core/command/refusals.h"
#include "core/contact/contact_command_groups.h"
#include "core/contact/contact_events.h"
#include "core/contact/note.h"
#include "core/frontdoor/front_door_commands.h"
#include "core/frontdoor/front_door_events.h"
#include "core/frontdoor/half_answered.h"
#include "core/frontdoor/halves.h"
#include "core/handover/carried.h"
#include "core/journal/new_event.h"
#include "core/text/call_words.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QString& clockName()
{
    static const QString name = u"officer_call_back"_s;
    return name;
}

struct PromiseCallBack {
    static constexpr const char* name = "contact.promise_call_back";
    ContactId of;
    PartId id;
    QString whom;
    QString number;
    std::optional<Due> by;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("id", s.id, "Identifier to give the promise; made when left out");
        v("whom", s.whom, "Whom an officer will ring; the caller when left out");
        v("number", s.number, "The number; the contact's when left out");
        v("by", s.by, "By when; as agreed in the profile when left out");
    }
};

struct NoteCalledBack {
    static constexpr const char* name = "contact.called_back";
    ContactId of;
    QString result;
    std::optional<bool> reached;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("result", s.result, "What came of the call", Need::Required);
        v("reached", s.reached,
            "False when nobody answered: the promise and its clock go on; when left out, by the "
            "result");
    }
};

// A promise has one clock: another would hide the first.
std::optional<Refusal> refuseSecond(const Contact& contact)
{
    if (!contact.callBack || contact.callBack->doneAt)
        return {};
    return Refusal{u"S3-iii"_s, u"contact"_s,
        u"An officer is to ring %1 by %2 already."_s.arg(
            contact.callBack->whom, dateTimeText(contact.callBack->due)),
        u"Note what came of that with contact.called_back first."_s};
}

// A promise that is told late may have run out; none ran out before the call itself.
std::optional<Refusal> refuseBeforeCall(const std::optional<Due>& by, const Contact& contact)
{
    const Instant received = std::chrono::floor<Minutes>(contact.receivedAt);
    if (!by || by->at >= received)
        return {};
    return Refusal{u"S3-iii"_s, u"by"_s,
        u"%1 was received at %2, after the promised time."_s.arg(
            contact.ref, dateTimeText(received)),
        u"Give the time by which the call back was promised, with its date."_s};
}

// A call that was told before its promise has ended no clock.
void noteRungBefore(Decision& decision, const Contact& contact, const Context& context)
{
    const auto rung
        = std::find_if(contact.notes.rbegin(), contact.notes.rend(), [&](const Note& each) {
              return each.kind == u"rang_back"_s
                  && each.occurred >= std::chrono::floor<Minutes>(context.occurred);
          });
    if (rung != contact.notes.rend())
        decision.notes.append(
            u"S3-iii: at %1 somebody rang, “%2”: if that kept the promise, tell it with "
            u"contact.called_back and that time."_s.arg(dateTimeText(rung->occurred), rung->words));
}

Decision promise(const PromiseCallBack& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    if (!contact)
        return decision;
    refused(decision, refuseSecond(*contact));
    refused(decision, refusePassedOn(*contact, context));
    const ContactDetails& known = contact->details;
    const QString number
        = wanted.number.isEmpty() ? known.callBack.value_or(QString()) : wanted.number;
    if (number.trimmed().isEmpty())
        refused(decision,
            Refusal{u"S3-iii"_s, u"number"_s, u"Nobody can ring back without a number."_s,
                u"Ask the caller for the number and give it in number."_s});
    refused(decision, refuseBeforeCall(wanted.by, *contact));
    if (decision.refused())
        return decision;
    const Instant due = wanted.by
        ? wanted.by->at
        : dueOf(*clockKind(clockName()), context.occurred, context.calendar).due;
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    const QString whom
        = wanted.whom.isEmpty() ? known.callerName.value_or(u"the caller"_s) : wanted.whom;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        CallBackPromised{
            id, whom, number, due, warningsBefore(due, clockName(), context.profile())}));
    carrySince(decision, contact->caseId,
        {id, u"An officer rings %1 back, %2 (%3)"_s.arg(whom, number, contact->ref), due,
            warningsBefore(due, clockName(), context.profile())},
        context);
    decision.made.insert(u"id"_s, id.text());
    decision.notes.append(u"An officer is to ring %1 by %2."_s.arg(whom, dateTimeText(due)));
    notePassed(decision, u"S3-iii: an officer was to ring %1"_s.arg(whom), due,
        u"contact.called_back tells the call and its time"_s, context);
    noteRungBefore(decision, *contact, context);
    return decision;
}

// When a promise was made that had run out when it was told, nobody said: any call after the
// contact may have kept it. A time is typed to the minute.
bool isBeforePromise(const Contact& contact, const Context& context)
{
    const CallBackPromise& promise = *contact.callBack;
    const bool ranOut = promise.due <= std::chrono::floor<Minutes>(promise.at);
    return context.occurred < std::chrono::floor<Minutes>(ranOut ? contact.receivedAt : promise.at);
}

bool reachedThem(const NoteCalledBack& wanted)
{
    return wanted.reached.value_or(!saysNobodyReached(wanted.result));
}

QString stillToRing(const CallBackPromise& promise)
{
    return u"An officer is still to ring %1 by %2."_s.arg(promise.whom, dateTimeText(promise.due));
}

// A try that reached nobody keeps no promise, nor does a call that was made before it.
void noteTry(Decision& decision, const Contact& contact, const NoteCalledBack& wanted,
    const Context& context)
{
    const QString what = reachedThem(wanted) ? u"Rang %1 before that was promised: %2"_s
                                             : u"Rang %1, not reached: %2"_s;
    decision.events.push_back(newEvent(subjectOf(contact.id),
        ContactNoted{PartId{context.mint()}, u"call_back_tried"_s,
            what.arg(contact.callBack->whom, QString(wanted.result).replace(u'_', u' ')),
            context.late()}));
    decision.notes.append(stillToRing(*contact.callBack));
}

// What the words were taken for is said where nobody told it.
void tellTakenFor(Decision& decision, const NoteCalledBack& wanted)
{
    if (wanted.reached)
        return;
    decision.notes.append((reachedThem(wanted)
            ? u"“%1” is taken for a call that reached them: if it did not, promise it once more "
              u"with contact.promise_call_back."_s
            : u"“%1” is taken for a call that reached nobody: tell it with reached true if it "
              u"did."_s)
                              .arg(wanted.result));
}

void flagLate(Decision& decision, const Contact& contact, const Context& context)
{
    if (std::chrono::floor<Minutes>(context.occurred) <= contact.callBack->due)
        return;
    const QString text
        = u"%1 was promised a call by %2 and was rung at %3."_s.arg(contact.callBack->whom,
            dateTimeText(contact.callBack->due), dateTimeText(context.occurred));
    decision.flags.push_back({u"S3-iii"_s, text});
    decision.events.push_back(
        newEvent(subjectOf(contact.id), ContactFlagged{PartId{context.mint()}, u"S3-iii"_s, text}));
}

QString promiserOf(const Contact& contact)
{
    const Note* promised = noteWith(contact.notes, contact.callBack->id);
    return promised ? promised->service : QString();
}

// What was promised is about the whole of it: whoever took a half over rings about that. S3-R1
bool isOfHalf(Decision& decision, const NoteCalledBack& wanted, const Contact& contact,
    const Context& context)
{
    const QString result = QString(wanted.result).replace(u'_', u' ');
    const auto words = callOfHalf(contact, promiserOf(contact),
        reachedThem(wanted) ? wanted.result : u"not reached: %1"_s.arg(result), context);
    if (!words)
        return false;
    decision.events.push_back(newEvent(subjectOf(contact.id),
        ContactNoted{PartId{context.mint()}, u"half_answered"_s, *words, context.late()}));
    decision.notes.append(stillToRing(*contact.callBack));
    return true;
}

Decision calledBack(const NoteCalledBack& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    if (contact && (!contact->callBack || contact->callBack->doneAt))
        refused(decision,
            Refusal{u"S3-iii"_s, u"contact"_s,
                u"No officer's call back is promised on %1."_s.arg(contact->ref),
                u"Write the call down with contact.note, or contact.rang_back."_s});
    if (decision.refused())
        return decision;
    if (isOfHalf(decision, wanted, *contact, context))
        return decision;
    const bool before = isBeforePromise(*contact, context);
    if (!before)
        tellTakenFor(decision, wanted);
    if (before || !reachedThem(wanted)) {
        noteTry(decision, *contact, wanted, context);
        return decision;
    }
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        CalledBack{PartId{context.mint()}, contact->callBack->id, wanted.result}));
    endCarried(decision, contact->callBack->id, contact->caseId, wanted.result, context);
    flagLate(decision, *contact, context);
    return decision;
}

}

std::vector<CommandSpec> callBackCommands()
{
    return {
        command<PromiseCallBack>("Promises that an officer rings the caller back, with a clock",
            {u"S3-iii"_s, u"S3-R1"_s}, promise),
        command<NoteCalledBack>(
            "Notes what came of the officer's call back", {u"S3-iii"_s, u"S3-R1"_s}, calledBack),
    };
}

}
