#include "core/handover/item_rules.h"

#include "core/casework/case_deadlines.h"
#include "core/clock/catalogue.h"
#include "core/text/folded.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

bool isUnanswered(const HandoverItem& item)
{
    return item.state == ItemState::Proposed || item.state == ItemState::ReadBack
        || item.state == ItemState::AcceptedByTelephone;
}

bool isUndone(const HandoverItem& item)
{
    return item.state == ItemState::Withdrawn && item.byTelephone;
}

bool isDisputedByTheirs(const HandoverItem& item)
{
    return item.state == ItemState::Withdrawn && item.theirRecord && !item.reconciled;
}

const HandoverItem* unansweredItem(const Case& record)
{
    const auto found = std::find_if(record.handovers.begin(), record.handovers.end(), isUnanswered);
    return found == record.handovers.end() ? nullptr : &*found;
}

const QStringList& illnessSeverities()
{
    static const QStringList severities{u"critical_clock"_s, u"watcher"_s, u"stable"_s};
    return severities;
}

QString stateWords(ItemState state)
{
    switch (state) {
    case ItemState::Proposed: return u"proposed"_s;
    case ItemState::ReadBack: return u"read back"_s;
    case ItemState::AcceptedByTelephone:
        return u"accepted by telephone, their record outstanding"_s;
    case ItemState::Accepted: return u"accepted"_s;
    case ItemState::Declined: return u"declined"_s;
    case ItemState::Withdrawn: return u"withdrawn"_s;
    case ItemState::Informed: return u"information only"_s;
    }
    return {};
}

bool mayAccept(const User& user, const Profile& profile)
{
    return std::any_of(user.roles.begin(), user.roles.end(), [&](const QString& key) {
        const RoleKind* role = profile.role(key);
        return role && role->mayAccept;
    });
}

bool isSenior(const User& user, const Profile& profile)
{
    return std::any_of(user.roles.begin(), user.roles.end(), [&](const QString& key) {
        const RoleKind* role = profile.role(key);
        return role && role->senior;
    });
}

// It may be older than the typing of the case; what was discussed before the service changed was of
// the handover before, whenever it was typed.
bool isOfThisHandover(const SeniorDiscussion& discussion, const Case& record)
{
    const auto& owners = record.responsible.entries();
    return owners.size() <= 1 || discussion.at >= owners.back().from;
}

bool seniorDiscussionMet(const Case& record, const HandoverItem& item)
{
    return item.seniorMet
        || std::any_of(record.discussions.begin(), record.discussions.end(),
            [&](const SeniorDiscussion& each) { return isOfThisHandover(each, record); });
}

// What ended, or gave way to another, since it was copied in.
static bool runsNoMore(const Case& record, const ClockSnapshot& copied)
{
    bool known = false;
    for (const ClockFact& clock : record.clocks) {
        if (clock.kind != copied.kind)
            continue;
        if (clock.state == ClockState::Running)
            return false;
        known = true;
    }
    return known;
}

std::vector<ClockSnapshot> clocksToReadBack(
    const Case& record, const HandoverItem& item, const Profile& profile)
{
    std::vector<ClockSnapshot> clocks = clocksToCopy(record, profile);
    if (!clocks.empty())
        return clocks;
    clocks = item.clocks;
    std::erase_if(
        clocks, [&record](const ClockSnapshot& copied) { return runsNoMore(record, copied); });
    return clocks;
}

// The fold takes an item whose read-back a legal clock has contradicted back to Proposed.
bool owesReadBack(const Case& record, const HandoverItem& item, const Profile& profile)
{
    if (!item.readBackAt)
        return !clocksToReadBack(record, item, profile).empty();
    return std::any_of(record.clocks.begin(), record.clocks.end(), [&](const ClockFact& clock) {
        const ClockKind* kind = clockKind(clock.kind);
        return clock.state == ClockState::Running && kind && kind->statutory
            && (item.state == ItemState::Proposed || clock.start > *item.readBackAt);
    });
}

