#pragma once

#include "core/command/fields.h"

#include <vector>

namespace core {

namespace detail {

template <typename T>
bool isGiven(const T& value)
{
    if constexpr (isOptional<T>)
        return value.has_value();
    else if constexpr (isId<T> || std::is_same_v<T, QUuid> || std::is_same_v<T, QDate>)
        return !(value == T{});
    else if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, QStringList> || isVector<T>)
        return !value.empty();
    else
        return true;
}

struct FieldPointers {
    std::vector<void*>& pointers;

    template <typename T>
    void operator()(const char*, T& field, const char* = "", Need = Need::Optional)
    {
        pointers.push_back(&field);
    }
};

struct FieldOverlay {
    const std::vector<void*>& into;
    std::size_t next = 0;

    template <typename T>
    void operator()(const char*, const T& field, const char* = "", Need = Need::Optional)
    {
        T& target = *static_cast<T*>(into[next++]);
        if (isGiven(field))
            target = field;
    }
};

}

/// Sets every field of `into` that `from` gives; what `from` leaves out stays.
template <Visited T>
void overlay(T& into, const T& from)
{
    std::vector<void*> pointers;
    T::visit(into, detail::FieldPointers{pointers});
    T::visit(from, detail::FieldOverlay{pointers});
}

}
