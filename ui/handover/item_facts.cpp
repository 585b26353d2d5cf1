#include "ui/handover/item_facts.h"

#include "core/casework/case_checks.h"
#include "core/handover/answer_words.h"
#include "core/handover/handover_code.h"
#include "core/handover/item_rules.h"
#include "core/handover/warrant.h"
#include "core/time/london.h"
#include "ui/handover/handover_words.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using core::ChecklistState;

struct Mark {
    QString sign;
    const char* role;
};

Mark markOf(ChecklistState state)
{
    switch (state) {
    case ChecklistState::Emailed: return {u"✓ e-mailed"_s, "done"};
    case ChecklistState::Present: return {u"● attached, not e-mailed yet"_s, ""};
    case ChecklistState::HeldElsewhere: return {u"● held"_s, ""};
    case ChecklistState::ToFollow: return {u"… to follow"_s, "owed"};
    case ChecklistState::Stale: return {u"▲ changed since it was e-mailed"_s, "owed"};
    case ChecklistState::Missing: return {u"○ not here yet"_s, "owed"};
    case ChecklistState::NotYetHere: return {u"○ attached, the file is not here yet"_s, "owed"};
    case ChecklistState::NotApplicable: return {u"– not applicable"_s, "quiet"};
    }
    return {};
}

QString formWords(const core::ChecklistRow& row, const core::PreparedItem& line)
{
    switch (row.state) {
    case ChecklistState::Stale:
        return u"▲ stale: changed since it was e-mailed: %1. F sends it anew."_s.arg(
            line.changed.join(u", "_s));
    case ChecklistState::Missing: return u"○ never e-mailed. F sends it."_s;
    case ChecklistState::Emailed: return u"✓ fresh: e-mailed as it prints now"_s;
    default: return markOf(row.state).sign;
    }
}

QString documentWords(const core::ChecklistRow& row, core::Instant now)
{
    const QString sign = markOf(row.state).sign;
    if (!row.document)
        return sign;
    const core::Document& document = *row.document;
    QStringList parts{sign};
    if (!document.location.isEmpty())
        parts.first() += u" in "_s + document.location;
    if (document.followsBy && row.state == ChecklistState::ToFollow) {
        parts.first() += u" by "_s + momentText(*document.followsBy, now);
        parts.append(
            document.owner.isEmpty() ? u"nobody named yet"_s : u"from "_s + document.owner);
    }
    if (document.emailedAt)
        parts.append(
            u"e-mailed %1 to %2"_s.arg(momentText(*document.emailedAt, now), document.emailedTo));
    if (!document.reason.isEmpty())
        parts.append(document.reason);
    return parts.join(u", "_s);
}

QString unless(const QString& text, const QString& otherwise)
{
    return text.isEmpty() ? otherwise : text;
}

const core::HandoverItem* told(const core::PreparedItem& line)
{
    if (line.item)
        return &*line.item;
    return line.informed ? &*line.informed : nullptr;
}

}

SectionFacts summaryFacts(const core::PreparedItem& line, core::Instant now)
{
    const core::HandoverItem* item = told(line);
    if (!item)
        return {{QString(),
            u"Not written yet. P proposes the case; what the record knows is filled in."_s,
            "quiet"}};
    const QString owed = u"not written, owed"_s;
    SectionFacts facts;
    facts.push_back({u"Transfer"_s,
        u"%1, proposed %2 by %3"_s.arg(
            item->transferNumber, momentText(item->proposedAt, now), item->proposedBy),
        "strong"});
    facts.push_back(
        {u"Illness severity"_s, unless(words(item->ipass.illness), u"not said"_s), "strong"});
    facts.push_back({u"Person"_s, unless(item->ipass.summary, owed),
        item->ipass.summary.isEmpty() ? "owed" : ""});
    facts.push_back({u"Actions"_s, unless(item->ipass.actions, u"none named"_s)});
    facts.push_back({u"If … then …"_s, unless(item->ipass.contingency, owed),
        item->ipass.contingency.isEmpty() ? "owed" : ""});
    facts.push_back({u"Why they fit"_s, item->words});
    facts.push_back({u"Reason"_s, words(item->reason)});
    if (item->warrant)
        facts.push_back({u"Warrant"_s, core::warrantText(*item), "owed"});
    return facts;
}

SectionFacts codeFacts(const core::PreparedItem& line, const core::Case* record,
    const core::Person* person, core::Instant now)
{
    if (!line.item || !record)
        return {};
    const QString own = core::handoverCode(*record, person, *line.item).join(u' ');
    SectionFacts facts{{u"Word code"_s, own, "strong"}};
    const auto& compared = line.item->codes;
    if (!compared)
        facts.push_back(
            {u"○ Compared"_s, u"not yet; both ends read it out, G compares"_s, "quiet"});
    else if (!compared->agrees)
        facts.push_back({u"✕ Differs"_s,
            u"%1: “%2” here, “%3” read out. One end goes by something else: compare %4."_s.arg(
                momentText(compared->at, now), compared->own, compared->said, core::codeCovers()),
            "refusal"});
    else if (compared->own != own)
        facts.push_back({u"▲ Compared"_s,
            u"%1, but the case has changed since. G compares anew."_s.arg(
                momentText(compared->at, now)),
            "owed"});
    else
        facts.push_back({u"✓ Compared"_s,
            u"%1 by %2: both ends go by the same"_s.arg(
                momentText(compared->at, now), compared->by),
            "done"});
    return facts;
}