Owed owedWords(const QString& giver, const QString& taker)
{
    return {u"HO-3.4"_s, u"words"_s,
        u"What %1 and %2 told and agreed is not said: tell it with handover.practitioner_call and "
        "its words, or with case.note in a note that has their surnames."_s.arg(giver, taker),
        u"close_window"_s};
}

// What stands in a name, or in its place, and names nobody: "Dr Lund", "the duty doctor".
static bool namesNobody(const QString& word)
{
    static const QStringList common{u"a"_s, u"amhp"_s, u"an"_s, u"and"_s, u"at"_s, u"call"_s,
        u"doctor"_s, u"dr"_s, u"duty"_s, u"edt"_s, u"for"_s, u"from"_s, u"gp"_s, u"in"_s, u"lead"_s,
        u"manager"_s, u"miss"_s, u"mr"_s, u"mrs"_s, u"ms"_s, u"night"_s, u"nurse"_s, u"of"_s,
        u"officer"_s, u"on"_s, u"social"_s, u"team"_s, u"the"_s, u"to"_s, u"ward"_s, u"worker"_s};
    return word.size() < 2 || common.contains(word);
}

// The words stand together, each as it is or as a genitive: "Grace Oyelaran's".
static bool holdsWhole(const QStringList& words, const QStringList& name)
{
    const auto isWord = [](const QString& word, const QString& ofName) {
        return word == ofName || word == ofName + u's';
    };
    return std::search(words.begin(), words.end(), name.begin(), name.end(), isWord) != words.end();
}

// By the whole name or by the surname, as people write "told Oyelaran".
static bool isNamedIn(const QStringList& words, const QString& name)
{
    const QStringList whole = foldedWords(name);
    QStringList names = whole;
    names.removeIf(namesNobody);
    if (names.isEmpty())
        return whole.size() > 1 && holdsWhole(words, whole);
    return holdsWhole(words, {names.back()});
}

// About this call, whoever wrote it: both of the two are in it, and it is of no time before. A time
// is typed to the minute.
static bool isAbout(const PractitionerCall& call, const Note& note)
{
    const Instant began = call.started.value_or(call.ended.value_or(call.recorded));
    if (note.occurred < std::chrono::floor<std::chrono::minutes>(began))
        return false;
    const QStringList words = foldedWords(note.words);
    const auto isIn
        = [&](const QString& name) { return isSameName(note.by, name) || isNamedIn(words, name); };
    return isIn(call.giver) && isIn(call.taker);
}

static bool isToldInNote(const PractitionerCall& call, const Case& record)
{
    return std::any_of(record.entries.begin(), record.entries.end(),
        [&call](const Note& note) { return isAbout(call, note); });
}

static bool isOtherCall(const PractitionerCall& one, const PractitionerCall& other)
{
    return one.started && other.started && one.started != other.started;
}

// The calls stand in the order of the record, which a clock that stood still does not tell.
static bool isToldInCall(const PractitionerCall& call, const HandoverItem& item)
{
    const auto isIt = [&call](const PractitionerCall& each) { return each.id == call.id; };
    const auto from = std::find_if(item.calls.begin(), item.calls.end(), isIt);
    return std::any_of(from, item.calls.end(), [&call](const PractitionerCall& later) {
        return !later.words.isEmpty() && !isOtherCall(call, later)
            && isSameName(later.giver, call.giver) && isSameName(later.taker, call.taker);
    });
}

std::vector<Owed> callWordsOwed(const Case& record)
{
    std::vector<Owed> owed;
    for (const HandoverItem& item : record.handovers)
        for (const PractitionerCall& call : item.calls)
            if (call.words.isEmpty() && !isToldInNote(call, record) && !isToldInCall(call, item))
                owed.push_back(owedWords(call.giver, call.taker));
    return owed;
}

static QString readBackOwedText(const HandoverItem& item)
{
    if (!item.readBackAt)
        return u"The receiver is still to read back the clock and the next action."_s;
    return u"A legal clock began or changed since the read-back of %1: the receiver is to read "
           u"back "
           "clock and next action anew."_s.arg(timeText(*item.readBackAt));
}

