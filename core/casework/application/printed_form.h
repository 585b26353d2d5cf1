#pragma once

#include "core/casework/case.h"
#include "core/contact/contact.h"
#include "core/person/person.h"
#include "core/profile/profile.h"

namespace core {

class Records;

/// One line of the form; an empty value is still to be filled in.
struct PrintedField {
    QString label;
    QString value;

    bool operator==(const PrintedField&) const = default;
};

struct PrintedSection {
    QString key; ///< "where"
    QString title; ///< "Where now and legal status"
    std::vector<PrintedField> fields;

    bool operator==(const PrintedSection&) const = default;
};

/// The AMHP referral form as it prints now, in the form's order (records §2.3). HO-3.1b, HO-3.5.
using PrintedForm = std::vector<PrintedSection>;

/// Where the form's words stand. `clocks` are the case's own; person and contact may be none.
struct FormSources {
    const Case& record;
    const Person* person = nullptr;
    const Contact* contact = nullptr; ///< the one that opened the case
    const std::vector<Deadline>& clocks;
    const Profile& profile;
};

PrintedForm printedForm(const FormSources& sources);

/// The same, with person, contact and clocks looked up.
PrintedForm printedForm(const Case& record, const Records& records, const Profile& profile);

/// BLAKE2b-256 of what the form prints, hexadecimal.
QString digestOf(const PrintedForm& form);

/// "key:digest" of each section, in the form's order.
QStringList sectionDigests(const PrintedForm& form);

/// Stale: a printed field changed since it was last e-mailed; nothing else makes it so. HO-3.5.
enum class FormState { NeverSent, Current, Stale };
template <>
inline constexpr const char* words<FormState>[] = {"never_sent", "current", "stale"};

FormState formState(const Case& record, const PrintedForm& form);

/// Titles of the sections that changed since the form was last e-mailed; none unless stale.
QStringList changedSections(const Case& record, const PrintedForm& form);

}
