#pragma once

#include "core/command/fields.h"

#include <QString>
#include <QStringList>

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

template <typename T>
QString typeName()
{
    if constexpr (isOptional<T>)
        return typeName<typename T::value_type>();
    else if constexpr (isVector<T>)
        return QStringLiteral("list of ") + typeName<typename T::value_type>();
    else if constexpr (std::is_same_v<T, QStringList>)
        return QStringLiteral("list of text");
    else if constexpr (std::is_same_v<T, UserId>)
        return QStringLiteral("user");
    else if constexpr (std::is_same_v<T, ContactId>)
        return QStringLiteral("contact");
    else if constexpr (std::is_same_v<T, PersonId>)
        return QStringLiteral("person");
    else if constexpr (std::is_same_v<T, CaseId>)
        return QStringLiteral("case");
    else if constexpr (std::is_same_v<T, WindowId>)
        return QStringLiteral("handover window");
    else if constexpr (std::is_same_v<T, QUuid> || isId<T>)
        return QStringLiteral("identifier");
    else if constexpr (std::is_same_v<T, Instant>)
        return QStringLiteral("time");
    else if constexpr (std::is_same_v<T, Due>)
        return QStringLiteral("time to come");
    else if constexpr (std::is_same_v<T, QDate>)
        return QStringLiteral("date");
    else if constexpr (std::is_same_v<T, bool>)
        return QStringLiteral("true or false");
    else if constexpr (std::is_integral_v<T>)
        return QStringLiteral("number");
    else if constexpr (std::is_enum_v<T>)
        return QStringLiteral("one of");
    else if constexpr (Visited<T>)
        return QStringLiteral("object");
    else
        return QStringLiteral("text");
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
