#include "core/casework/entry_events.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/contact/contact_events.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"
#include "core/visit/visit_commands.h"
#include "core/visit/visit_events.h"
#include "core/visit/visit_rules.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// One note of a batch.
struct LateEntry {
    Instant at{};
    QString words;
    CaseId caseId;
    ContactId contact;
    QString kind;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("at", s.at, "When it happened", Need::Required);
        v("words", s.words, "What happened", Need::Required);
        v("case", s.caseId,
            "The case it belongs to; the visit's own case or contact when left out");
        v("contact", s.contact, "Or the contact it belongs to");
        v("kind", s.kind, "note, action, call, check …; note when left out");
    }
};

struct WriteUp {
    static constexpr const char* name = "visit.write_up";
    VisitId of;
    QString reason;
    std::vector<LateEntry> entries;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("visit", s.of, "The visit; your last one when left out");
        v("entries", s.entries, "The notes, each with the time when it happened", Need::Required);
        v("reason", s.reason,
            "Why they are written down late, once for all; the visit itself when left out");
    }
};

std::shared_ptr<const Visit> visitOf(
    Decision& decision, const WriteUp& wanted, const Context& context)
{
    auto visit = wanted.of.isNull() ? context.records.lastVisit(context.actor.user)
                                    : context.records.visit(wanted.of);
    if (!visit)
        refused(decision, refuseUnknown(u"visit"_s, u"visit"_s, u"visits"_s));
    return visit;
}

std::optional<Refusal> refusePlace(
    const LateEntry& entry, const QString& path, const Context& context)
{
    const bool unknownCase = !entry.caseId.isNull() && !context.records.caseRecord(entry.caseId);
    const bool unknownContact = !entry.contact.isNull() && !context.records.contact(entry.contact);
    if (!entry.caseId.isNull() && !entry.contact.isNull())
        return Refusal{{}, path + u"contact"_s, u"A note belongs to a case or to a contact."_s,
            u"Give one of them; write two notes for both."_s};
    if (unknownCase)
        return refuseUnknown(path + u"case"_s, u"case"_s, u"cases"_s);
    if (unknownContact)
        return refuseUnknown(path + u"contact"_s, u"contact"_s, u"contacts"_s);
    return {};
}

// One note that cannot stand keeps all of them out: none is then written twice.
void checkEntry(
    Decision& decision, const LateEntry& entry, const QString& path, const Context& context)
{
    refused(decision, refuseBlank(path + u"words"_s, entry.words));
    refused(decision, refuseFuture(context, path + u"at"_s, entry.at));
    refused(decision, refusePlace(entry, path, context));
}

QString reasonFor(const WriteUp& wanted, const Visit& visit, const Context& context)
{
    if (!wanted.reason.trimmed().isEmpty())
        return wanted.reason;
    if (!context.lateReason.isEmpty())
        return context.lateReason;
    return u"Out on a visit at %1, %2 to %3."_s.arg(
        visit.where, timeText(visit.leftAt), timeText(visit.returnedAt.value_or(context.now)));
}

// It happened, on this visit or not.
void flagBefore(Decision& decision, const LateEntry& entry, const Visit& visit)
{
    if (entry.at < visit.leftAt)
        decision.flags.push_back({u"COOP-1.5"_s,
            u"A note of the visit to %1 is of %2, before %3 left at %4: check the time."_s.arg(
                visit.where, dateTimeText(entry.at), visit.officerName,
                dateTimeText(visit.leftAt))});
}

/// At most one of the two: where a note is read.
struct NotePlace {
    CaseId caseId;
    ContactId contact;
};

// A note that names neither goes where the visit was for; what another desk never sent holds none.
NotePlace placeOf(const LateEntry& entry, const Visit& visit, const Context& context)
{
    if (!entry.caseId.isNull() || !entry.contact.isNull())
        return {entry.caseId, entry.contact};
    if (!visit.caseId.isNull())
        return {visit.caseId, {}};
    return {{}, context.records.contact(visit.contact) ? visit.contact : ContactId()};
}

NewEvent eventOf(const LateEntry& entry, const Visit& visit, bool late, const Context& context)
{
    const PartId id{context.mint()};
    const QString kind = entry.kind.isEmpty() ? u"note"_s : entry.kind;
    const auto [caseId, contact] = placeOf(entry, visit, context);
    if (!caseId.isNull())
        return newEvent(subjectOf(caseId), CaseNoted{id, kind, entry.words, late}, entry.at);
    if (!contact.isNull())
        return newEvent(subjectOf(contact), ContactNoted{id, kind, entry.words, late}, entry.at);
    return newEvent(subjectOf(visit.id), VisitNoted{id, kind, entry.words, late}, entry.at);
}

void addEntries(
    Decision& decision, const WriteUp& wanted, const Visit& visit, const Context& context)
{
    const QString reason = reasonFor(wanted, visit, context);
    for (const LateEntry& entry : wanted.entries) {
        const bool late = context.lateAt(entry.at);
        NewEvent event = eventOf(entry, visit, late, context);
        if (late)
            event.lateReason = reason;
        decision.events.push_back(std::move(event));
        flagBefore(decision, entry, visit);
    }
    decision.events.push_back(newEvent(
        subjectOf(visit.id), VisitWrittenUp{static_cast<int>(wanted.entries.size()), reason}));
    decision.made.insert(u"entries"_s, static_cast<int>(wanted.entries.size()));
}

Decision writeUp(const WriteUp& wanted, const Context& context)
{
    Decision decision;
    const auto visit = visitOf(decision, wanted, context);
    if (wanted.entries.empty())
        refused(decision,
            Refusal{u"COOP-1.5"_s, u"entries"_s, u"There is no note in it."_s,
                u"Give each note its time and its words."_s});
    if (decision.refused())
        return decision;
    for (std::size_t n = 0; n < wanted.entries.size(); ++n)
        checkEntry(decision, wanted.entries[n], u"entries[%1]."_s.arg(n), context);
    if (decision.refused())
        return decision;
    addEntries(decision, wanted, *visit, context);
    decision.owed = owedOf(preview(*visit, subjectOf(visit->id), decision, context));
    return decision;
}

}

std::vector<CommandSpec> visitWriteUpCommands()
{
    return {command<WriteUp>("Writes up a visit: all its notes at once, with one reason",
        {u"COOP-1.5"_s, u"COM-3.8"_s}, writeUp)};
}

}
