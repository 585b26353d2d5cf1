#pragma once

#include "core/casework/parts.h"
#include "core/handover/handover_call.h"
#include "core/rows/row.h"

namespace core {

// A value as a read table holds it: what is empty becomes null.

inline QVariant cell(const QString& text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

inline QVariant cell(bool yes)
{
    return yes ? 1 : 0;
}

inline QVariant cell(int number)
{
    return number;
}

inline QVariant cell(Instant at)
{
    return at == Instant{} ? QVariant() : QVariant(toMillis(at));
}

inline QVariant cell(QDate date)
{
    return date.isValid() ? QVariant(date.toString(Qt::ISODate)) : QVariant();
}

template <typename Kind>
QVariant cell(const Id<Kind>& id)
{
    return id.isNull() ? QVariant() : QVariant(id.text());
}

template <typename T>
QVariant cell(const T& value)
{
    if constexpr (isOptional<T>)
        return value ? cell(*value) : QVariant();
    else
        return word(value);
}

template <typename... T>
std::vector<QVariant> cells(const T&... values)
{
    return {cell(values)...};
}

// Rows that several kinds of record have.
void addEntries(std::vector<Row>& rows, const std::vector<Note>& notes);
void addCall(std::vector<Row>& rows, const HandoverCall& call);
void addWritten(std::vector<Row>& rows, const std::vector<Written>& written);
/// What is out of step, what stands against each other and what a newer version wrote: a person
/// looks at it.
void addQuestions(std::vector<Row>& rows, const RecordBase& record);

}
