#include "core/command/right_after.h"

#include "core/casework/case.h"
#include "core/command/several.h"
#include "core/contact/contact.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Instant lastPassed(const Case& record)
{
    Instant latest = std::max(record.openedAt, record.responsible.since());
    for (const HandoverItem& item : record.handovers)
        latest = std::max(latest, item.answeredAt.value_or(item.proposedAt));
    return latest;
}

Instant lastBegun(const Case& record)
{
    Instant latest;
    for (const StatusEpisode& each : record.statuses)
        if (!each.ended)
            latest = std::max(latest, each.start);
    for (const ClockFact& each : record.clocks)
        if (each.stands())
            latest = std::max(latest, each.start);
    return latest;
}

Instant lastOfAll(const Case& record)
{
    return std::max({lastPassed(record), lastBegun(record), record.stage.since()});
}

Instant lastAskedOrAnswered(const Case& record)
{
    Instant latest;
    for (const SupportRequest& each : record.supports) {
        latest = std::max(latest, each.askedAt);
        if (!each.replies.empty())
            latest = std::max(latest, each.replies.back().at);
    }
    return latest;
}

struct Answers {
    QLatin1StringView command;
    Instant (*moment)(const Case& record);
};

constexpr Answers answers[] = {
    {"case.close"_L1, lastOfAll},
    {"case.reopen"_L1,
        [](const Case& record) {
            return std::max(record.closedAt.value_or(Instant{}), record.stage.since());
        }},
    {"case.status_end"_L1, lastBegun},
    {"case.clock_end"_L1, lastBegun},
    {"case.clock_extend"_L1, lastBegun},
    {"case.extend_s136"_L1, lastBegun},
    {"case.admitted"_L1,
        [](const Case& record) {
            return record.application ? record.application->signedAt : Instant{};
        }},
    {"case.allocate"_L1,
        [](const Case& record) {
            return std::max(record.allocated.since(), record.responsible.since());
        }},
    {"case.lead"_L1, [](const Case& record) { return record.lead.since(); }},
    {"case.place"_L1, [](const Case& record) { return record.place.since(); }},
    {"case.stage"_L1, [](const Case& record) { return record.stage.since(); }},
    {"case.support_answer"_L1, lastAskedOrAnswered},
};

Instant answeredOn(const QString& command, const Case& record)
{
    if (command.startsWith("handover."_L1))
        return lastPassed(record);
    const auto found = std::find_if(std::begin(answers), std::end(answers),
        [&](const Answers& each) { return command == each.command; });
    return found == std::end(answers) ? Instant{} : found->moment(record);
}

Instant lastTaken(const Contact& contact)
{
    return std::max(contact.receivedAt, contact.owner.since());
}

// Who opens a case of a contact begins something: it comes after who took the call.
Instant answeredIn(const QString& command, const Subject& subject, const RecordBase& record,
    const Surroundings& around)
{
    if (subject.kind == SubjectKind::Case)
        return answeredOn(command, *around.records.caseRecord(CaseId{subject.id}));
    if (!command.startsWith(word(subject.kind) + u'.'))
        return {};
    return command == "contact.open_case"_L1
        ? lastTaken(*around.records.contact(ContactId{subject.id}))
        : record.lastRecorded;
}

// A name that is wrong is told where the command is read.
std::optional<Subject> subjectNamed(
    SubjectKind kind, const QString& name, const Surroundings& around)
{
    try {
        const QUuid given = QUuid::fromString(name);
        const auto id = given.isNull() ? around.resolve(name) : std::optional(given);
        return id ? std::optional(Subject{kind, *id}) : std::nullopt;
    } catch (const SeveralCalledSo&) {
        return {};
    }
}

// No clock that was ahead wrote anything where the record's last entry is of the past.
bool isAhead(const RecordBase& record, Instant now)
{
    constexpr auto plausible = std::chrono::hours(24 * 31); // beyond that it is ours that is wrong
    return record.lastRecorded > now && record.lastRecorded <= now + plausible;
}

std::optional<Subject> subjectIn(
    const FieldSpec& field, const Request& request, const Surroundings& around)
{
    for (const SubjectKind kind : {SubjectKind::Case, SubjectKind::Contact, SubjectKind::Visit,
             SubjectKind::Alert, SubjectKind::Escalation})
        if (field.type == word(kind))
            return subjectNamed(kind, request.arguments.value(field.name).toString(), around);
    return {};
}

}

Instant rightAfter(const CommandSpec& spec, const Request& request, const Surroundings& around)
{
    Instant latest = around.now;
    for (const FieldSpec& field : spec.fields) {
        const auto subject = subjectIn(field, request, around);
        const auto record = subject ? around.records.record(*subject) : nullptr;
        if (!record || !isAhead(*record, around.now))
            continue;
        const Instant answered = answeredIn(spec.name, *subject, *record, around);
        latest = std::max(latest, std::min(answered, record->lastRecorded));
    }
    return latest;
}

}
