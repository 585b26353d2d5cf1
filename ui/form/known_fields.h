#pragma once

#include "core/command/fields.h"
#include "core/profile/profile.h"
#include "core/time/london.h"
#include "ui/widgets/words.h"

#include <QString>

#include <vector>

namespace ui {

/// A field of a record as a name and words, for reading.
struct KnownField {
    QString key;
    QString name;
    QString words;
};

namespace detail {

inline QString shown(const QString& value)
{
    return value;
}
inline QString shown(const QStringList& value)
{
    return value.join(QStringLiteral(", "));
}
inline QString shown(bool value)
{
    return value ? QStringLiteral("yes") : QStringLiteral("no");
}
inline QString shown(int value)
{
    return QString::number(value);
}
inline QString shown(core::Instant value)
{
    return core::dateTimeText(value);
}
inline QString shown(QDate value)
{
    return core::dateText(value);
}

struct KnownLister {
    std::vector<KnownField>& fields;

    template <typename T>
    void operator()(const char* key, const std::optional<T>& value, const char* help = "",
        core::Need = core::Need::Optional)
    {
        if (!value)
            return;
        if constexpr (core::Visited<T>)
            T::visit(*value, *this);
        else if constexpr (std::is_enum_v<T>)
            add(key, help, words(*value));
        else
            add(key, help, shown(*value));
    }

    void add(const char* key, const char* help, const QString& text)
    {
        fields.push_back({QString::fromLatin1(key), helpName(QString::fromUtf8(help)), text});
    }
};

}

/// The fields of `value` that are known, in the order in which the type describes them.
template <core::Visited T>
std::vector<KnownField> knownFields(const T& value)
{
    std::vector<KnownField> fields;
    T::visit(value, detail::KnownLister{fields});
    return fields;
}

}
