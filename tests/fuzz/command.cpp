#include "tests/fuzz/choices.h"
#include "tests/fuzz/desk.h"

#include "core/command/preview.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

/// A value for a field of that type more often than not; else anything.
class Inventor {
public:
    explicit Inventor(Choices& data) : m_data(data) { }

    QJsonObject request()
    {
        const auto& commands = core::allCommands();
        const auto& spec = commands[m_data.between<std::size_t>(0, commands.size() - 1)];
        QJsonObject request = object(spec.fields);
        request[u"do"_s] = spec.name;
        request[u"user"_s]
            = oneOf({u"grace"_s, u"priya"_s, u"tom"_s, u"helen"_s, u"ruth"_s, u"nobody"_s});
        if (m_data.yes())
            request[u"at"_s] = time();
        return request;
    }

private:
    QJsonObject object(const std::vector<core::FieldSpec>& fields)
    {
        QJsonObject made;
        for (const core::FieldSpec& field : fields)
            if (m_data.between(0, 7) > (field.required ? 0 : 3))
                made[field.name] = value(field);
        return made;
    }

    QJsonValue value(const core::FieldSpec& field)
    {
        if (m_data.between(0, 15) == 0)
            return anything();
        if (!field.type.startsWith(u"list of "_s))
            return single(field, field.type);
        QJsonArray list;
        for (int left = m_data.between(0, 3); left > 0; --left)
            list.append(single(field, field.type.mid(8)));
        return list;
    }

    QJsonValue single(const core::FieldSpec& field, const QString& type)
    {
        if (!field.choices.isEmpty())
            return oneOf(field.choices);
        if (!field.fields.empty())
            return object(field.fields);
        if (type == u"true or false"_s)
            return m_data.yes();
        if (type == u"number"_s)
            return m_data.between(-2, 40);
        if (type == u"time"_s || type == u"time to come"_s)
            return time();
        if (type == u"date"_s)
            return oneOf(
                {u"2026-11-18"_s, u"2008-11-19"_s, u"1944-02-29"_s, u"2026-02-30"_s, u"14/3/92"_s});
        if (type == u"text"_s)
            return text();
        return identifier();
    }

    QJsonValue identifier()
    {
        static const QStringList known = [] {
            QStringList ids;
            for (const auto& [name, id] : deskInTheMiddleOfANight().names)
                ids.append(id.toString(QUuid::WithoutBraces));
            ids.append(
                {u"grace"_s, u"00000000-0000-4000-8000-000000000000"_s, u"E-2026-11-18-001"_s});
            return ids;
        }();
        return oneOf(known);
    }

    QJsonValue time()
    {
        return oneOf({u"2026-11-18T15:50"_s, u"1540"_s, u"yesterday 23:10"_s, u"2026-11-18T18:00"_s,
            u"2026-10-25T01:30"_s, u"2026-03-29T01:30"_s, u"22:00"_s, u"2037-01-01T00:00"_s,
            u"8.45am"_s});
    }

    QJsonValue text()
    {
        if (m_data.yes())
            return oneOf({u"edt"_s, u"amhp-day"_s, u"ac"_s, u"mhaa"_s, u"999 000 0018"_s,
                u"01632 960101"_s, u"Dr Kealey"_s, u"s2"_s, u"A4"_s, u"police_station"_s, u" "_s});
        return QString::fromUtf8(m_data.bytes(40));
    }

    QJsonValue anything()
    {
        switch (m_data.between(0, 5)) {
        case 0: return {};
        case 1: return m_data.real();
        case 2: return QJsonArray{text(), QJsonObject{{u"x"_s, text()}}};
        case 3: return QJsonObject{{u"words"_s, text()}};
        case 4: return u"not yet known"_s;
        default: return text();
        }
    }

    QString oneOf(const QStringList& choices)
    {
        return choices[m_data.between<qsizetype>(0, choices.size() - 1)];
    }

    Choices& m_data;
};

QJsonObject requestFrom(const std::uint8_t* data, std::size_t size)
{
    if (size > 0 && data[0] == '{')
        return QJsonDocument::fromJson(bytesOf(data, size)).object();
    Choices provider(data, size);
    return Inventor(provider).request();
}

void checkRefusals(const std::vector<core::Refusal>& refusals)
{
    for (const core::Refusal& refusal : refusals)
        if (refusal.text.trimmed().isEmpty() || refusal.mend.trimmed().isEmpty())
            broken("a refusal says what is wrong and how to mend it", refusal.field);
}

void checkEvents(const core::Carried& carried)
{
    for (const core::NewEvent& event : carried.decision.events) {
        if (!QJsonDocument::fromJson(event.payload).isObject())
            broken("what is written is a JSON object", event.type);
        if (event.occurred > deskInTheMiddleOfANight().now)
            broken("nothing happened in the future", event.type);
    }
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const HandoverDesk& desk = deskInTheMiddleOfANight();
    const auto read = core::readRequest(requestFrom(data, size));
    if (const auto* refusals = std::get_if<std::vector<core::Refusal>>(&read)) {
        checkRefusals(*refusals);
        return 0;
    }
    unsigned minted = 0x10000;
    const core::Surroundings around{desk.now, desk.calendar(), desk,
        [&minted] { return QUuid(++minted, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1); },
        [](const QString& text) -> std::optional<QUuid> {
            const QUuid id = QUuid::fromString(text);
            return id.isNull() ? std::nullopt : std::optional(id);
        },
        {}, u"edt"_s, u"a desk"_s, {}};
    const core::Carried carried = core::carryOut(std::get<core::Request>(read), around);
    checkRefusals(carried.decision.refusals);
    if (carried.decision.refused() && !carried.decision.events.empty())
        broken("a refused command writes nothing");
    checkEvents(carried);
    return 0;
}
