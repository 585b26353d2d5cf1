#include "core/paper/oncall_paper.h"

#include "core/handover/answer_words.h"
#include "core/handover/item_rules.h"
#include "core/paper/paper_parts.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Section dutySection(const OncallRecord& record)
{
    Facts facts;
    facts.columns = 2;
    addFact(facts, u"On duty from"_s, zonedText(record.from));
    addFact(facts, u"to"_s, zonedText(record.to));
    if (!record.takenUpAt)
        addFact(facts, u"Taken up"_s, u"not yet taken up"_s, Ink::Alert);
    for (const auto& entry : record.managers)
        addFact(facts, u"On-call manager"_s,
            u"%1, %2, from %3"_s.arg(entry.value.name,
                entry.value.number.isEmpty() ? u"number not known"_s : entry.value.number,
                dateTimeText(entry.from)));
    for (const OfficerOnDuty& officer : record.officers) {
        const QString until = officer.until ? u" to %1"_s.arg(timeText(*officer.until)) : QString();
        addFact(facts, officer.amhp ? u"Officer, AMHP"_s : u"Officer"_s,
            u"%1, from %2%3"_s.arg(officer.name, timeText(officer.from), until));
    }
    Facts events;
    addFact(events, u"Known events"_s, record.knownEvents);
    return {u"Duty"_s, {}, {facts, events}, false};
}

Words callWords(const OncallLine& line)
{
    const Ink ink = line.corrected ? Ink::Struck : Ink::Plain;
    Words told;
    // The other service did not answer: which of the two did stands with the facts.
    const bool handover = line.kind == OncallKind::Handover;
    if (!line.who.isEmpty())
        told.add(handover ? u"with "_s + line.who : line.who,
            line.corrected ? Ink::Struck : Ink::Strong);
    if (!line.dialled.isEmpty())
        told.add(u" %1"_s.arg(line.dialled), ink);
    if (line.attempt > 0)
        told.line(u"attempt %1: %2"_s.arg(line.attempt).arg(line.result), ink);
    else
        told.line(line.result, ink);
    if (line.urgent)
        told.line(u"urgent"_s, Ink::Alert);
    return told;
}

bool isSaid(const OncallLine& line)
{
    return line.kind == OncallKind::Handover || line.kind == OncallKind::HandoverCall;
}

QString lateText(const OncallLine& line)
{
    const QString why
        = line.lateReason.isEmpty() ? u", reason still owed"_s : u": "_s + line.lateReason;
    return u"Written %1"_s.arg(dateTimeText(line.recorded)) + why;
}

// What is signed of a decline has its next step in one sentence with the reason.
QString decisionText(const OncallLine& line)
{
    const bool declined = line.kind == OncallKind::Handover && line.resultBefore == u"declined"_s;
    return declined ? withNextApart(line.decision) : line.decision;
}

QString labelOfTold(const OncallLine& line)
{
    if (!isSaid(line))
        return u"Why that number: "_s;
    return line.decision.isEmpty() ? u"Words: "_s : u"Beside it: "_s;
}

Words factWords(const OncallLine& line)
{
    const Ink ink = line.corrected ? Ink::Struck : Ink::Plain;
    Words told(line.text, ink);
    if (!line.decision.isEmpty())
        told.line(isSaid(line) ? u"Words: "_s : u"Decided: "_s, Ink::Quiet)
            .add(decisionText(line), ink);
    if (!line.direction.isEmpty())
        told.line(u"To do: "_s, Ink::Quiet).add(line.direction, ink);
    if (!line.told.isEmpty())
        told.line(labelOfTold(line), Ink::Quiet).add(line.told, ink);
    if (line.late)
        told.line(lateText(line), Ink::Quiet);
    if (line.afterSignOff)
        told.line(u"After sign-off"_s, Ink::Alert);
    if (line.notSigned)
        told.line(u"Not in the book when it was signed"_s, Ink::Alert);
    return told;
}

}

Grid oncallGrid(const OncallRecord& record)
{
    Grid grid;
    grid.dense = true;
    grid.columns = {{u"No."_s, 5, Side::Right}, {u"Time"_s, 14}, {u"Call"_s, 26},
        {u"Facts, decision, direction"_s, 48}, {u"Case, transfer"_s, 19}, {u"By"_s, 14}};
    QDate date;
    for (const OncallLine& line : record.lines) {
        if (dateOf(line.at) != date) {
            date = dateOf(line.at);
            grid.rows.push_back({{Words(dateText(date))}, true});
        }
        Words about(line.caseRef);
        about.line(line.transferNumber, Ink::Strong);
        grid.rows.push_back({{Words(QString::number(line.number)), Words(timeText(line.at)),
                                 callWords(line), factWords(line), about, Words(line.by)},
            false});
    }
    grid.whenEmpty = u"Nothing was recorded on this duty."_s;
    return grid;
}

