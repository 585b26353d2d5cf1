#pragma once

#include "core/command/fields.h"
#include "core/journal/record.h"

namespace core {

enum class NhsStatus { NotKnown, PresentUnverified, PresentVerified, NotApplicable, NotValid };
template <>
inline constexpr const char* words<NhsStatus>[]
    = {"not_known", "present_unverified", "present_verified", "not_applicable", "not_valid"};

/// Identity fields of a person (records §2.1). Everything may be missing; what is needed is owed.
struct PersonDetails {
    std::optional<QString> name; ///< as known: "Not known – male about 40, Luton station" is a name
    std::optional<QString> alsoKnownAs;
    std::optional<QString> preferredName;
    std::optional<QString> pronouns;
    std::optional<QDate> born;
    std::optional<int> estimatedAge; ///< in years, when the date of birth is not known
    std::optional<QString> ageBasis;
    std::optional<QString> nhsNumber; ///< as typed; Person::nhs holds the checked number
    std::optional<QString> nhsVerifiedBy;
    std::optional<QString> gender;
    std::optional<QString> ethnicity;
    std::optional<QString> language;
    std::optional<QString> interpreter;
    std::optional<QString> communicationNeeds;
    std::optional<QString> address;
    std::optional<QString> postcode;
    std::optional<QString> telephone;
    std::optional<QString> council; ///< profile key of the authority of residence
    std::optional<QString> gpPractice;
    std::optional<QString> openTo; ///< team the person is open to
    std::optional<QString> localIds; ///< RiO, case system, police log …
    std::optional<QString> accessNotes; ///< key safe, dogs, lone-worker risk
    std::optional<QString> risks; ///< with source and date in the words
    std::optional<QString> children; ///< in the household: names, ages, where now
    std::optional<QString> nearestRelative; ///< name, relationship, telephone
    std::optional<QString> gpRegistered; ///< "yes", "no"; HO-5.4
    std::optional<QString> gpCouncil; ///< profile key of the council where the practice is. Q14

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("name", s.name,
            "Full name in one field, any script; or what is known: \"Not known, man about 40\"");
        v("also_known_as", s.alsoKnownAs, "Other names");
        v("preferred_name", s.preferredName, "What the person likes to be called");
        v("pronouns", s.pronouns, "Pronouns");
        v("born", s.born, "Date of birth");
        v("estimated_age", s.estimatedAge, "Age in years when the date of birth is not known");
        v("age_basis", s.ageBasis, "What the estimate rests on");
        v("nhs_number", s.nhsNumber,
            "NHS number; ten digits, kept as typed and marked not valid when the check fails");
        v("nhs_verified_by", s.nhsVerifiedBy, "Who verified the NHS number, and how");
        v("gender", s.gender, "Gender as stated");
        v("ethnicity", s.ethnicity, "Ethnic category");
        v("language", s.language, "Main language");
        v("interpreter", s.interpreter, "Interpreter needed, and which");
        v("communication_needs", s.communicationNeeds,
            "Communication and accessible-information needs");
        v("address", s.address, "Home address, or no fixed abode");
        v("postcode", s.postcode, "Postcode; a doubtful one is kept and pointed out");
        v("telephone", s.telephone, "Telephone");
        v("council", s.council, "Council of residence, by its key in the profile");
        v("gp_practice", s.gpPractice, "GP practice");
        v("open_to", s.openTo, "Team the person is open to");
        v("local_ids", s.localIds, "Identifiers in other systems");
        v("access_notes", s.accessNotes, "Key safe, dogs, weapons, lone-worker risk");
        v("risks", s.risks, "Risks, each with source and date");
        v("children", s.children, "Children in the household: names, ages, where now");
        v("nearest_relative", s.nearestRelative, "Nearest relative: name, relationship, telephone");
        v("gp_registered", s.gpRegistered, "Whether registered with a GP: yes or no");
        v("gp_council", s.gpCouncil,
            "Council area of the GP practice, by its key in the profile, or out_of_area");
    }
};

struct Person : RecordBase {
    PersonId id;
    PersonDetails details;
    QString nhs; ///< ten valid digits, or empty
    NhsStatus nhsStatus = NhsStatus::NotKnown;
    QString telephoneKey; ///< E.164 for comparison, or empty

    /// "Daniel PRYCE"-style words for lists; the record's own words when nothing better is known.
    QString displayName() const
    {
        return details.name.value_or(QStringLiteral("Name not yet known"));
    }
};

/// Age in whole years on `on`; from the estimate when the date of birth is not known.
std::optional<int> ageOn(const Person& person, QDate on);

/// What each type of event makes of the record.
const EventRules<Person>& eventRules(const Person*);

Person evolved(Person person, const Event& event);

}
