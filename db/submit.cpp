#include "db/submit.h"

#include "core/time/london.h"
#include "db/answers.h"
#include "db/submit_checks.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

Answer refused(std::vector<Refusal> refusals)
{
    Answer answer;
    answer.decision.refusals = std::move(refusals);
    return answer;
}

std::optional<Refusal> setClock(StoreParts& parts, const QJsonValue& value)
{
    if (value.isUndefined())
        return {};
    if (!parts.training)
        return Refusal{u"DESK-4"_s, u"training_clock"_s,
            u"Only a training store's clock can be set."_s,
            u"Leave it out, or say with “at” when it happened."_s};
    const auto at = readIso(value.toString());
    if (!at)
        return Refusal{u"DESK-4"_s, u"training_clock"_s,
            u"“%1” is no instant."_s.arg(value.toVariant().toString()),
            u"Write it as 2026-11-18T16:52:00Z."_s};
    parts.trainingNow = *at;
    setMeta(*parts.database, u"training_now"_s, toMillis(*at));
    return {};
}

Surroundings surroundings(const StoreParts& parts)
{
    return {parts.now(), parts.calendar(), *parts.records, parts.mint,
        [&parts](const QString& text) { return parts.records->identifierOf(text); }, parts.mark,
        parts.service, parts.desk, parts.services};
}

Answer decide(StoreParts& parts, const Request& request, const Asked& asked)
{
    Carried carried = core::carryOut(request, surroundings(parts));
    Answer answer;
    answer.action = request.action.isNull() ? parts.mint() : request.action;
    const std::vector<NewEvent> events = std::exchange(carried.decision.events, {});
    answer.decision = std::move(carried.decision);
    if (!answer.done())
        return answer;
    if (auto refusal = refuseUnproved(parts, events))
        return refused({std::move(*refusal)});
    answer.changed = append(parts, events, {carried.actor, answer.action, parts.now()});
    if (!request.action.isNull())
        keepAnswer(*parts.database, answer, asked);
    return answer;
}

Answer carryOut(StoreParts& parts, const QJsonObject& json)
{
    QJsonObject rest = json;
    const QJsonValue clock = rest.take(u"training_clock"_s);
    auto read = readRequest(rest);
    if (auto* problems = std::get_if<std::vector<Refusal>>(&read))
        return refused(std::move(*problems));
    const Request& request = std::get<Request>(read);
    const Asked asked = askedIn(rest);
    if (!request.action.isNull())
        if (auto kept = keptAnswer(*parts.database, request.action, asked))
            return *kept;
    if (auto refusal = setClock(parts, clock))
        return refused({std::move(*refusal)});
    return decide(parts, request, asked);
}

bool wrote(const Answer& answer)
{
    return answer.done() && !answer.repeated;
}

}

std::vector<Answer> carryOutAll(StoreParts& parts, const std::vector<QJsonObject>& requests)
{
    Write write(parts);
    const Instant clockBefore = parts.trainingNow;
    std::vector<Answer> answers;
    answers.reserve(requests.size());
    for (const QJsonObject& request : requests)
        answers.push_back(carryOut(parts, request));
    if (std::any_of(answers.begin(), answers.end(), wrote) || clockBefore != parts.trainingNow)
        write.commit();
    return answers;
}

// The file is there before the events that name it can be. Whoever finds it there writes under the
// same lock, so that taking it back takes it from nobody.
Answer carryOutWithFile(StoreParts& parts, const QJsonObject& request, FileCopy& copy)
{
    Write write(parts);
    PlacedFile placed(copy);
    const Instant clockBefore = parts.trainingNow;
    Answer answer = carryOut(parts, request);
    if (answer.done())
        placed.keep();
    if (wrote(answer) || clockBefore != parts.trainingNow)
        write.commit();
    return answer;
}

}
