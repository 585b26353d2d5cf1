#include "core/clock/catalogue.h"
#include "core/clock/passed.h"
#include "core/command/refusals.h"
#include "core/contact/contact_command_groups.h"
#include "core/contact/contact_events.h"
#include "core/frontdoor/half_answered.h"
#include "core/handover/carried.h"
#include "core/journal/new_event.h"
#include "core/text/call_words.h"
#include "core/text/telephone.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct PromiseRingBack {
    static constexpr const char* name = "contact.ring_back";
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
        v("whom", s.whom, "Whom to ring; the caller when left out");
        v("number", s.number, "The number; the contact's when left out");
        v("by", s.by, "By when; the profile's ring_back_within after it when left out");
    }
};

struct RangBack {
    static constexpr const char* name = "contact.rang_back";
    ContactId of;
    PartId id;
    PartId promise;
    QString result;
    std::optional<bool> reached;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("id", s.id, "Identifier to give the line; made when left out");
        v("promise", s.promise, "The promise that was kept; the one due first when left out");
        v("result", s.result, "What came of it: answered, no answer …", Need::Required);
        v("reached", s.reached,
            "False when nobody answered: the promise and its clock go on; when left out, by the "
            "result");
    }
};

PartId minted(Decision& decision, const PartId& wanted, const Context& context)
{
    const PartId id = wanted.isNull() ? PartId{context.mint()} : wanted;
    decision.made.insert(u"id"_s, id.text());
    return id;
}

void pointNumber(Decision& decision, const QString& number)
{
    if (number.isEmpty()) {
        decision.owed.push_back({u"REC-2.2"_s, u"number"_s,
            u"The number to ring back is not yet known."_s, u"ring_back"_s});
        return;
    }
    const TelephoneCheck check = checkTelephone(number);
    if (!check.reason.isEmpty())
        decision.notes.append(u"“%1”: %2 %3"_s.arg(number, check.reason, check.mend).trimmed());
}

const PromisedCall* promiseOf(const Contact& contact, const PartId& id)
{
    for (const PromisedCall& each : contact.ringBacks)
        if (each.id == id)
            return &each;
    return nullptr;
}

Decision decideRingBack(const PromiseRingBack& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    if (contact && !wanted.id.isNull() && promiseOf(*contact, wanted.id))
        refused(decision, refuseTwice(u"id"_s, u"promise"_s));
    if (decision.refused())
        return decision;
    const QString number
        = wanted.number.isEmpty() ? contact->details.callBack.value_or(QString()) : wanted.number;
    const QString whom = wanted.whom.isEmpty()
        ? contact->details.callerName.value_or(u"the caller"_s)
        : wanted.whom;
    pointNumber(decision, number);
    const Instant by = ringBackBy(wanted.by, context);
    notePassed(decision, u"REC-2.2: %1 was to be rung back"_s.arg(whom), by,
        u"contact.rang_back says what came of it"_s, context);
    const PartId id = minted(decision, wanted.id, context);
    const auto warnings = warningsBefore(by, u"ring_back"_s, context.profile());
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), RingBackPromised{whom, number, by, warnings, id}));
    carrySince(decision, contact->caseId,
        {id,
            u"Ring %1 back, %2 (%3)"_s.arg(
                whom, number.isEmpty() ? u"number not known"_s : number, contact->ref),
            by, warnings},
        context);
    return decision;
}

// Who took a half over rings first whom they promised it themselves.
const PromisedCall* nextOf(const QString& service, const Contact& contact)
{
    const PromisedCall* next = nullptr;
    for (const PromisedCall& each : contact.ringBacks)
        if (!each.doneAt && each.service == service && (!next || each.due < next->due))
            next = &each;
    return next ? next : contact.nextRingBack();
}

const PromisedCall* promiseKept(
    Decision& decision, const PartId& wanted, const Contact& contact, const Context& context)
{
    if (wanted.isNull())
        return halfOfActor(contact, context) ? nextOf(context.actor.service, contact)
                                             : contact.nextRingBack();
    const PromisedCall* kept = promiseOf(contact, wanted);
    if (!kept)
        refused(decision,
            Refusal{u"REC-2.2"_s, u"promise"_s,
                u"No such call was promised on %1."_s.arg(contact.ref),
                u"Leave it out: then it is the one due first."_s});
    return kept;
}