namespace {

Words timeWords(const AcceptanceLine& line)
{
    Words told(dateTimeText(line.recordedFor.value_or(line.at)));
    if (line.recordedFor)
        told.line(u"counts from %1"_s.arg(dateTimeText(line.at)), Ink::Quiet);
    return told;
}

Words spokenWordsOf(const AcceptanceLine& line, const QString& service, const Profile& profile)
{
    Words told(saidText(line), line.contested ? Ink::Alert : Ink::Plain);
    told.line(besideText(line), line.disputed ? Ink::Alert : Ink::Plain);
    if (line.noted)
        told.line(u"%1: %2"_s.arg(noteTitle(line, service), noteText(line, profile)));
    return told;
}

}

Grid acceptancesGrid(
    const std::vector<AcceptanceLine>& lines, const QString& service, const Profile& profile)
{
    Grid grid;
    grid.dense = true;
    grid.columns = {{u"Transfer"_s, 24}, {u"Case"_s, 20}, {u"From, to"_s, 30}, {u"When"_s, 22},
        {u"Answer"_s, 26}, {u"By"_s, 24}, {u"Words"_s, 40}};
    for (const AcceptanceLine& line : lines) {
        Words route(serviceName(line.from, profile));
        route.line(u"to %1"_s.arg(serviceName(line.to, profile)));
        Words by(line.by);
        by.line(roleWords(line.role, profile), Ink::Quiet);
        grid.rows.push_back(
            {{Words(line.transferNumber, Ink::Strong), Words(line.caseRef), route, timeWords(line),
                 Words(answerText(line),
                     line.outstanding || line.contested || line.disputed ? Ink::Alert : Ink::Plain),
                 by, spokenWordsOf(line, service, profile)},
                false});
    }
    grid.whenEmpty = u"No transfer was answered."_s;
    return grid;
}

Section signOffSection(const std::vector<SignOff>& signOffs, const QString& role)
{
    Section section{u"Sign-off"_s, {}, {}, false};
    Facts facts;
    for (const SignOff& each : signOffs)
        addFact(facts, u"Signed"_s,
            u"%1 by %2, %3 lines, digest %4"_s.arg(zonedText(each.at), each.by,
                QString::number(each.lines), each.linesDigest.left(16)));
    if (!signOffs.empty())
        section.blocks.emplace_back(facts);
    else
        section.blocks.emplace_back(Blanks{{{u"Signed by the %1, time"_s.arg(role), {}, 1}}});
    return section;
}

// The cases whose own events stand in the book.
static std::set<CaseId> casesOf(const OncallRecord& record)
{
    std::set<CaseId> cases;
    for (const AcceptanceLine& line : record.acceptances)
        cases.insert(line.caseId);
    for (const OncallLine& line : record.lines)
        if (!line.caseId.isNull())
            cases.insert(line.caseId);
    return cases;
}

Paper oncallPaper(const Duty& duty, const Records& records, const ServiceCalendar& calendar,
    const PaperFrame& frame)
{
    const OncallRecord record = oncallRecord(duty, records, calendar);
    Paper paper = paperOf(frame, u"oncall-record"_s, u"On-call Manager Record"_s,
        dateOf(duty.from).toString(Qt::ISODate));
    paper.service = record.service;
    paper.landscape = true;
    std::vector<const RecordBase*> shown{&duty};
    std::vector<std::shared_ptr<const Case>> cases;
    for (const CaseId& id : casesOf(record))
        if (auto about = records.caseRecord(id))
            cases.push_back(std::move(about));
    for (const auto& about : cases)
        shown.push_back(about.get());
    paper.version = recordVersion(shown);
    if (record.changedSinceSignOff)
        paper.standing = u"A line that was signed reads otherwise now."_s;
    paper.sections = {dutySection(record),
        {u"Record"_s, u"%1 lines"_s.arg(record.lines.size()), {oncallGrid(record)}, false},
        {u"Handover agreements"_s, {},
            {acceptancesGrid(record.acceptances, duty.service, calendar.profile())}, false},
        {u"For the next on-call manager"_s, {}, {Blanks{{{u"Carried over"_s, {}, 2}}}}, false},
        signOffSection(record.signOffs, u"on-call manager"_s)};
    return paper;
}

}
