#include "core/contact/contact_rules.h"

#include "core/text/telephone.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Asked {
    const char* clause;
    const char* field;
    const char* text;
    const char* askedAt;
    bool missing;
};

bool blank(const std::optional<QString>& words)
{
    return !words || words->trimmed().isEmpty();
}

void askMissing(std::vector<Owed>& owed, const Contact& contact)
{
    const ContactDetails& known = contact.details;
    const bool toSend = !known.teams || known.teams->isEmpty();
    for (const Asked& each : {
             Asked{"REC-2.2", "call_back", "The number to ring back is not yet known.", "ring_back",
                 blank(known.callBack)},
             Asked{"FM-5", "council", "The council area is not yet known.", "send",
                 blank(known.council)},
             Asked{"REC-2.2", "age", "The age is not yet known.", "place_of_safety",
                 contact.person.isNull() && blank(known.ageText)},
             Asked{"REC-2.2", "place", "Where the person is now is not yet known.", "handover",
                 blank(known.place)},
             Asked{"REC-2.2", "category", "What the call is about is not yet chosen.", "close",
                 !known.category},
             Asked{"REC-2.2", "concerns", "Adult, child or both is not yet chosen.", "close",
                 !known.concerns},
             Asked{"COOP-2.2", "wanted", "What the caller asks for, and why, is not yet told.",
                 "handover", blank(known.wanted)},
             Asked{"COM-3.3", "can_wait", "Whether it can wait is not yet decided.", "close",
                 !known.canWait},
             Asked{"COM-3.3", "can_wait_reason", "Why it can or cannot wait is not yet told.",
                 "close", known.canWait && blank(known.canWaitReason)},
             Asked{"COOP-1.5", "rationale", "The decision has no reason yet.", "close",
                 !blank(known.decision) && blank(known.rationale)},
             Asked{"HO-5.2b", "teams", "Which teams must have the record is not yet known.", "send",
                 toSend},
             Asked{"FM-4", "rcrp.threshold",
                 "The police declined: which threshold was argued to them is not yet told.",
                 "close", needsThreshold(known)},
             Asked{"FM-4", "rcrp.inspector_at",
                 "The police declined above their threshold: no Inspector has been told yet.",
                 "close", needsInspector(known)},
         })
        if (each.missing)
            owed.push_back({QString::fromLatin1(each.clause), QString::fromLatin1(each.field),
                QString::fromLatin1(each.text), QString::fromLatin1(each.askedAt)});
}

void askNumber(std::vector<Owed>& owed, const Contact& contact)
{
    const QString typed = contact.details.callBack.value_or(QString());
    const PromisedCall* next = contact.nextRingBack();
    const bool rung = contact.rungBackAt && (!next || next->doneAt);
    if (typed.trimmed().isEmpty() || rung)
        return;
    const TelephoneCheck check = checkTelephone(typed);
    if (!check.reason.isEmpty())
        owed.push_back({u"IDN-5.5"_s, u"call_back"_s,
            u"The number to ring back, “%1”, is doubtful: %2"_s.arg(typed, check.reason),
            u"ring_back"_s});
}

// The half that is nobody's yet, beside the one that is answered. S3-R1
void askHalf(std::vector<Owed>& owed, const Contact& contact)
{
    const auto ask = [&owed](const QString& text) {
        owed.push_back({u"S3-R1"_s, u"half"_s, text, u"close"_s});
    };
    const bool halves = contact.details.concerns == Concerns::Both;
    if (contact.left)
        ask((halves ? u"The %1's half is still to be passed on to %2."_s
                    : u"The %1 is still to be passed on to %2."_s)
                .arg(word(contact.left->half),
                    contact.left->to.isEmpty() ? u"its service"_s : contact.left->to));
    else if (contact.halfPassed && contact.open())
        ask(u"The %1's half is with %2; the other half is still to be answered by %3."_s.arg(
            word(contact.halfPassed->half), contact.halfPassed->to, contact.owner.current()));
}

void askLate(std::vector<Owed>& owed, const Contact& contact)
{
    bool asked = contact.late && contact.lateReason.isEmpty();
    for (const Note& note : contact.notes)
        asked = asked || (note.late && note.lateReason.isEmpty());
    if (asked)
        owed.push_back({u"COOP-1.5"_s, u"late_reason"_s,
            u"Something was written down late: the reason is still to be given."_s, u"sign_off"_s});
}

}

std::vector<Owed> owedOf(const Contact& contact)
{
    std::vector<Owed> owed;
    askMissing(owed, contact);
    askNumber(owed, contact);
    askHalf(owed, contact);
    askLate(owed, contact);
    return owed;
}

}