// When a promise was made that had run out when it was told, nobody said: any call after the
// contact may have kept it. A time is typed to the minute.
bool isBeforePromise(const PromisedCall& promise, const Contact& contact, const Context& context)
{
    const bool ranOut = promise.due <= std::chrono::floor<Minutes>(promise.at);
    return context.occurred < std::chrono::floor<Minutes>(ranOut ? contact.receivedAt : promise.at);
}

void noteStillOwed(Decision& decision, const PromisedCall& promise)
{
    decision.notes.append(u"REC-2.2: %1 is still to be rung back by %2."_s.arg(
        promise.whom, dateTimeText(promise.due)));
}

void noteBefore(Decision& decision, const PromisedCall& promise)
{
    decision.notes.append(u"REC-2.2: that was before %1 was promised a call, who is still to be "
                          u"rung back by %2."_s.arg(promise.whom, dateTimeText(promise.due)));
}

// Whom nobody has rung yet is told with the call that was made.
void noteOtherPromises(Decision& decision, const PromisedCall& kept, const Contact& contact)
{
    for (const PromisedCall& each : contact.ringBacks)
        if (!each.doneAt && &each != &kept)
            noteStillOwed(decision, each);
}

void keepPromise(Decision& decision, const PromisedCall& kept, const Contact& contact,
    const QString& result, const Context& context)
{
    noteOtherPromises(decision, kept, contact);
    endCarried(decision, kept.id.isNull() ? PartId{contact.id.value} : kept.id, contact.caseId,
        result, context);
}

bool reachedThem(const RangBack& wanted)
{
    return wanted.reached.value_or(!saysNobodyReached(wanted.result));
}

// What the words were taken for is said where nobody told it.
void tellTakenFor(Decision& decision, const RangBack& wanted)
{
    if (wanted.reached)
        return;
    decision.notes.append((reachedThem(wanted)
            ? u"REC-2.2: “%1” is taken for a call that reached them: if it did not, promise it "
              u"once more with contact.ring_back."_s
            : u"REC-2.2: “%1” is taken for a call that reached nobody: tell it with reached "
              u"true if it did."_s)
                              .arg(wanted.result));
}

// A try that reached nobody keeps no promise.
Decision noteTry(const RangBack& wanted, const PromisedCall& promise, const Context& context)
{
    Decision decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        ContactNoted{minted(decision, wanted.id, context), u"ring_back_tried"_s,
            u"Rang %1, not reached: %2"_s.arg(
                promise.whom, QString(wanted.result).replace(u'_', u' ')),
            context.late()}));
    tellTakenFor(decision, wanted);
    noteStillOwed(decision, promise);
    return decision;
}

// Whoever made the promise still rings. S3-R1
std::optional<Decision> noteOfHalf(const RangBack& wanted, const PromisedCall* promise,
    const Contact& contact, const Context& context)
{
    const auto words
        = promise ? callOfHalf(contact, promise->service, wanted.result, context) : std::nullopt;
    if (!words)
        return {};
    Decision decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        ContactNoted{
            minted(decision, wanted.id, context), u"half_answered"_s, *words, context.late()}));
    if (!promise->doneAt)
        noteStillOwed(decision, *promise);
    return decision;
}

// What was kept already is told of once more where it is named.
const PromisedCall* promiseMeant(const RangBack& wanted, const PromisedCall* kept)
{
    return kept && (!wanted.promise.isNull() || !kept->doneAt) ? kept : nullptr;
}

Decision decideRangBack(const RangBack& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"result"_s, wanted.result));
    if (decision.refused())
        return decision;
    const PromisedCall* kept
        = promiseMeant(wanted, promiseKept(decision, wanted.promise, *contact, context));
    if (decision.refused())
        return decision;
    if (auto noted = noteOfHalf(wanted, kept, *contact, context))
        return *std::move(noted);
    const bool before = kept && isBeforePromise(*kept, *contact, context);
    if (kept && !kept->doneAt && !before && !reachedThem(wanted))
        return noteTry(wanted, *kept, context);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        RungBack{minted(decision, wanted.id, context), wanted.result,
            kept && !before ? kept->id : PartId{}}));
    if (before)
        noteBefore(decision, *kept);
    else if (kept) {
        tellTakenFor(decision, wanted);
        keepPromise(decision, *kept, *contact, wanted.result, context);
    }
    return decision;
}

}

std::vector<CommandSpec> contactRingBackCommands()
{
    return {
        command<PromiseRingBack>(
            "Promises to ring somebody back by a time", {u"REC-2.2"_s}, decideRingBack),
        command<RangBack>(
            "Notes what came of ringing back", {u"REC-2.2"_s, u"S3-R1"_s}, decideRangBack),
    };
}

}
