#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/command/fields.h"
#include "core/contact/contact.h"

namespace core {

/// A case that is opened of a contact, by its own command or as what is left to the day.
struct OpenCase {
    static constexpr const char* name = "contact.open_case";
    ContactId of;
    CaseId id;
    QString title;
    std::optional<QString> kindOfWork;
    std::optional<Urgency> urgency;
    bool adultConfirmed = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("id", s.id, "Identifier to give the case; made when left out");
        v("title", s.title, "One line for the board; from the contact when left out");
        v("kind_of_work", s.kindOfWork,
            "Kind of work, by its key in the profile; the contact's when left out");
        v("urgency", s.urgency, "E1 now, E2 within 2 h, E3 this shift, N next working day");
        v("adult_confirmed", s.adultConfirmed,
            "For an adults' service, age not known: you confirm that it is about an adult");
    }
};

/// What `contact.open_case` decides; `made` names the case. HO-3.6a, INV-1
Decision openCaseOf(const OpenCase& wanted, const Context& context);

}
