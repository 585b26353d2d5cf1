#include "core/handover/prepared_list.h"

#include "core/clock/rank.h"
#include "core/handover/contested.h"
#include "core/handover/item_rules.h"
#include "core/handover/window.h"

using namespace Qt::StringLiterals;

namespace core {

static QStringList kindsOf(const WindowTimes& times, const Profile& profile)
{
    const HandoverSlot* slot = profile.slot(times.key);
    return slot ? slot->kinds : QStringList();
}

static const HandoverItem* itemFor(const WindowTimes& times, const Case& record)
{
    for (auto item = record.handovers.rbegin(); item != record.handovers.rend(); ++item) {
        const bool ofWindow = item->windowName == times.name()
            && item->state != ItemState::Withdrawn && item->state != ItemState::Informed;
        if (item->from == times.from && (ofWindow || isUnanswered(*item)))
            return &*item;
    }
    return nullptr;
}

void setInformed(PreparedItem& line, const WindowTimes& times, const Case& record)
{
    line.informed.reset();
    line.informedBefore.clear();
    for (const HandoverItem& item : record.handovers) {
        if (item.from != times.from || item.windowName != times.name()
            || item.state != ItemState::Informed)
            continue;
        if (line.informed)
            line.informedBefore.push_back(*line.informed);
        line.informed = item;
    }
}

void setContestedBefore(PreparedItem& line, const WindowTimes& times, const Case& record)
{
    line.contestedBefore.clear();
    for (const HandoverItem& item : record.handovers) {
        const bool isOther = !line.item || line.item->id != item.id;
        if (isOther && item.from == times.from && item.windowName == times.name()
            && contradictsTheirs(item))
            line.contestedBefore.push_back(item);
    }
}

QString informedWords(const PreparedItem& line)
{
    if (!line.informed)
        return {};
    QStringList told;
    for (const HandoverItem& item : line.informedBefore)
        told.append(item.words);
    told.append(line.informed->words);
    return u"told for information: %1"_s.arg(told.join(u"; "_s));
}

// Whoever is named as leading leads; else the service that has the case.
static QString leadWords(
    const WindowTimes& times, const Case& record, Instant by, const Profile& profile)
{
    const Lead lead = record.lead.at(by);
    if (lead.name.isEmpty())
        return serviceName(times.from, profile);
    return lead.role.isEmpty() ? lead.name : u"%1, %2"_s.arg(lead.name, lead.role);
}

QString jointWords(const WindowTimes& times, const Case& record, Instant by, const Profile& profile)
{
    const auto& partners = record.jointPartners;
    const auto found = std::find_if(partners.rbegin(), partners.rend(),
        [&](const JointPartner& each) { return each.service == times.to && each.since <= by; });
    if (found == partners.rend())
        return {};
    return u"joint work with %1: %2; led by %3"_s.arg(
        serviceName(times.to, profile), found->role, leadWords(times, record, by, profile));
}

// Once it has gone over, what was discussed before the answer counts.
static void setDiscussion(PreparedItem& line, const Case& record)
{
    const bool answered = !line.stillSenders && line.item && line.item->answeredAt;
    for (const SeniorDiscussion& each : record.discussions)
        if (answered ? each.at <= *line.item->answeredAt : isOfThisHandover(each, record))
            line.discussion = each;
    line.seniorMet = line.discussion || (line.item && line.item->seniorMet);
}

static PreparedItem prepared(
    const WindowTimes& times, const Case& record, const Records& records, const Profile& profile)
{
    PreparedItem line;
    line.caseId = record.id;
    line.ref = record.ref;
    line.title = record.title;
    line.clocks = runningClocks(record, profile);
    line.stillSenders = record.responsible.current() == times.from;
    const PrintedForm form = printedForm(record, records, profile);
    line.documents = documentChecklist(
        record, ChecklistPurpose::Handover, formState(record, form), filesAwaited(record, records));
    line.changed = changedSections(record, form);
    if (const HandoverItem* item = itemFor(times, record)) {
        line.item = *item;
        if (isUnanswered(*item))
            line.owed = owedBeforeAcceptance(record, *item, profile);
    }
    line.unsettled = unsettledOn(record, line.item ? &*line.item : nullptr);
    setInformed(line, times, record);
    setContestedBefore(line, times, record);
    line.joint = jointWords(times, record, Instant::max(), profile);
    setDiscussion(line, record);
    for (Owed& owed : owedDocuments(line.documents))
        line.owed.push_back(std::move(owed));
    return line;
}

static Standing standingOf(ItemState state)
{
    switch (state) {
    case ItemState::Proposed: return Standing::Proposed;
    case ItemState::ReadBack: return Standing::ReadBack;
    case ItemState::AcceptedByTelephone: return Standing::AcceptedByTelephone;
    case ItemState::Accepted: return Standing::Accepted;
    case ItemState::Declined: return Standing::Declined;
    case ItemState::Informed: return Standing::Informed;
    case ItemState::Withdrawn: break;
    }
    return Standing::ToPropose;
}

bool PreparedItem::contested() const
{
    return item && unsettled && unsettled->field.startsWith(u"handover:%1."_s.arg(item->id.text()));
}

bool PreparedItem::owesReadBack() const
{
    return std::any_of(
        owed.begin(), owed.end(), [](const Owed& each) { return each.field == u"read_back"_s; });
}

static bool isKeptSince(const PreparedItem& line)
{
    const bool ended = line.item
        && (line.item->state == ItemState::Declined || line.item->state == ItemState::Withdrawn);
    return line.kept && ended
        && line.kept->at >= line.item->answeredAt.value_or(line.item->proposedAt);
}

Standing standingOf(const PreparedItem& line, bool windowClosed)
{
    if (line.contested())
        return Standing::Contested;
    if (line.item && !isKeptSince(line))
        return standingOf(line.item->state);
    if (line.kept)
        return Standing::Kept;
    if (line.informed)
        return Standing::Informed;
    return windowClosed ? Standing::Staying : Standing::ToPropose;
}

static bool bySooner(const PreparedItem& a, const PreparedItem& b)
{
    if (a.clocks.empty() || b.clocks.empty())
        return !a.clocks.empty() && b.clocks.empty();
    return comesBefore(a.clocks.front(), b.clocks.front());
}

// A case that the other service has now is on the list only while its handover stands there.
static std::optional<PreparedItem> preparedCase(const WindowTimes& times, const CaseId& id,
    const Dispositions* dispositions, const Records& records, const Profile& profile)
{
    const auto record = records.caseRecord(id);
    if (!record || !kindsOf(times, profile).contains(record->kindOfWork))
        return {};
    PreparedItem line = prepared(times, *record, records, profile);
    if (!line.stillSenders && !line.item)
        return {};
    if (const Disposition* kept = dispositions ? dispositions->of(id) : nullptr)
        line.kept = *kept;
    return line;
}

std::vector<PreparedItem> preparedList(
    const WindowTimes& times, const Records& records, const Profile& profile)
{
    const auto dispositions = records.dispositions(windowId(profile.key, times.name()), times.from);
    std::vector<PreparedItem> list;
    for (const QString& service : {times.from, times.to})
        for (const CaseId& id : records.openCases(service))
            if (auto line = preparedCase(times, id, dispositions.get(), records, profile))
                list.push_back(std::move(*line));
    std::stable_sort(list.begin(), list.end(), bySooner);
    return list;
}

bool isOnRoute(const QString& kind, const QString& from, const Profile& profile)
{
    return std::any_of(profile.handoverSlots.begin(), profile.handoverSlots.end(),
        [&](const HandoverSlot& slot) { return slot.from == from && slot.kinds.contains(kind); });
}

static QStringList teamsOf(const QString& council, const Profile& profile)
{
    QStringList teams;
    for (const Team& team : profile.teams)
        if (!council.isEmpty() && team.council == council)
            teams.append(team.key);
    return teams;
}

static QString leftForOf(const Case& record)
{
    QStringList takers;
    for (const Task& task : record.tasks)
        if (!task.doneAt && task.clause == u"HO-2.1c" && !takers.contains(task.who))
            takers.append(task.who);
    return takers.join(u", ");
}

std::vector<MorningItem> morningList(
    const QString& service, const Records& records, const Profile& profile)
{
    std::vector<MorningItem> list;
    for (const CaseId& id : records.openCases(service)) {
        const auto record = records.caseRecord(id);
        if (!record || isOnRoute(record->kindOfWork, service, profile))
            continue;
        list.push_back({id, record->ref, record->title, record->council,
            teamsOf(record->council, profile), leftForOf(*record)});
    }
    std::stable_sort(list.begin(), list.end(),
        [](const MorningItem& a, const MorningItem& b) { return a.council < b.council; });
    return list;
}

}
