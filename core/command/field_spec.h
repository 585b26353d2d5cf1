#pragma once

#include "core/command/fields.h"

#include <QString>
#include <QStringList>

#include <concepts>
#include <vector>

namespace core {

/// One described field: as `commands` prints it and a form builds on it.
struct FieldSpec {
    QString name;
    QString type; ///< "text", "time", "date", "case", "one of", "list of …", "object"
    bool required = false;
    QString help;
    QStringList choices; ///< the words of an enumeration
    std::vector<FieldSpec> fields; ///< of an object
};

namespace detail {

template <typename T>
inline constexpr const char* leafName = "text";
template <>
inline constexpr const char* leafName<QStringList> = "list of text";
template <>
inline constexpr const char* leafName<QUuid> = "identifier";
template <typename K>
inline constexpr const char* leafName<Id<K>> = "identifier";
template <>
inline constexpr const char* leafName<UserId> = "user";
template <>
inline constexpr const char* leafName<ContactId> = "contact";
template <>
inline constexpr const char* leafName<PersonId> = "person";
template <>
inline constexpr const char* leafName<CaseId> = "case";
template <>
inline constexpr const char* leafName<WindowId> = "handover window";
template <>
inline constexpr const char* leafName<VisitId> = "visit";
template <>
inline constexpr const char* leafName<AlertId> = "alert";
template <>
inline constexpr const char* leafName<ShiftId> = "shift";
template <>
inline constexpr const char* leafName<Instant> = "time";
template <>
inline constexpr const char* leafName<Due> = "time to come";
template <>
inline constexpr const char* leafName<QDate> = "date";
template <>
inline constexpr const char* leafName<bool> = "true or false";
template <std::integral T>
inline constexpr const char* leafName<T> = "number";

}

template <typename T>
QString typeName()
{
    if constexpr (isOptional<T>)
        return typeName<typename T::value_type>();
    else if constexpr (isVector<T>)
        return QStringLiteral("list of ") + typeName<typename T::value_type>();
    else if constexpr (std::is_enum_v<T>)
        return QStringLiteral("one of");
    else if constexpr (Visited<T>)
        return QStringLiteral("object");
    else
        return QString::fromLatin1(detail::leafName<T>);
}

template <Visited T>
std::vector<FieldSpec> fieldsOf();

namespace detail {

template <typename T>
void describe(FieldSpec& spec)
{
    if constexpr (isOptional<T> || isVector<T>)
        describe<typename T::value_type>(spec);
    else if constexpr (std::is_enum_v<T>)
        spec.choices = wordsOf<T>();
    else if constexpr (Visited<T>)
        spec.fields = fieldsOf<T>();
}

struct FieldLister {
    std::vector<FieldSpec>& fields;

    template <typename T>
    void operator()(const char* key, const T&, const char* help = "", Need need = Need::Optional)
    {
        FieldSpec spec{QString::fromLatin1(key), typeName<T>(), need == Need::Required,
            QString::fromUtf8(help), {}, {}};
        describe<T>(spec);
        fields.push_back(std::move(spec));
    }
};

}

template <Visited T>
std::vector<FieldSpec> fieldsOf()
{
    std::vector<FieldSpec> fields;
    const T value{};
    T::visit(value, detail::FieldLister{fields});
    return fields;
}

}
