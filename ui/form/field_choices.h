#pragma once

#include "core/command/spec.h"

#include <QString>

#include <vector>

namespace ui {

class DeskService;

/// One line to choose: what the command reads, and what people read.
struct FieldChoice {
    QString value;
    QString words;
};

struct FieldChoices {
    std::vector<FieldChoice> list;
    bool open = false; ///< other words may be typed

    bool empty() const { return list.empty(); }
};

/// A list of the profile: by key, under the names that people know.
template <typename List>
FieldChoices keyed(const List& list)
{
    FieldChoices choices;
    for (const auto& each : list)
        choices.list.push_back({each.key, each.name});
    return choices;
}

/// What a field can hold: an enumeration's words, the profile's councils, teams, services, roles,
/// the users, the open cases, or the parts of the case the form is about. Empty for free text.
FieldChoices choicesFor(
    const core::FieldSpec& field, const DeskService& desk, const core::CaseId& caseId);

/// Its parts that a field of this name can mean: "task" → open tasks, "clock" → running clocks …
FieldChoices partChoices(const core::Case& record, const QString& fieldName);

}