SectionFacts documentFacts(const core::PreparedItem& line, core::Instant now)
{
    SectionFacts facts;
    for (const core::ChecklistRow& row : line.documents) {
        const bool form
            = row.kind == core::DocumentKind::ReferralForm && row.state != ChecklistState::ToFollow;
        facts.push_back({row.title, form ? formWords(row, line) : documentWords(row, now),
            markOf(row.state).role});
    }
    return facts;
}

SectionFacts discussionFacts(
    const core::PreparedItem& line, const core::Profile& profile, core::Instant now)
{
    if (line.discussion)
        return {{u"✓ met"_s,
            u"%1 with %2, %3. %4"_s
                .arg(momentText(line.discussion->at, now), line.discussion->with,
                    roleText(line.discussion->role, profile), line.discussion->agreed)
                .trimmed(),
            "done"}};
    if (line.seniorMet)
        return {{u"✓ met"_s, u"by itself: the on-call manager or lead proposed it"_s, "done"}};
    return {{u"○ owed"_s,
        u"before acceptance (HO-3.3). S records it; one entry can cover many cases."_s, "owed"}};
}

// How the two books stand to each other.
static SectionFacts bookFacts(const core::HandoverItem& item, core::Instant now)
{
    SectionFacts facts;
    if (item.theirRecordOutstanding)
        facts.push_back({u"Told when late"_s, item.coordinators});
    if (!item.email.isEmpty())
        facts.push_back({u"Confirming e-mail"_s, item.email});
    for (const core::PractitionerCall& call : item.calls)
        facts.push_back({u"Practitioners spoke"_s,
            u"%1 with %2, %3. %4"_s
                .arg(call.giver, call.taker,
                    momentText(call.started.value_or(call.ended.value_or(call.recorded)), now),
                    call.words)
                .trimmed()});
    if (item.reconciled)
        facts.push_back({u"Cleared up"_s,
            u"%1 by %2: %3"_s.arg(momentText(item.reconciled->at, now), item.reconciled->by,
                item.reconciled->words)});
    if (item.confirmedAt)
        facts.push_back({u"✓ Their record"_s,
            u"%1: %2"_s.arg(momentText(*item.confirmedAt, now), item.confirmedBy), "done"});
    return facts;
}

static void addReadBack(
    SectionFacts& facts, const core::PreparedItem& line, const QString& receiver, core::Instant now)
{
    const core::HandoverItem& item = *line.item;
    if (!item.readBack.isEmpty())
        facts.push_back({line.owesReadBack() ? u"Read back"_s : u"✓ Read back"_s,
            item.readBackAt ? u"%1: %2"_s.arg(momentText(*item.readBackAt, now), item.readBack)
                            : item.readBack});
    if (line.owesReadBack() && core::isUnanswered(item))
        facts.push_back({item.readBackAt ? u"○ Read back anew"_s : u"○ Read back"_s,
            u"owed: a clock runs, so %1 types clock, next action and if-then (HO-3.6b)"_s.arg(
                receiver),
            "owed"});
}

SectionFacts answerFacts(const core::PreparedItem& line, const core::WindowTimes& times,
    const core::Profile& profile, core::Instant now)
{
    if (!line.item)
        return {
            {QString(), u"Nothing has been proposed, so there is nothing to answer."_s, "quiet"}};
    const core::HandoverItem& item = *line.item;
    SectionFacts facts;
    addReadBack(facts, line, serviceName(profile, times.to), now);
    const auto standing = core::standingOf(line, false);
    if (item.answeredAt || line.contested()) {
        QString answer = u"%1 %2"_s.arg(
            standingSign(standing), standingText(line, standing, times, profile, now));
        if (!item.answeredRole.isEmpty())
            answer += u" (%1)"_s.arg(roleText(item.answeredRole, profile));
        facts.push_back({u"Answer"_s, answer, standingRole(standing)});
        facts.push_back({u"Their words"_s, core::answerSaid(item)});
        facts.push_back({u"Stays with the giver"_s, item.stays});
    } else {
        facts.push_back({u"Answer"_s,
            u"○ none yet; %1 stays responsible"_s.arg(serviceName(profile, item.from)), "owed"});
    }
    const SectionFacts books = bookFacts(item, now);
    facts.insert(facts.end(), books.begin(), books.end());
    return facts;
}

SectionFacts caseOwedFacts(const core::Case* record, const core::Person* person)
{
    SectionFacts facts;
    if (!record)
        return facts;
    for (const core::Owed& owed : core::owedOf(*record, person))
        facts.push_back({owed.clause, owed.text, "owed"});
    if (facts.empty())
        facts.push_back({QString(), u"Nothing is owed on the case."_s, "quiet"});
    return facts;
}

QString owedText(const core::PreparedItem& line)
{
    QStringList lines;
    for (const core::Owed& owed : line.owed)
        if (owed.askedAt == u"accept"_s)
            lines.append(u"%1 (%2)"_s.arg(owed.text, owed.clause));
    return lines.isEmpty() ? QString() : u"Owed before acceptance: "_s + lines.join(u' ');
}

}
