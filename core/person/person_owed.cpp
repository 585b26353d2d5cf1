#include "core/person/person_rules.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Asked {
    const char* field;
    const char* text;
    const char* askedAt;
    bool missing;
};

bool blank(const std::optional<QString>& words)
{
    return !words || words->trimmed().isEmpty();
}

std::optional<Owed> owedNumber(const Person& person)
{
    if (person.nhsStatus == NhsStatus::NotValid)
        return Owed{u"IDN-5.1"_s, u"nhs_number"_s,
            u"The NHS number as typed, “%1”, fails its check."_s.arg(
                person.details.nhsNumber.value_or(QString())),
            u"handover"_s};
    if (person.nhsStatus == NhsStatus::NotKnown)
        return Owed{
            u"IDN-5.1"_s, u"nhs_number"_s, u"The NHS number is not yet known."_s, u"handover"_s};
    return {};
}

}

std::vector<Owed> owedOf(const Person& person)
{
    const PersonDetails& known = person.details;
    const bool ageless = !known.born && !known.estimatedAge;
    std::vector<Owed> owed;
    for (const Asked& each : {
             Asked{"name", "The name is not yet known.", "handover", blank(known.name)},
             Asked{"age", "Neither date of birth nor an estimated age is known.", "place_of_safety",
                 ageless},
             Asked{"council", "The council of residence is not yet known.", "handover",
                 blank(known.council)},
             Asked{"interpreter", "Whether an interpreter is needed is not yet known.", "handover",
                 blank(known.interpreter) && blank(known.language)},
             Asked{"children", "Children in the household are not yet asked about.", "handover",
                 blank(known.children)},
             Asked{"gp_registered", "Whether there is a GP is not yet known.", "close",
                 blank(known.gpPractice) && blank(known.gpRegistered)},
             Asked{
                 "ethnicity", "Ethnic category is not yet asked.", "close", blank(known.ethnicity)},
         })
        if (each.missing)
            owed.push_back({u"REC-2.1"_s, QString::fromLatin1(each.field),
                QString::fromLatin1(each.text), QString::fromLatin1(each.askedAt)});
    if (auto number = owedNumber(person))
        owed.push_back(std::move(*number));
    return owed;
}

}
