#pragma once

#include "core/person/person.h"

namespace core {

/// What was told of a person, with what the checks made of it at that moment.
struct PersonAdded {
    static constexpr const char* type = "person.added";
    PersonId person;
    PersonDetails details;
    QString nhs; ///< ten digits, only when the check passed
    NhsStatus nhsStatus = NhsStatus::NotKnown;
    QString telephoneKey; ///< E.164

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("person", s.person);
        PersonDetails::visit(s.details, v);
        v("nhs", s.nhs);
        v("nhs_status", s.nhsStatus);
        v("telephone_key", s.telephoneKey);
    }
};

/// Fields that changed; what is left out stays.
struct PersonUpdated {
    static constexpr const char* type = "person.updated";
    PersonDetails details;
    QString nhs; ///< goes with nhsStatus
    std::optional<NhsStatus> nhsStatus;
    QString telephoneKey; ///< goes with details.telephone

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        PersonDetails::visit(s.details, v);
        v("nhs", s.nhs);
        v("nhs_status", s.nhsStatus);
        v("telephone_key", s.telephoneKey);
    }
};

}
