#pragma once

#include "core/alert/alert_match.h"
#include "core/command/spec.h"

#include <QUuid>

namespace core {

/// Whether the words of such a command may name somebody whom an alert is about: not where alerts
/// themselves, staff or the desk are set up. HO-4.3b
bool mayNameSomebody(const QString& command);

/// The words typed into a command's fields of text, those of its objects among them. HO-4.3b
AlertProbe probeOf(const QJsonObject& typed, const std::vector<FieldSpec>& fields);

/// What a command was given and by which names records are known there.
struct Typed {
    const CommandSpec& spec;
    const QJsonObject& arguments;
    const std::function<std::optional<QUuid>(const QString&)>& resolve;
};

/// Shows the alerts that the typed words bring up, or the person, contact or visited case that is
/// named, and writes down that it did: each once an officer at a contact, case or person, and each
/// time before a visit. HO-4.3b
void showAlerts(Decision& decision, const Typed& typed, const Context& context);

}
