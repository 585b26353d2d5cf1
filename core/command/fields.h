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

/// The words of an enumeration, in enumerator order, snake_case. Specialise beside the enum:
/// `template <> inline constexpr const char* words<Channel>[] = {"phone", "email"};`
template <typename E>
inline constexpr const char* words[] = {nullptr};

/// What a field needs before its command can be carried out.
enum class Need { Optional, Required };

/// Describes one field to a visitor: its key on the command line, need and one line of help.
///
/// A value type that travels (a command, an event payload, a part of either) has
///     template <typename Self, typename Visitor> static void visit(Self& self, Visitor& v)
///     {
///         v("words", self.words, "What the caller said, as typed", Need::Required);
///         v("channel", self.channel, "How it came in");
///     }
/// From this one place come the JSON reader, the JSON writer, the list that `commands` prints,
/// and the fields that two concurrent events have in common.
///
/// Field types: QString, bool, int, qint64, Instant, QDate, QUuid, Id<…>, enumerations with
/// words<>, any visited struct, std::optional<T> and std::vector<T> of these.
template <typename T>
concept Visited = requires(T& value) {
    T::visit(value, [](auto&&...) {});
};

}