std::vector<Owed> owedBeforeAcceptance(
    const Case& record, const HandoverItem& item, const Profile& profile)
{
    std::vector<Owed> owed;
    if (item.purpose == HandoverPurpose::Inform)
        return owed;
    if (!seniorDiscussionMet(record, item))
        owed.push_back({u"HO-3.3"_s, u"discussed"_s,
            u"The discussion with the on-call manager or lead is still to be recorded."_s,
            u"accept"_s});
    // Accepted on the telephone: the page offers no read-back any more, so none is asked for.
    if (item.state != ItemState::AcceptedByTelephone && owesReadBack(record, item, profile))
        owed.push_back({u"HO-3.6b"_s, u"read_back"_s, readBackOwedText(item), u"accept"_s});
    return owed;
}

// Missing at an earlier handover: that is on the checklist; here stands what somebody promised.
static bool isChased(const Case& record, const PartId& part)
{
    return std::any_of(record.documents.begin(), record.documents.end(), [&](const Document& each) {
        return each.id == part && each.state == DocumentState::ToFollow && !each.reason.isEmpty();
    });
}

std::vector<Deadline> runningClocks(const Case& record, const Profile& profile)
{
    std::vector<Deadline> clocks = deadlinesOf(record, profile);
    std::erase_if(clocks, [&](const Deadline& clock) {
        return clock.state != ClockState::Running || clock.kind == u"their_record"_s
            || isChased(record, clock.part);
    });
    return clocks;
}

std::vector<ClockSnapshot> clocksToCopy(const Case& record, const Profile& profile)
{
    std::vector<ClockSnapshot> clocks;
    for (const Deadline& clock : runningClocks(record, profile))
        clocks.push_back({clock.kind, clock.title, clock.due});
    return clocks;
}

static void addReceivers(QStringList& receivers, const WorkKind* kind)
{
    if (kind)
        receivers << kind->dayService << kind->outOfHoursService;
}

static void admitMinor(QStringList& receivers, const Profile& profile)
{
    addReceivers(receivers, profile.workKind(u"children"_s));
    receivers.removeIf([&profile](const QString& key) {
        const Service* service = profile.service(key);
        return service && service->adultsOnly;
    });
}

QStringList receiversOf(
    const QString& kindOfWork, const QString& from, const Profile& profile, Minor minor)
{
    QStringList receivers;
    for (const HandoverSlot& slot : profile.handoverSlots)
        if (slot.from == from && slot.kinds.contains(kindOfWork))
            receivers.append(slot.to);
    addReceivers(receivers, profile.workKind(kindOfWork));
    if (minor == Minor::Yes)
        admitMinor(receivers, profile);
    receivers.removeAll(from);
    receivers.removeDuplicates();
    return receivers;
}

void noteWorkOfAnother(Decision& decision, const QString& kindOfWork, const QString& service,
    Minor minor, const Profile& profile)
{
    const WorkKind* kind = profile.workKind(kindOfWork);
    const QStringList theirs = receiversOf(kindOfWork, {}, profile, minor);
    if (!kind || theirs.isEmpty() || theirs.contains(service))
        return;
    decision.notes.append(
        u"HO-3.6a, S3-R6: %1 is no work of %2 in the profile%3, and %2 is responsible from the "
        "acceptance on. It comes to %4 as a case with handover.propose."_s.arg(kind->name,
            serviceName(service, profile),
            minor == Minor::NotKnown ? u" unless it is of somebody under 18"_s : QString(),
            serviceName(theirs.front(), profile)));
}

bool isHandoverRoute(
    const QString& kindOfWork, const QString& from, const QString& to, const Profile& profile)
{
    return std::any_of(
        profile.handoverSlots.begin(), profile.handoverSlots.end(), [&](const HandoverSlot& slot) {
            return slot.from == from && slot.to == to && slot.kinds.contains(kindOfWork);
        });
}

QString serviceName(const QString& key, const Profile& profile)
{
    const Service* service = profile.service(key);
    return service ? service->name : key;
}

}
