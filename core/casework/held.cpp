#include "core/casework/held.h"

namespace core {

bool isHeldBy(const Case& record, const QString& service)
{
    return record.responsible.current() == service;
}

bool heldDuring(const Case& record, const QString& service, Instant from, Instant to)
{
    if (record.responsible.at(from) == service)
        return true;
    const auto& entries = record.responsible.entries();
    return std::any_of(entries.begin(), entries.end(), [&](const auto& entry) {
        return entry.value == service && entry.from >= from && entry.from < to;
    });
}

}
