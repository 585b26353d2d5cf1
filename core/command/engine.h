#pragma once

#include "core/command/spec.h"

#include <QJsonObject>
#include <QUuid>

#include <map>

namespace core {

/// One wish of a user, as the window, a CLI line or a test gives it. Beside the command's own
/// fields a JSON request has: `do` (the command), `user` (login), `at` (when it happened; default
/// now), `evidence`, `late_reason`, `action` (UUID: the idempotency key) and `seen` ({"case:UUID":
/// ["digest", …]}: what the form showed).
struct Request {
    QString command;
    QString user;
    QUuid action;
    QJsonValue at;
    QString evidence;
    QString lateReason;
    std::map<Subject, std::vector<Digest>> seen;
    QJsonObject arguments;
};

/// Splits a JSON object into a Request; problems come back as refusals.
std::variant<Request, std::vector<Refusal>> readRequest(const QJsonObject& json);

/// All commands, by topic and name.
const std::vector<CommandSpec>& allCommands();
const CommandSpec* findCommand(const QString& name);

/// The surroundings of a request that the caller supplies.
struct Surroundings {
    Instant now;
    const ServiceCalendar& calendar;
    const Records& records;
    std::function<QUuid()> mint;
    std::function<std::optional<QUuid>(const QString&)> resolve;
    QString deskMark;
    QString deskService; ///< a service's key; the actor of the first `user.add`
    DeskId desk; ///< that acts
    QStringList deskServices; ///< whose staff may act on it; empty: any
};

/// What `carryOut` answers: the decision, and the actor to write beside its events.
struct Carried {
    Decision decision;
    Actor actor;
};

/// The only way from a wish to events: reads, checks actor and times, decides, checks that nothing
/// changed beneath, and fills in when it happened. Pure.
Carried carryOut(const Request& request, const Surroundings& surroundings);

}
