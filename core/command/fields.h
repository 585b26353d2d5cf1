#pragma once

#include "core/id.h"
#include "core/time/instant.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <type_traits>
#include <vector>

namespace core {

/// The words of an enumeration, in enumerator order, snake_case. Specialised beside the enum:
/// `template <> inline constexpr const char* words<Channel>[] = {"phone", "email"};`
template <typename E>
inline constexpr const char* words[] = {nullptr};

/// The clause that closes an enumeration, and why nothing else stands in it. Specialised beside its
/// words where a clause does.
struct OnlyThese {
    const char* clause = "";
    const char* why = "";
};
template <typename E>
inline constexpr OnlyThese onlyThese{};

template <typename E>
QString word(E value)
{
    return QString::fromLatin1(words<E>[static_cast<std::size_t>(value)]);
}

template <typename E>
std::optional<E> fromWord(QStringView text)
{
    int index = 0;
    for (const char* each : words<E>) {
        if (text == QLatin1StringView(each))
            return static_cast<E>(index);
        ++index;
    }
    return {};
}

template <typename E>
QStringList wordsOf()
{
    QStringList all;
    for (const char* each : words<E>)
        all.append(QString::fromLatin1(each));
    return all;
}

/// Whether a command can be carried out without the field.
enum class Need { Optional, Required };

/// A moment to come, as a command gives it: a bare "22:00" is the next one, not the last.
struct Due {
    Instant at;

    bool operator==(const Due&) const = default;
};

/// A value type that travels (a command, an event's payload, a part of either) describes its fields
/// once, and from that come the JSON reader and writer, and what `commands` prints:
///
///     template <typename Self, typename Visitor> static void visit(Self& self, Visitor&& v)
///     {
///         v("words", self.words, "What the caller said, as typed", Need::Required);
///         v("channel", self.channel, "How it came in");
///     }
///
/// Field types: QString, bool, int, qint64, Instant, Due, QDate, QUuid, Id<…>, enumerations with
/// words<>, any visited struct, and std::optional<T>, std::vector<T> or QStringList of these.
struct AnyVisitor {
    template <typename T>
    void operator()(const char*, T&&, const char* = "", Need = Need::Optional) const
    {
    }
};

template <typename T>
concept Visited = requires(T& value)
{
    T::visit(value, AnyVisitor{});
};

template <typename T>
inline constexpr bool isId = false;
template <typename K>
inline constexpr bool isId<Id<K>> = true;

template <typename T>
inline constexpr bool isOptional = false;
template <typename T>
inline constexpr bool isOptional<std::optional<T>> = true;

template <typename T>
inline constexpr bool isVector = false;
template <typename T>
inline constexpr bool isVector<std::vector<T>> = true;

}
